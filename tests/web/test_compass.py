"""The compass of a profile: what somebody said first, whole words in a round picture, the same for who hears it."""

import gettext
import re
import sys
from collections.abc import Iterator, Mapping
from math import sqrt
from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTFont

import kompas
from kompas.conversation.flow import Flow
from kompas.web.compass import FOUR, MIDDLE, TITLE, WIDTH, WORD, Compass, Direction, Petal, Saying, compass_of, width
from kompas.web.directions import compass_picture
from kompas.web.lines import TITLES, in_parts
from tests.web.pages import Page, Person
from tests.web.telling import says
from tests.web.test_second_language import TALENT, olena, phone  # noqa: F401 (fixtures)

LANGUAGES = ("en", "nl", "ar", "tr", "pl", "uk")
RIM, GAP, ABOVE_LINE, BELOW_LINE = 6, 4, 0.75, 0.25
"""Thick as they are drawn; and how far letters of a size reach from their baseline."""
MOST_BYTES = 2900
"""Of the picture without its words, not yet squeezed (then a third is left)."""


@pytest.fixture(scope="module")
def said(flows: Mapping[str, Flow]) -> dict[str, dict[str, str]]:
    """Every sentence that a line can be named by, and the titles, by language."""
    asked = flows["kompas"].questions.values()
    names = {text for one in asked for text in (one.label, *(option.text for option in one.options.values())) if text}
    titles = {str(TITLES[part][0]) for part in FOUR}
    return {language: _spoken(language, names | titles) for language in LANGUAGES}


def _spoken(language: str, sentences: set[str]) -> dict[str, str]:
    if language == "en":
        return {one: one for one in sentences}
    spoken = gettext.translation("client", Path(kompas.__file__).parent / "translations", [language])
    return {one: spoken.gettext(one) for one in sentences}


def compass(names: tuple[str, ...], titles: Mapping[str, str], *, mirrored: bool = False) -> Compass:
    """Everybody's four directions with the same names in each."""
    english = [str(TITLES[part][0]) for part in FOUR]
    called = [titles.get(one, one) for one in english]
    return compass_of(
        [Direction(part, called[at], TITLES[part][1], names) for at, part in enumerate(FOUR)], mirrored=mirrored
    )


def rows(petal: Petal) -> Iterator[tuple[int, str, float]]:
    sized: list[tuple[Saying, float]] = [(petal.title, TITLE), *((word, WORD) for word in petal.words)]
    yield from ((y, text, size) for saying, size in sized for y, text in saying.rows)


def outside(one: Compass) -> list[str]:
    """What leaves the rim, or crosses the needle's line beside it."""
    found = []
    for petal in one.petals:
        for y, text, size in rows(petal):
            half = width(text, size) / 2
            chord = min(_half_chord(one, y - size * ABOVE_LINE), _half_chord(one, y + size * BELOW_LINE))
            off = abs(petal.x - MIDDLE)
            if off + half > chord or (off and half > off - GAP):
                found.append(f"{petal.direction.part}: {text}")
    return found


