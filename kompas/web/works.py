"""The work there is, by what it is called at this desk: the fields of work, and in each the occupations."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kompas.occupations.occupation import Occupation
from kompas.usecases.bring_region import Works
from kompas.web.house import house
from kompas.web.language import language
from kompas.web.phone import current_flow
from kompas.web.wording import say, say_in

FIELDS_ASKED = "experience_fields"
"""The question whose options name the fields."""


@dataclass(frozen=True)
class Field:
    """A field of work with the occupations in it, by name."""

    code: str
    name: str
    occupations: tuple[Occupation, ...]


@dataclass(frozen=True)
class Known:
    """In the language of the page."""

    fields: tuple[Field, ...]

    @cached_property
    def names(self) -> dict[str, str]:
        """By code: of a field, or of an occupation."""
        of_fields = {one.code: one.name for one in self.fields}
        return of_fields | {work.esco: say(work.name) for one in self.fields for work in one.occupations}

    @cached_property
    def works(self) -> Works:
        """With everything that people may call them in a file."""
        occupations = {
            name.casefold(): one.esco for one in house().occupations for name in (*one.labels.values(), *_called(one))
        }
        fields = {
            said.casefold(): one.code
            for one in self.fields
            for said in (one.code, one.name, *_in_each(_field_names()[one.code]))
        }
        return Works(dict.fromkeys((*fields.values(), *occupations.values())), fields, occupations)


def known_works() -> Known:
    """The fields in the order of the conversation, each with our own occupations."""
    ours = sorted(house().catalogue.ours, key=lambda one: say(one.name).casefold())
    return Known(
        tuple(
            Field(code, say(name), tuple(one for one in ours if one.field == code))
            for code, name in _field_names().items()
            if any(one.field == code for one in ours)
        )
    )


def official_name(one: Occupation) -> str:
    """What the occupation is called in lists, where that is in the language of the page."""
    return one.label_nl if language() == "nl" else ""


def _field_names() -> dict[str, str]:
    asked = current_flow().questions[FIELDS_ASKED]
    return {code: option.text for code, option in asked.options.items()}


def _called(one: Occupation) -> Iterator[str]:
    yield from (one.label_nl, *_in_each(one.name))


def _in_each(sentence: str) -> Iterator[str]:
    yield from (sentence, say(sentence), say_in(sentence, "nl"))
