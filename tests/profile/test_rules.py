"""The rule file: readable, whole, and blind to who somebody is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from kompas.occupations.occupation import Occupation
from kompas.occupations.reading import NEEDS, TAGS, VALUES
from kompas.profile.because import Because
from kompas.profile.concluding import Adviser
from kompas.profile.fit import Looking
from kompas.profile.heard import Heard
from kompas.profile.rules import Rules, Section, read_rules
from kompas.profile.standing import Standing
from kompas.profile.statements import RULES_VERSION
from kompas.profile.still_holding import HINT_LASTS
from kompas.profile.worked_out import WorkedOut, work_out
from tests.architecture.sources import modules
from tests.conversation.ours import our_flow
from tests.profile.working import PACKAGE, cards, heard, our_occupations, our_rules, rule_file, worked_out

PERSONAL = re.compile(
    r"(^|_)(sex|gender|man|woman|male|female|age|birth|born|year_of_birth|origin|country|nation\w*|postcode|zip|"
    r"language|tongue|religion|belief|health|illness|name_of_client|locale)($|_)"
)
"""What no rule may look at. A need for Dutch, or a card about health as a subject, tells what somebody wants."""

CARDS = {"interest_health"}


class Recording(dict[str, Any]):
    """Answers that remember what was asked for."""

    def __init__(self, answers: Mapping[str, Any], asked: set[str]) -> None:
        super().__init__(answers)
        self.asked = asked

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return super().__contains__(key)


def words_of(part: Any) -> Iterator[str]:
    """Every word of the rule file that is no sentence for people."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key not in ("title", "why", "name", "text"):
                yield from (str(key), *words_of(value))
    elif isinstance(part, list):
        for one in part:
            yield from words_of(one)
    else:
        yield str(part)


def test_no_rule_names_who_somebody_is() -> None:
    assert [word for word in words_of(yaml.safe_load(rule_file())) if PERSONAL.search(word) and word not in CARDS] == []


def test_only_answers_that_the_rule_file_names_are_looked_at() -> None:
    flow, known = our_flow(), heard({**cards(caring=2), "needs": ["dutch"], "clarity_of_direction": 2})
    asked: set[str] = set()
    recorded = replace(known, weights=Recording(known.weights, asked), choices=Recording(known.choices, asked))
    work_out(our_rules(), our_occupations(), recorded)
    questions = {slot.partition(".")[0] for slot in asked if slot}
    named = set(words_of(yaml.safe_load(rule_file())))
    assert questions <= named | {"situation"}
    assert questions <= flow.questions.keys()
    assert not [question for question in questions if PERSONAL.search(question) and question not in CARDS]


def test_the_rules_are_given_answers_and_nothing_about_the_client() -> None:
    """`work_out` takes rules, occupations, what was heard, and what the client and the region say of work."""
    code = next(path for path in modules("profile") if path.name == "worked_out.py").read_text()
    assert (
        re.search(r"def work_out\((.*?)\) ->", code, re.DOTALL)[1].split()
        == (
            "rules: Rules, occupations: Collection[Occupation], heard: Heard, *, region: Region | None = None, "
            "not_for_me: Collection[str] = (), chosen: Collection[str] = (),"
        ).split()
    )


def test_nothing_that_the_code_is_handed_says_who_somebody_is() -> None:
    """By name: what is heard, what somebody looks for, what is known of work, and each column of the occupations."""
    held = (field.name for kind in (Heard, Looking, Standing, Occupation, Adviser) for field in fields(kind))
    columns = (PACKAGE / "occupations" / "occupations.csv").read_text(encoding="utf-8").partition("\nname,")[2]
    named = [*held, *f"name,{columns}".partition("\n")[0].split(",")]
    assert len(named) > 40
    assert [name for name in named if PERSONAL.search(name)] == []


def test_where_somebody_learned_or_what_they_tell_in_words_changes_no_rule() -> None:
    said = {**cards(caring=2), "clarity_of_direction": 2}
    plain = worked_out(said)
    for more in ({"schooling": "other_country"}, {"told_more": [{"kind": "paid_work", "what": "A taxi in Aleppo"}]}):
        assert worked_out(said, **more) == plain


