"""Alembic asks this file how to run the steps of the key store."""

from kompas.store.migrating import KEYS, run

run(KEYS)
