"""How we ask: flows, the path through them, and what counts as an answer. Pure: no framework, no database, no clock."""
