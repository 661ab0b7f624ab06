"""The key store: one key for each owner; who loses the key loses everything, on purpose."""

from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from kompas.conversation.answers import given as says
from kompas.store.answers import answers_of, append_answer
from kompas.store.archive import Archive
from kompas.store.client_keys import client_key
from kompas.store.clients import client as client_of
from kompas.store.clients import clients_of
from kompas.store.sealing import KeyGone, SealBroken
from tests.databases import Databases, Engine, fresh
from tests.store.conftest import migrate_both
from tests.store.people import NOW, a_municipality, an_invited_client

OLD, NEW = b"1" * 32, b"2" * 32


def masters_in_use(archive: Archive) -> dict[str, int]:
    query = select(client_key.c.master_id, func.count()).group_by(client_key.c.master_id)
    with archive.keys.engine.connect() as connection:
        return dict(connection.execute(query).all())


def test_an_erased_key_makes_everything_unreadable(own_archive: Archive) -> None:
    maasstad = a_municipality(own_archive)
    samira, yusuf = an_invited_client(own_archive, maasstad), an_invited_client(own_archive, maasstad, name="Yusuf")
    with own_archive.writing(maasstad.id) as records:
        append_answer(records, samira.id, "situation", says("looking_now"), NOW)
        records.erase_key(samira.id)
    with own_archive.reading(maasstad.id) as records:
        assert client_of(records, samira.id) is None
        assert clients_of(records, maasstad.caseworker.id) == [yusuf]
        with pytest.raises(KeyGone):
            answers_of(records, samira.id)


def test_an_erased_key_is_gone_from_the_file_and_its_log(tmp_path: Path) -> None:
    databases = fresh("sqlite", tmp_path)
    migrate_both(databases)
    archive = Archive(*databases, {"first": OLD})
    maasstad = a_municipality(archive)
    samira = an_invited_client(archive, maasstad)
    with archive.keys.engine.connect() as connection:
        query = select(client_key.c.wrapped).where(client_key.c.owner_id == samira.id)
        wrapped = connection.scalars(query).one()
    assert wrapped in on_disk(tmp_path)
    with archive.writing(maasstad.id) as records:
        records.erase_key(samira.id)
    assert wrapped not in on_disk(tmp_path)
    archive.close()


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


def test_rotation_moves_every_key_to_the_newest_master_and_loses_nothing(migrated: Databases) -> None:
    before = Archive(*migrated, {"old": OLD})
    maasstad = a_municipality(before)
    people = [an_invited_client(before, maasstad) for _ in range(3)]
    before.close()

    both = Archive(*migrated, {"new": NEW, "old": OLD})
    people.append(an_invited_client(both, maasstad))
    assert masters_in_use(both) == {"old": 4, "new": 1}
    assert sum(both.keys.rewrap()) == 4
    assert masters_in_use(both) == {"new": 5}
    assert sum(both.keys.rewrap()) == 0
    both.close()

    after = Archive(*migrated, {"new": NEW})
    with after.reading(maasstad.id) as records:
        assert {one.id for one in clients_of(records, maasstad.caseworker.id)} == {one.id for one in people}
    after.close()


def test_rotation_that_was_stopped_goes_on(migrated: Databases, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kompas.store.client_keys._PAGE", 2)
    before = Archive(*migrated, {"old": OLD})
    maasstad = a_municipality(before)
    for _ in range(4):
        an_invited_client(before, maasstad)
    before.close()
    both = Archive(*migrated, {"new": NEW, "old": OLD})
    assert next(both.keys.rewrap()) == 2
    assert masters_in_use(both) == {"old": 3, "new": 2}
    assert sum(both.keys.rewrap()) == 3
    both.close()


def test_without_the_old_master_key_nothing_opens(migrated: Databases) -> None:
    before = Archive(*migrated, {"old": OLD})
    maasstad = a_municipality(before)
    samira = an_invited_client(before, maasstad)
    before.close()
    with_another = Archive(*migrated, {"new": NEW})
    with pytest.raises(KeyGone), with_another.reading(maasstad.id) as records:
        client_of(records, samira.id)
    with_another.close()


def test_a_wrong_master_key_under_the_right_name_fails_closed(migrated: Databases) -> None:
    before = Archive(*migrated, {"only": OLD})
    maasstad = a_municipality(before)
    samira = an_invited_client(before, maasstad)
    before.close()
    wrong = Archive(*migrated, {"only": NEW})
    with pytest.raises(SealBroken), wrong.reading(maasstad.id) as records:
        client_of(records, samira.id)
    wrong.close()


def test_a_key_moved_to_another_client_opens_nothing(own_archive: Archive) -> None:
    maasstad = a_municipality(own_archive)
    samira, yusuf = (an_invited_client(own_archive, maasstad) for _ in range(2))
    with own_archive.keys.engine.connect() as connection:
        of_samira = select(client_key.c.wrapped).where(client_key.c.owner_id == samira.id).scalar_subquery()
        connection.execute(update(client_key).where(client_key.c.owner_id == yusuf.id).values(wrapped=of_samira))
    with pytest.raises(SealBroken), own_archive.reading(maasstad.id) as records:
        client_of(records, yusuf.id)


@pytest.mark.parametrize("master_keys", [{}, {"short": b"too short"}])
def test_no_archive_without_a_real_master_key(master_keys: dict[str, bytes], tmp_path: Path) -> None:
    databases = fresh("sqlite", tmp_path)
    with pytest.raises(ValueError, match="master key"):
        Archive(*databases, master_keys)


def test_more_owners_than_one_statement_takes(engine: Engine, archive: Archive) -> None:
    assert archive.keys.get("nobody's organisation", (str(number) for number in range(12_000))) == {}
