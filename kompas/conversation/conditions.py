"""Conditions that look back: what was answered, a named fact, or a switch of the organisation. Nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from kompas.conversation.answers import Answer, Answers, question_of
from kompas.conversation.facts import FACTS

if TYPE_CHECKING:
    from kompas.conversation.flow import Flow


@dataclass(frozen=True)
class Context:
    """What a walk may know besides the answers: switches of the organisation, read-aloud, minutes used. No clock."""

    switches: frozenset[str] = frozenset()
    read_aloud: bool = False
    minutes_used: int = 0


class Look(BaseModel):
    """One look back. Exactly one of: a question with is, has, in or answered; a fact; a switch."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str | None = None
    is_: str | None = Field(default=None, alias="is")
    has: str | None = None
    in_: tuple[str, ...] | None = Field(default=None, alias="in")
    answered: bool | None = None
    fact: str | None = None
    switch: str | None = None

    @model_validator(mode="after")
    def says_one_thing(self) -> "Look":
        looks = sum(look is not None for look in (self.is_, self.has, self.in_, self.answered))
        subjects = sum(subject is not None for subject in (self.question, self.fact, self.switch))
        if subjects != 1 or looks != (1 if self.question else 0):
            raise ValueError("a condition is a question with is, has, in or answered; or a fact; or a switch")
        return self

    @property
    def looks(self) -> tuple["Look", ...]:
        return (self,)

    @property
    def options(self) -> tuple[str, ...]:
        """The options that it names."""
        return tuple(one for one in (self.is_, self.has) if one is not None) + (self.in_ or ())

    def holds(self, flow: "Flow", answers: Answers, context: Context) -> bool:
        if self.switch is not None:
            return self.switch in context.switches
        if self.fact is not None:
            return FACTS[self.fact](flow, answers)
        said = list(_said(self.question, answers))
        if self.answered is not None:
            return bool(said) == self.answered
        return any(option in answer.options for answer in said for option in self.options)


def _said(question: str | None, answers: Answers) -> Iterator[Answer]:
    """What was answered to a question: once, or each time where it repeats. "That is all" says nothing more."""
    for slot, answer in answers.items():
        if question_of(slot) == question and answer.state == "given" and answer.value is not None:
            yield answer


class Group(BaseModel):
    """One level of `all` or `any` of looks back."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    all_: tuple[Look, ...] | None = Field(default=None, alias="all", min_length=1)
    any_: tuple[Look, ...] | None = Field(default=None, alias="any", min_length=1)

    @model_validator(mode="after")
    def says_one_thing(self) -> "Group":
        if (self.all_ is None) == (self.any_ is None):
            raise ValueError("a condition has either all or any")
        return self

    @property
    def looks(self) -> tuple[Look, ...]:
        return self.all_ or self.any_ or ()

    def holds(self, flow: "Flow", answers: Answers, context: Context) -> bool:
        enough = all if self.all_ is not None else any
        return enough(look.holds(flow, answers, context) for look in self.looks)


def _which(written: Any) -> str:
    grouped = isinstance(written, Group) or (isinstance(written, dict) and bool(written.keys() & {"all", "any"}))
    return "group" if grouped else "look"


Condition = Annotated[Annotated[Look, Tag("look")] | Annotated[Group, Tag("group")], Discriminator(_which)]


def holds(condition: Look | Group | None, flow: "Flow", answers: Answers, context: Context) -> bool:
    """True where nothing is asked, or what is asked holds."""
    return condition is None or condition.holds(flow, answers, context)
