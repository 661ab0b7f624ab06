"""What somebody finds who steals a database: every value of every row, as text."""

from sqlalchemy import Engine, MetaData


def everything_in(engine: Engine) -> str:
    tables = MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        rows = [row for table in tables.sorted_tables for row in connection.execute(table.select())]
    return "\n".join(repr(value) for row in rows for value in row)
