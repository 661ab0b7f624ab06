"""What the answers say: statements, each with the answers it rests on. Pure: no framework, no database, no clock."""
