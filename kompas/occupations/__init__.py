"""Occupations: what is known of each, as facts with their source. Pure: no framework, no database, no clock."""
