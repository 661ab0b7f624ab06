"""Who agrees: people, sharing, verdicts. Pure: no framework, no database, no clock."""
