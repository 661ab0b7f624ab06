"""A flow: chapters of questions, as a content designer wrote them, with nothing left out and no code in it.

Sentences are English source text; the screens translate them. Parsed once at start-up, then never changed.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from kompas.conversation.conditions import Condition
from kompas.conversation.keep import Keep, read_keep

Kind = Literal["one", "many", "faces", "pick", "stairs", "text", "entries", "topics"]
Part = Literal["agenda", "good_at", "why", "how", "helps", "about", "next"]
HANDED_DOWN = ("purpose", "ground", "keep", "sensitivity")
"""What holds for each question of a chapter, unless said there."""
PARTS: tuple[Part, ...] = ("agenda", "good_at", "why", "how", "helps", "about", "next")

Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=40)]
Saying = Annotated[str, Field(pattern=r"^[a-z_]+/([a-z0-9_]+|\*)$")]
Sentence = Annotated[str, Field(min_length=1, max_length=400)]
KeptFor = Annotated[Keep, BeforeValidator(read_keep)]
Former = tuple[Name, ...]
"""Ids that this had in earlier versions, the oldest first: what was answered under them is read under today's."""


class Content(BaseModel):
    """Everything in a flow file: unchangeable, and an unknown word in it is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))


class Option(Content):
    """One choice. `weight` orders the options of a scale: 2, 1, 0 for faces, 1 to 5 for stairs. What is kept `apart`
    is shared by a choice of its own, never with its part, and nobody else is told how urgent it is. Where a question
    `proposes` a few, those that `fits` holds for come first."""

    text: Sentence
    icon: str = ""
    weight: int | None = None
    says: Saying | None = None
    when: Condition | None = None
    fits: Condition | None = None
    was: Former = ()
    apart: bool = False


class Scale(Content):
    """A deck of options that many questions share.

    An answer of at least `says_from` is a statement by itself; one of at least `backs_from` counts along when
    something else says the same; a weaker one says nothing and stays with the client.
    """

    says_from: int = 0
    backs_from: int | None = None
    options: dict[Name, Option]

    def speaks(self, weight: int) -> Literal["says", "backs", "nothing"]:
        if weight >= self.says_from:
            return "says"
        return "backs" if self.backs_from is not None and weight >= self.backs_from else "nothing"


class Repeat(Content):
    """Ask again for each option chosen earlier, in the order chosen, at most `most` times.

    What was chosen in `first`, a pick out of those options, comes first.
    """

    question: Name
    most: int = Field(ge=1, le=20)
    first: Name | None = None


class Deck(Content):
    """The cards of a pick: earlier questions answered with at least this weight, or what one of them `chose`."""

    questions: tuple[Name, ...] = ()
    weight: int = 1
    chosen: Name | None = None

    @model_validator(mode="after")
    def says_one_thing(self) -> "Deck":
        if bool(self.questions) == bool(self.chosen):
            raise ValueError("a pick is from questions, or from what was chosen in one")
        return self


class EntryField(Content):
    """One thing to tell about in an entry."""

    kind: Literal["one", "text"]
    ask: Sentence
    options: dict[Name, Option] = {}
    longest: int = Field(default=120, ge=1, le=2000)
    was: Former = ()


class Question(Content):
    """One screen. Purpose, legal ground, retention and sensitivity come from the chapter unless said here.

    `later` names a chapter further on: it asks what was not asked here, because there is no `when` or it doesn't hold,
    or because a repeat has more than its `most`. A `silent` answer leads the way and says nothing about anybody.
    """

    id: Name
    kind: Kind
    ask: Sentence
    name: Sentence | None = None
    help: Sentence | None = None
    example: Sentence | None = None
    icon: str = ""
    scale: Name | None = None
    options: dict[Name, Option] = {}
    fields: dict[Name, EntryField] = {}
    cards: Deck | None = Field(default=None, alias="from")
    for_each: Repeat | None = None
    none: Name | None = None
    least: int | None = Field(default=None, ge=0)
    most: int | None = Field(default=None, ge=1)
    just_one: Condition | None = None
    layout: Literal["pair"] | None = None
    proposes: int | None = Field(default=None, ge=1)
    longest: int = Field(default=500, ge=1, le=5000)
    suggests: bool = False
    says: Saying | None = None
    silent: bool = False
    share: Literal["share", "talk_first", "keep"] | None = None
    private: bool = False
    apart: bool = False
    may_say_no: bool = False
    when: Condition | None = None
    later: Name | None = None
    was: Former = ()
    purpose: Sentence | None = None
    ground: Sentence | None = None
    keep: KeptFor | None = None
    sensitivity: Literal["ordinary", "careful"] | None = None

    @property
    def label(self) -> str:
        """The short name, or the question itself where none was written."""
        return self.name or self.ask

    @property
    def one_statement_per_option(self) -> bool:
        return self.says is not None and self.says.endswith("/*")


class Chapter(Content):
    """A few questions on one subject, with the part of the profile they speak to and what holds for all of them."""

    id: Name
    title: Sentence
    part: Part
    guide: Sentence
    purpose: Sentence
    ground: Sentence
    keep: KeptFor
    sensitivity: Literal["ordinary", "careful"] = "ordinary"
    when: Condition | None = None
    questions: tuple[Question, ...] = Field(min_length=1)


class Flow(Content):
    """A whole conversation. `retired` keeps the ids that were once published: they never mean something else."""

    id: Name
    version: int = Field(ge=1)
    scales: dict[Name, Scale] = {}
    chapters: tuple[Chapter, ...] = Field(min_length=1)
    retired: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def hand_down(cls, data: object) -> object:
        """Questions inherit what their chapter says of purpose, ground, retention and sensitivity."""
        if isinstance(data, dict):
            for chapter in data.get("chapters") or ():
                _hand_down(chapter)
        return data

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {question.id: question for chapter in self.chapters for question in chapter.questions}

    @cached_property
    def chapter_of(self) -> dict[str, Chapter]:
        return {question.id: chapter for chapter in self.chapters for question in chapter.questions}

    @cached_property
    def asked_in(self) -> dict[str, tuple[Question, ...]]:
        """The questions of each chapter by its id: first those that earlier chapters left for it, then its own."""
        left = {
            chapter.id: [one for one in self.questions.values() if one.later == chapter.id] for chapter in self.chapters
        }
        return {chapter.id: (*left[chapter.id], *chapter.questions) for chapter in self.chapters}

    @cached_property
    def offers_by_condition(self) -> frozenset[str]:
        """Ids of the questions that have an option for some people only."""
        asked = self.questions.values()
        return frozenset(one.id for one in asked if any(option.when for option in self.options_of(one).values()))

    @cached_property
    def named(self) -> dict[str, Former]:
        """Every id that an answer can hold, in the order of the flow, with its old names: `question`,
        `question.option`, and of a list `question.field` and `question.field.option`."""
        return dict(_named(self))

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Today's id by each old one. The old name stands beside today's: `hours.few` became `hours.under_17`."""
        found: dict[str, str] = {}
        for name, former in self.named.items():
            around = name.rpartition(".")[0]
            found |= {f"{around}.{old}" if around else old: name for old in former}
        return found

    def options_of(self, question: Question) -> dict[str, Option]:
        """The question's own options, or those of its scale."""
        return self.scales[question.scale].options if question.scale in self.scales else question.options

    def choices_of(self, question: Question) -> tuple[str, ...]:
        """The ids of all that can ever be chosen here: options, or the cards of a pick."""
        if question.cards is None:
            return tuple(self.options_of(question))
        source = self.questions.get(question.cards.chosen or "")
        drawn = question.cards.questions if source is None else tuple(self.options_of(source))
        return (*drawn, *question.options)

    def chapter(self, chapter_id: str) -> Chapter | None:
        return next((chapter for chapter in self.chapters if chapter.id == chapter_id), None)


def _named(flow: Flow) -> Iterator[tuple[str, Former]]:
    for question in flow.questions.values():
        yield question.id, question.was
        yield from ((f"{question.id}.{name}", one.was) for name, one in flow.options_of(question).items())
        for name, field in question.fields.items():
            yield f"{question.id}.{name}", field.was
            yield from ((f"{question.id}.{name}.{option}", one.was) for option, one in field.options.items())


def _hand_down(chapter: object) -> None:
    if not isinstance(chapter, dict) or not isinstance(chapter.get("questions"), list):
        return
    for question in chapter["questions"]:
        if isinstance(question, dict):
            for key in HANDED_DOWN:
                if chapter.get(key) is not None:
                    question.setdefault(key, chapter[key])
