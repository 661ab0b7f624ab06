"""Who lives in the demonstration as it is served: some of them in each language that is shipped."""

from kompas.casework.people import Organisation
from kompas.commands.catalogues import PACKAGE, languages
from kompas.demonstration.people import people_of
from kompas.demonstration.person import Person

SPOKEN = tuple(dict.fromkeys((*Organisation.languages, *languages(PACKAGE))))
"""Every language that is shipped, the source included."""

PEOPLE = people_of(SPOKEN)


def begun(language: str) -> Person:
    """Somebody who stopped in the middle of the conversation."""
    return next(one for one in PEOPLE if one.language == language and one.stops_at)


def ready_to_share(language: str) -> Person:
    """Somebody who told everything, and shared nothing of it yet."""
    told = (one for one in PEOPLE if one.talks and not one.stops_at and not one.share)
    return next(one for one in told if one.language == language)


def spoken_with_longest_ago(language: str) -> Person:
    """Their talk was held and ended well, and nobody invited them again."""
    held = [one for one in PEOPLE if one.days < 0 and one.confirmed and not one.again]
    return min((one for one in held if one.language == language), key=lambda one: one.days)