def test_everything_that_the_rules_name_is_asked() -> None:
    rules, flow = our_rules(), our_flow()
    for question, options in named_in(rules):
        assert question in flow.questions, question
        known = {*flow.choices_of(flow.questions[question])}
        assert set(options) <= known, question
    for name, range_ in (pair for of in rules.figures.mean_of.values() for pair in of.items()):
        weights = [one.weight for one in flow.options_of(flow.questions[name]).values()]
        assert range_ == (min(weights), max(weights)), name


def named_in(rules: Rules) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every question that a rule names, with the options that it names."""
    for said in (rules.strengths, rules.drivers):
        yield from ((card, ()) for card in (*said.cards, said.top))
    yield from ((card, ()) for card in rules.interests.cards)
    yield rules.interests.experience, tuple(rules.interests.by_field)
    yield rules.interests.liked, tuple(rules.interests.by_field)
    yield rules.suggested.vetoed, tuple(rules.interests.by_field)
    yield from ((question, tuple(wish.options)) for question, wish in rules.fit.wishes.items())
    needed, needs = rules.needed, rules.needs
    yield needed.assets, tuple(one.asset for one in needed.words.values() if one.asset)
    yield needed.hours, tuple(needed.hours_options)
    yield needed.times, needed.unusual_times
    yield needs.chosen, (needs.none, *rules.supports.by_need)
    yield needs.timing, tuple(time for time in needs.order if time != "unknown")
    yield needs.top, ()
    yield "situation", tuple(one.when.situation for one in rules.steps.rules if one.when.situation)
    yield from ((question, ()) for question in rules.contact.questions)


def test_what_the_rules_say_of_work_is_known_of_work() -> None:
    rules = our_rules()
    assert set(rules.drivers.work_values.values()) <= set(VALUES)
    assert {wish.tag for wish in rules.fit.wishes.values()} <= set(TAGS)
    assert {code for words in NEEDS.values() for code in words.values()} <= rules.needed.words.keys()
    supports = {one.support for one in (*rules.needed.words.values(), *rules.bridge.steps) if one.support}
    assert supports <= rules.supports.offers.keys()


def test_every_subject_says_why_in_two_languages() -> None:
    assert len(our_rules().sections) == len(Rules.model_fields) - 1
    for section in our_rules().sections.values():
        assert isinstance(section, Section)
        assert all((section.title.en, section.title.nl, section.why.en, section.why.nl))


def test_a_reason_or_requirement_always_has_words() -> None:
    rules = our_rules()
    said = {**cards(caring=2, teaching=1), "experience_fields": ["care"], "wish_hours": "from_33", "wish_place": 0}
    for one in worked_out(said).suggested:
        assert {reason.code for reason in one.reasons} <= rules.reasons.words.keys()
        assert {needed.code for needed in one.needed} <= rules.needed.words.keys()


@pytest.mark.parametrize(
    ("wrong", "instead"),
    [("field: 0.40", "field: 0.50"), ("deck_share: 0.6", "deck_share: 60"), ("letter: I}", "letter: X}")],
)
def test_a_mistake_in_the_rule_file_is_found(wrong: str, instead: str) -> None:
    with pytest.raises(ValidationError):
        read_rules(rule_file().replace(wrong, instead, 1))


def test_an_unknown_word_in_the_rule_file_is_a_mistake() -> None:
    with pytest.raises(ValidationError):
        read_rules(rule_file() + "\nage: {weight: 1}\n")


def because_of(profile: WorkedOut) -> Iterator[Because]:
    """Everything in a profile that says why it is there."""
    figures = (*profile.letters.values(), *profile.fields.values(), *profile.figures.values())
    yield from (figure.because for figure in figures if figure is not None)
    yield from (one.because for one in (*profile.strengths, *profile.drivers, *profile.needs, *profile.bridge))
    yield from (one.because for work in profile.suggested for one in (*work.reasons, *work.needed))
    yield from (profile.step.because, profile.hint.because)


def test_every_reason_leads_to_its_place_in_the_rule_file() -> None:
    said = {**cards(caring=2), "needs": ["dutch"], "clarity_of_direction": 0, "talent_helping": 2}
    sections = our_rules().sections
    assert {because.rule.partition(".")[0] for because in because_of(worked_out(said))} <= sections.keys()


def test_a_hint_lasts_as_long_as_people_read_that_it_does() -> None:
    months = our_rules().hints.months
    assert timedelta(days=30 * months) < HINT_LASTS <= timedelta(days=31 * months)


def test_a_profile_version_keeps_the_version_of_these_rules() -> None:
    assert our_rules().version == RULES_VERSION
