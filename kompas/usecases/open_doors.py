"""May this installation receive people? Asked once, before the first request."""

from kompas.store.archive import Archive
from kompas.store.migrating import FACTS, KEYS, missing
from kompas.store.organisations import all_organisations


def what_is_behind(facts_url: str, keys_url: str) -> list[str]:
    """A sentence for each database that an earlier version left behind."""
    behind = [steps.name for steps, url in ((FACTS, facts_url), (KEYS, keys_url)) if missing(steps, url)]
    return [f"The database of {name} is of an earlier version: run `kompas migrate` first." for name in behind]


def who_has_not_signed(archive: Archive) -> list[str]:
    """A sentence for each organisation that has not signed the promises of the first screen."""
    return [
        f"{one.name} has not signed the promises yet: `kompas organisation sign-promises {one.host} --name …`."
        for one in all_organisations(archive)
        if not one.promises_signed_by
    ]
