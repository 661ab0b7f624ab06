"""What we keep: facts in one database, the clients' keys in another. SQLAlchemy lives here and nowhere else."""
