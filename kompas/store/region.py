"""How many jobs there are in the region, as the organisation fills it in. Nothing here is about people."""

from collections.abc import Iterable, Mapping

from sqlalchemy import bindparam, delete, select

from kompas.profile.tightness import Region, Tightness
from kompas.store.archive import Records
from kompas.store.tables import mine, organisation, region

_ALL = select(region).where(mine(region))
_DROP = delete(region).where(mine(region), region.c.work.in_(bindparam("works", expanding=True)))
# PostgreSQL: two keepers who change rows at the same moment take turns. SQLite has one writer anyhow.
_TURN = select(organisation.c.organisation_id).where(mine(organisation)).with_for_update(key_share=True)


def region_of(records: Records) -> Region:
    """All that is known, by ESCO id of an occupation or by field of work. One query."""
    return {row.work: Tightness(row.level, row.source, row.since) for row in records.read(_ALL)}


def put_rows(records: Records, rows: Mapping[str, Tightness]) -> None:
    """Each in the place of what was known of the same work."""
    drop_rows(records, rows)
    for work, one in rows.items():
        records.add(region, work=work, level=one.level, source=one.source, since=one.since)


def drop_rows(records: Records, works: Iterable[str]) -> int:
    """From now on nothing is known of these; returns of how many something was."""
    if not records.one_writer_at_a_time:
        records.read(_TURN)
    return records.change(_DROP, works=list(works))
