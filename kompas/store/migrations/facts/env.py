"""Alembic asks this file how to run the steps of the facts' database."""

from kompas.store.migrating import FACTS, run

run(FACTS)