def _half_chord(one: Compass, y: float) -> float:
    """From the middle to the inside of the rim, this far down."""
    radius = WIDTH / 2
    deep = max(radius - min(y, one.height - y), 0)
    return sqrt(max((radius - RIM) ** 2 - deep**2, 0))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_leaves_the_picture_however_long_it_is(said: dict[str, dict[str, str]], language: str) -> None:
    spoken, mirrored = said[language], language == "ar"
    names = sorted(spoken.values(), key=len)
    assert len(names) > 150
    wrong = [one for at in range(len(names)) for one in outside(compass(tuple(names[at : at + 3]), spoken))]
    assert wrong == []
    assert outside(compass(tuple(names[::-1]), spoken, mirrored=mirrored)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_can_choose_fits_nearly_always(said: dict[str, dict[str, str]], language: str) -> None:
    """Between the needle and the rim, where there is least room; a sentence of one's own is left to the lines."""
    names = [one for one in said[language].values() if one.count(" ") < 6]
    left_out = [one for one in names if not compass((one,), said[language]).petals[1].words]
    sys.stdout.write(f"{language}: {len(left_out)} of {len(names)} are left to the lines: {left_out}\n")
    assert len(left_out) < len(names) / 20


@pytest.mark.parametrize("weight", [400, 700])
def test_letters_are_never_wider_than_they_are_taken_for(said: dict[str, dict[str, str]], weight: int) -> None:
    """Against Noto Sans, wider than the letters of most phones. Joined Arabic is narrower than letter by letter."""
    font = TTFont(fontpkg.path("Noto Sans"))
    drawn_as, glyphs, em = font.getBestCmap(), font.getGlyphSet(location={"wght": weight}), font["head"].unitsPerEm
    texts = {text for language in LANGUAGES if language != "ar" for text in said[language].values()}
    wide = {one: glyphs[drawn_as[ord(one)]].width / em for one in set("".join(texts))}
    assert [text for text in texts if sum(wide[letter] for letter in text) > width(text, 1)] == []


def test_the_first_words_stand_there_in_their_order_and_never_a_part_of_one() -> None:
    one = compass(("Helping", "A" * 60, "Keeping going", "Learning", "Planning"), {})
    for petal in one.petals:
        assert petal.told == ("Helping", "Keeping going", "Learning")


def test_a_language_from_right_to_left_swaps_west_and_east_and_nothing_else() -> None:
    here, there = (compass(("Helping", "Learning"), {}, mirrored=mirrored) for mirrored in (False, True))
    assert [petal.x for petal in there.petals] == [WIDTH - petal.x for petal in here.petals]
    assert [list(rows(petal)) for petal in there.petals] == [list(rows(petal)) for petal in here.petals]
    assert there.areas == (here.areas[0], here.areas[2], here.areas[1], here.areas[3])


def test_with_nothing_told_it_is_round_and_holds_four_names() -> None:
    one = compass((), {})
    assert one.height == WIDTH
    assert [petal.title.text for petal in one.petals] == [str(TITLES[part][0]) for part in FOUR]
    assert [petal.words for petal in one.petals] == [()] * 4


# --- On the page ------------------------------------------------------------------------------------------------------


def drawn(page: Page) -> list[str]:
    """The texts of the picture: those of the four directions, each with its title first."""
    picture = page.body[page.body.index("<svg viewBox") :].partition("</svg>")[0]
    groups = picture.split("<g font-size")[1:]
    return [" ".join(_plain(text) for text in re.findall(r"<text.*?</text>", group)) for group in groups]


def heard(page: Page) -> list[str]:
    """The same of the list that stands with it."""
    after = page.body[page.body.index('<div class="directions">') :].partition("</svg>")[2].partition("</div>")[0]
    return [
        " ".join(_plain(text) for text in re.findall(r'<(?:span|b) class="unseen">.*?</|<li>.*?</li>', group))
        for group in after.split('<li class="part-')[1:]
    ]


def _plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]*>?", "", markup).split())


def test_who_listens_hears_what_is_drawn(phone: Person) -> None:  # noqa: F811 (a fixture)
    says(phone, TALENT, "yes")
    says(phone, "talent_learning", "yes")
    page = phone.get("/profile")
    assert drawn(page) == heard(page)
    assert drawn(page)[0] == "What I am good at Helping Learning"
    assert drawn(page)[1:] == ["Why I work", "How I like to work", "What helps me"]
    assert page.links["What I am good at"] == "#good_at"


def test_a_line_said_differently_stands_there_in_those_words(phone: Person) -> None:  # noqa: F811 (a fixture)
    says(phone, TALENT, "yes")
    phone.get("/profile")
    token = re.search(r'name="csrf_token" value="([^"]+)"', phone.get("/profile").body)
    assert token
    fields = {"csrf_token": token[1], "line": "strength/helping", "do": "say", "words": "Zorgen voor wie ziek is"}
    phone.post("/profile", fields)
    assert drawn(phone.get("/profile"))[0] == "What I am good at Zorgen voor wie ziek is"


def test_the_picture_is_small_before_a_word_is_said(phone: Person) -> None:  # noqa: F811 (a fixture)
    says(phone, TALENT, "yes")
    page = phone.get("/profile")
    picture = page.body[page.body.index("<svg viewBox") :].partition("</svg>")[0]
    assert len(picture) - sum(map(len, drawn(page))) < MOST_BYTES


def test_for_paper_it_carries_its_own_icons_and_colours(app) -> None:
    with app.test_request_context("/"):
        picture = compass_picture(in_parts([]))
        assert picture.told == ". ".join(str(TITLES[part][0]) for part in FOUR)
    uses = re.findall(r'href="([^"]*)"', picture.svg)
    assert uses == [f"#{TITLES[part][1]}" for part in FOUR]
    assert all(f'<symbol id="{one[1:]}"' in picture.svg for one in uses)
    assert 'class="part-why" color="#74388f"' in picture.svg
    assert "http" not in picture.svg.replace("http://www.w3.org/2000/svg", "")
