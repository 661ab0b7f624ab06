"""The word lists that Kompas ships, on stories as people tell them in six languages (made up by us)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from kompas.commands.check_flows import check_flows
from kompas.conversation.mistakes import FlowMistakes
from kompas.conversation.own_words import language_of, suggestions
from kompas.conversation.own_words_checking import lists_mistakes
from kompas.conversation.own_words_lists import WordLists, read_lists
from kompas.conversation.own_words_offers import MOST_OFFERS
from tests.conversation.ours import FLOWS, our_flow
from tests.conversation.talking import as_written, question

STORIES = Path(__file__).parent / "stories"
LANGUAGES = ("ar", "en", "nl", "pl", "tr", "uk")


@dataclass(frozen=True)
class Story:
    """What somebody tells, and what may be heard in it: short names, of talents and of fields."""

    language: str
    tells: str
    shows: frozenset[str]
    never: frozenset[str]

    def __str__(self) -> str:
        return f"{self.language}: {self.tells[:40]}"


def stories() -> list[Story]:
    return [
        Story(language, one["tells"], frozenset(one["shows"]), frozenset(one["never"]))
        for language in LANGUAGES
        for one in yaml.safe_load((STORIES / f"{language}.yaml").read_text())
    ]


def sorrows() -> dict[str, list[str]]:
    """By language: what may suggest nothing at all."""
    told: dict[str, list[str]] = yaml.safe_load((STORIES / "sorrow.yaml").read_text())
    return told


def texts() -> dict[str, str]:
    return {file.stem: file.read_text() for file in sorted((FLOWS / "words").glob("*.yaml"))}


@cache
def ours() -> WordLists:
    return read_lists(texts())


def heard(story: Story, lists: WordLists, reads: str) -> list[str]:
    return [short(one.name) for one in suggestions(lists, story.tells, reads)]


def short(name: str) -> str:
    return name.removeprefix("talent_").removeprefix("experience_fields.")


@pytest.mark.parametrize("story", stories(), ids=str)
def test_a_story_suggests_what_it_shows_and_nothing_to_laugh_at(story: Story) -> None:
    told = heard(story, ours(), story.language)
    assert story.shows <= set(told[:MOST_OFFERS])
    assert not story.never & set(told)
    if not story.shows:
        assert told == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_about_war_death_illness_or_violence_suggests_nothing(language: str) -> None:
    told = sorrows()[language]
    assert len(told) >= 30
    for screen in (language, "en", "nl"):
        heard_in = {one: heard(Story(language, one, frozenset(), frozenset()), ours(), screen) for one in told}
        assert {one: names for one, names in heard_in.items() if names} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_languages_hear_nothing_else_in_it_whatever_language_the_screen_is_in(language: str) -> None:
    alone = WordLists(tuple(one for one in ours().entries if one.language == language), ours().about)
    for story in stories():
        if story.language == language:
            own = heard(story, alone, language)
            assert [heard(story, ours(), reads) for reads in LANGUAGES] == [own] * len(LANGUAGES), story.tells


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_stories_tell_their_language_by_themselves(language: str) -> None:
    told = [language_of(ours(), story.tells, "none") for story in stories() if story.language == language]
    assert len(told) >= 12
    assert told.count(language) > len(told) * 0.75


def test_every_talent_and_every_field_has_words_in_every_language() -> None:
    flow = our_flow()
    talents = {name for name in flow.questions if name.startswith("talent_")}
    fields = {f"experience_fields.{one}" for one in flow.questions["fields_vetoed"].options}
    assert (len(talents), len(fields)) == (14, 16)
    for language in LANGUAGES:
        named = {one.name for one in ours().entries if one.language == language}
        assert named == talents | fields | {"means_something_else", "tells_of_sorrow"}


def test_every_talent_and_every_field_is_told_of_in_some_story() -> None:
    shown = {name for story in stories() for name in story.shows}
    assert {short(one.name) for one in ours().entries} - shown == {"means_something_else", "tells_of_sorrow"}


def test_our_lists_have_no_mistakes() -> None:
    assert lists_mistakes([our_flow()], {f"{name}.yaml": text for name, text in texts().items()}) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "talent_singing: sang*",
            "nl.yaml:1: “talent_singing” is no card with faces and no option of a question with many.",
        ),
        ("experience_fields: {moon: maan}", "nl.yaml:1: “experience_fields.moon” is no card"),
        ("talent_helping:\n", "nl.yaml:1: Words are missing here, with a comma between two."),
        ("talent_helping: geholpen, Geholpen", "nl.yaml:1: “Geholpen” stands here twice."),
        ("shows_the_language: ik\ntalent_helping: ik", "nl.yaml:2: “ik” is a small word of the language"),
        ("talent_helping: geholpen,, hielp", "nl.yaml:1: “” holds no word."),
        ("talent_helping: … op", "nl.yaml:1: “… op”: room (…) belongs between two words."),
        ("talent_helping: he*", "nl.yaml:1: “he*”: the beginning of a first word has 3 letters at least."),
        ("talent_helping: [geholpen]", "nl.yaml:1: Words are missing here"),
        ("- geholpen", "nl.yaml:1: A word list holds names, each with words after it."),
        ("talent_helping: geholpen", "nl.yaml:1: “talent_handy” is in other languages; it has no words here."),
        ("needs: {nothing_needed: niets}", "nl.yaml:1: “needs.nothing_needed” is no card"),
        (
            "talent_helping: " + ", ".join(f"ik {number}" for number in range(41)),
            "nl.yaml:1: 41 phrases begin with “ik”",
        ),
    ],
)
def test_a_mistake_in_a_list_is_said_with_its_line(text: str, sentence: str) -> None:
    found = lists_mistakes([our_flow()], {"nl.yaml": text, "en.yaml": "talent_handy: sewed"})
    assert any(str(one).startswith(sentence) for one in found), found


def test_the_command_looks_at_the_lists_beside_a_flow(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "nl.yaml").write_text("# Dutch\ntalent_singing: zong")
    (tmp_path / "talk.yaml").write_text(as_written(question("proud_day", "text", suggests=True)))
    said = CliRunner().invoke(check_flows, [str(tmp_path)])
    assert said.exit_code == 1
    assert "words/nl.yaml:2: “talent_singing” is no card with faces" in said.output
    (tmp_path / "talk.yaml").write_text(as_written(question("talent_helping", "faces", suggests=True)))
    said = CliRunner().invoke(check_flows, [str(tmp_path)])
    assert "Only own words suggest; “talent_helping” is of kind faces." in said.output


def test_a_list_that_is_no_yaml_is_said_and_stops_the_start() -> None:
    assert lists_mistakes([our_flow()], {"nl.yaml": "talent_helping: *"})
    with pytest.raises(FlowMistakes):
        read_lists({"nl": "talent_helping: *"})
