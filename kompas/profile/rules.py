"""The rules as a person wrote them in `rules.yaml`: every weight, every cut-off, each with its reason."""

from functools import cached_property
from typing import Annotated, Literal

import yaml
from pydantic import Field, model_validator

from kompas.conversation.flow import Content, Name, Sentence
from kompas.occupations.occupation import LETTERS, Letter

Share = Annotated[float, Field(ge=0, le=1)]
Percent = Annotated[float, Field(ge=0, le=100)]
Figure = Literal["confidence", "clarity", "plan", "importance", "room", "needs_first"]
Reached = dict[Figure, float]


class Bilingual(Content):
    """For the public page."""

    en: str
    nl: str


class Section(Content):
    """One subject: what it is called on the public page, and why its rules are as they are."""

    title: Bilingual
    why: Bilingual


class Words(Content):
    """What a client reads: a name, and where it needs one a sentence."""

    name: Sentence
    text: Sentence | None = None


class Said(Section):
    """What was said most clearly: first what was put on top, then each card of at least this weight."""

    top: Name
    shown: Name | None = None
    from_weight: int
    most: int
    cards: dict[Name, Name]


class Drivers(Said):
    counted: int
    work_values: dict[Name, Name]


class Card(Content):
    """An interest card. `later` says that it isn't among the first cards; `shows` are ESCO codes, where its field is
    wide, of the work that is on it."""

    letter: Letter
    field: Name | None = None
    later: bool = False
    shows: tuple[str, ...] = ()


class Interests(Section):
    full_weight: int
    deck_share: Share
    experience: Name
    experience_adds: Share
    liked: Name
    """The question in which fields of work are said to be liked most."""
    cards: dict[Name, Card]

    @cached_property
    def by_letter(self) -> dict[Letter, tuple[str, ...]]:
        return {letter: tuple(name for name, card in self.cards.items() if card.letter == letter) for letter in LETTERS}

    @cached_property
    def by_field(self) -> dict[str, tuple[str, ...]]:
        fields = dict.fromkeys(card.field for card in self.cards.values() if card.field)
        return {field: tuple(name for name, card in self.cards.items() if card.field == field) for field in fields}

    @cached_property
    def first_deck(self) -> int:
        """How many cards everybody is shown."""
        return sum(not card.later for card in self.cards.values())


class FlatPattern(Section):
    least: int


class Wish(Content):
    tag: Name
    options: dict[Name, int]


class FitWeights(Content):
    """What each of the four counts for; together 1."""

    field: Share
    interests: Share
    values: Share
    wishes: Share

    @model_validator(mode="after")
    def together_one(self) -> "FitWeights":
        if abs(self.field + self.interests + self.values + self.wishes - 1) > 1e-9:
            raise ValueError("the four weights of a fit are 1 together")
        return self


class Label(Content):
    id: Name
    from_: Percent = Field(alias="from")
    name: Sentence


class Fitting(Section):
    weights: FitWeights
    unknown: Share
    wishes: dict[Name, Wish]
    labels: tuple[Label, ...]


class Against(Words):
    """`of` are the tags of work that go straight against this wish."""

    wish: Name
    of: tuple[int, ...]


class Suggesting(Section):
    most: int
    fields: int
    most_of_a_field: int
    from_: Percent = Field(alias="from")
    promising_from: Percent
    vetoed: Name
    grounds: tuple[Name, ...]
    """Reasons of which work needs one to be suggested."""
    against: dict[Name, Against]
    """By what was chosen as a wish."""


class Reasons(Section):
    alike_from: float
    value_from: Share
    words: dict[Name, Words]


class NeededWords(Words):
    """`asset` says what one has then already, `need` what one asked help with, `support` what bridges it. What is
    `quiet` is named only to somebody who said that they need it."""

    asset: Name | None = None
    need: Name | None = None
    support: Name | None = None
    quiet: bool = False


class Needed(Section):
    assets: Name
    hours: Name
    times: Name
    hours_options: dict[Name, tuple[int, int]]
    unusual_times: tuple[Name, ...]
    words: dict[Name, NeededWords]


class Figures(Section):
    """Which answers a figure is the mean of, each with its lowest and highest weight."""

    mean_of: dict[Figure, dict[Name, tuple[int, int]]]
    room_less_per_need: Share


class Needs(Section):
    chosen: Name
    top: Name
    none: Name
    timing: Name
    first: Name
    order: tuple[Name, ...]
    bridged: tuple[Name, ...]


class When(Content):
    """When a rule holds: all of this at once. What is unknown is never at least, at most or below anything."""

    no_statement: bool = False
    situation: Name | None = None
    at_least: Reached = Field(default_factory=dict)
    at_most: Reached = Field(default_factory=dict)
    below: Reached = Field(default_factory=dict)
    short_of: Reached = Field(default_factory=dict)
    """Each of these is unknown, or below."""
    known: tuple[Figure, ...] = ()
    unknown: tuple[Figure, ...] = ()
    looks_at: tuple[Figure, ...] = ()
    """Asks nothing: only named as what the rule rests on, where it is what remains."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that it looks at."""
        compared = (figure for part in (self.at_least, self.at_most, self.below, self.short_of) for figure in part)
        return tuple(dict.fromkeys((*compared, *self.known, *self.unknown, *self.looks_at)))


class Step(Words):
    """`ground` says to the client, in words, why this one holds."""

    id: Name
    ground: Sentence
    when: When


class Steps(Section):
    rules: tuple[Step, ...]


class Leave(Content):
    text: Sentence


class Hint(Step):
    leave: Leave


class Hints(Section):
    most_answers: int
    months: int
    rules: tuple[Hint, ...]


class BridgeStep(Content):
    support: Name
    when: When


class Bridge(Section):
    steps: tuple[BridgeStep, ...]


class Support(Words):
    """A kind of support; `code` is what Dutch municipalities' lists call it here, `text` a small first step."""

    code: str
    for_: tuple[Name, ...] = Field(default=(), alias="for")


class Supports(Section):
    offers: dict[Name, Support]

    @cached_property
    def by_need(self) -> dict[str, tuple[str, ...]]:
        needs = dict.fromkeys(need for offer in self.offers.values() for need in offer.for_)
        return {need: tuple(name for name, offer in self.offers.items() if need in offer.for_) for need in needs}


class Contact(Section):
    questions: tuple[Name, ...]


class Changes(Section):
    from_: Share = Field(alias="from")
    words: dict[Name, Words]


class Rules(Content):
    """All rules. Parsed once at start-up, then never changed."""

    version: str
    strengths: Said
    drivers: Drivers
    interests: Interests
    flat_pattern: FlatPattern
    fit: Fitting
    suggested: Suggesting
    reasons: Reasons
    needed: Needed
    figures: Figures
    needs: Needs
    steps: Steps
    bridge: Bridge
    supports: Supports
    hints: Hints
    contact: Contact
    changes: Changes

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Every subject by its name, in the order of the file."""
        return {name: part for name, part in self if isinstance(part, Section)}


def read_rules(text: str) -> Rules:
    """The rules in the text of a rule file. Raises pydantic's `ValidationError` on anything that doesn't belong."""
    return Rules.model_validate(yaml.safe_load(text))
