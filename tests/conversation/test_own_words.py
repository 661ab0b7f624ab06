"""Words that may tell of a talent: found as people write them, marked where they stand, and nothing made up."""

import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompas.conversation.own_words import language_of, suggestions
from kompas.conversation.own_words_lists import WordLists, read_lists
from kompas.conversation.own_words_spelling import fold, words_of

DUTCH = """
shows_the_language: ik, de, heb, mijn
says_no_before: niet, geen, niet zo goed
says_no_after: niet
goes_on: en, of
somebody_else: mijn man, oma
says_i: ik
means_something_else: schoonmoeder*, mij geholpen
tells_of_sorrow: overleden, op de vlucht
talent_helping: geholpen, paste … op
talent_handy: schoon*, één hand
experience_fields: {children: kind, cooking: kook*}
"""
ENGLISH = """
shows_the_language: i, the, was, my
means_something_else: kind
talent_handy: "mend*"
"""
TURKISH = """
says_no_at_the_end: madı
somebody_else: annem
says_i_at_the_end: dim
experience_fields: {cleaning: temizle*, building: "ırmak*"}
"""
ARABIC = """
says_no_before: ما, وما
somebody_else: أمي
says_i_at_the_start: و
talent_helping: ساعد*, مساعدة
"""
LISTS = read_lists({"nl": DUTCH, "en": ENGLISH, "tr": TURKISH, "ar": ARABIC})


def found(text: str, reads: str = "nl") -> dict[str, list[str]]:
    """What is suggested, with the words that led to it."""
    return {one.name: [text[start:end] for start, end in one.spans] for one in suggestions(LISTS, text, reads)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ik KOOKTE.", ["KOOKTE"]),
        ("ik kook, kookte en kook", ["kook", "kookte", "kook"]),
        ("koo\u00adkte", ["koo\u00adkte"]),
        ("(kookles)", ["kookles"]),
    ],
)
def test_a_beginning_stands_for_all_words_that_begin_so(text: str, words: list[str]) -> None:
    assert found(text) == {"experience_fields.cooking": words}


@pytest.mark.parametrize("written", ["één hand", "e\u0301e\u0301n hand", "een hand", "EEN HAND", "één  hand"])
def test_accents_are_no_matter_however_they_are_written(written: str) -> None:
    assert found(f"met {written} klaar") == {"talent_handy": written.split()}


@pytest.mark.parametrize(
    "written", ["ساعدت", "سَاعَدْتُ", "ســاعدت", "وساعدتها", "فبساعدك", "والمساعده", "بالمساعدة", "للمساعدة"]
)
def test_arabic_is_found_with_and_without_what_is_written_around_a_word(written: str) -> None:
    assert found(f"يوم {written}!", "ar") == {"talent_helping": [written]}


@pytest.mark.parametrize("written", ["Irmaklar", "ırmaklar", "IRMAK", "irmak"])
def test_turkish_is_found_with_and_without_dots(written: str) -> None:
    assert found(written, "tr") == {"experience_fields.building": [written]}


@pytest.mark.parametrize("text", ["Ik paste elke woensdag op.", "paste op", "Paste ik op de kleine op"])
def test_a_verb_in_two_parts_is_marked_in_two_places(text: str) -> None:
    [words] = found(text).values()
    assert [word.lower() for word in words] == ["paste", "op"]


@pytest.mark.parametrize("text", ["Het paste. Op tijd.", "paste a b c d e op", "op paste"])
def test_what_stands_too_far_apart_does_not_belong_together(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Ik heb niet geholpen", "nl"),
        ("ik kook niet", "nl"),
        ("ik kan niet zo goed koken", "nl"),
        ("ik heb niet geholpen en kookte of kook", "nl"),
        ("ما ساعدت", "ar"),
        ("وما ساعدتها", "ar"),
        ("Evi temizlemadım", "tr"),
    ],
)
def test_what_somebody_says_they_did_not_do_is_not_suggested(text: str, reads: str) -> None:
    assert found(text, reads) == {}


def test_a_comma_ends_what_is_turned_around() -> None:
    assert found("Dat is niet alles, ik kook. Gewerkt niet, kookte wel.") == {
        "experience_fields.cooking": ["kook", "kookte"]
    }


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Mijn man kookte elke dag.", "nl"),
        ("Feest, oma heeft gekookt en kookte weer", "nl"),
        ("Annem evi temizledi", "tr"),
        ("أمي ساعدت الناس", "ar"),
    ],
)
def test_what_somebody_else_did_is_not_suggested(text: str, reads: str) -> None:
    assert found(text, reads) == {}


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Mijn man was ziek dus kookte ik.", "nl"),
        ("Oma en ik kookten samen", "nl"),
        ("Mijn man was ziek, kookte elke dag", "nl"),
        ("Voor oma kookte ik", "nl"),
        ("Annem için evi temizledim", "tr"),
        ("أمي مرضت وساعدتها", "ar"),
    ],
)
def test_what_the_client_did_for_somebody_is_theirs(text: str, reads: str) -> None:
    assert len(found(text, reads)) == 1


@pytest.mark.parametrize("sorrow", ["Oma is overleden, ik kookte", "Ik kookte op de vlucht en heb geholpen"])
def test_a_sentence_of_sorrow_is_left_in_peace_and_the_next_is_heard(sorrow: str) -> None:
    assert found(sorrow) == {}
    assert found(f"{sorrow}. Ik heb geholpen") == {"talent_helping": ["geholpen"]}


def test_a_longer_phrase_may_mean_something_else() -> None:
    assert found("Mijn schoonmoeder heeft mij geholpen.") == {}
    assert found("Alles schoon, en oma geholpen.") == {"talent_helping": ["geholpen"], "talent_handy": ["schoon"]}


def test_a_word_means_what_it_means_in_the_language_of_the_text() -> None:
    assert found("I was so kind", "nl") == {}
    assert found("Ik heb een kind", "en") == {"experience_fields.children": ["kind"]}
    assert found("kind", "nl") == {"experience_fields.children": ["kind"]}
    assert found("kind", "en") == {}


def test_people_who_mix_languages_are_understood_in_all_of_them() -> None:
    assert set(found("I was proud: kookte and mended, ve evi temizledim, وساعدت أمي", "en")) == {
        "experience_fields.cooking",
        "talent_handy",
        "experience_fields.cleaning",
        "talent_helping",
    }


def test_what_more_words_speak_of_comes_first_and_a_repeated_word_counts_once() -> None:
    assert list(found("geholpen geholpen geholpen. kookte, kook")) == ["experience_fields.cooking", "talent_helping"]


def test_in_doubt_a_text_is_in_the_language_of_the_screen() -> None:
    assert [language_of(LISTS, text, "fr") for text in ("", "ik heb mijn", "the")] == ["fr", "nl", "en"]


PIECES = [
    "ik",
    "heb",
    "niet",
    "kook",
    "kind",
    "paste",
    "op",
    "was",
    "schoonmoeder",
    "één hand",
    "mij",
    "geholpen",
    "ساعدت",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*PIECES, "ــ", "wMIX", ".", ",", "\n", "\u200d", "🙂", "I\u0307"]), max_size=30).map(
        " ".join
    ),
)


@given(TEXTS, st.sampled_from(["nl", "en", "ar", "fr"]))
def test_marks_lie_in_the_text_in_order_and_the_same_text_gives_the_same(text: str, reads: str) -> None:
    told = suggestions(LISTS, text, reads)
    assert told == suggestions(LISTS, text, reads)
    assert len({one.name for one in told}) == len(told)
    for one in told:
        assert one.spans
        edges = [edge for span in one.spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in one.spans)


@given(TEXTS, st.sampled_from(["nl", "en", "ar"]))
def test_marked_words_alone_suggest_the_same(text: str, reads: str) -> None:
    language = language_of(LISTS, text, reads)
    for one in suggestions(LISTS, text, reads):
        alone = " ".join(text[start:end] for start, end in one.spans)
        assert one.name in [other.name for other in suggestions(LISTS, alone, language)]


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    for word in words_of(text):
        assert word.forms[0] == fold(text[word.start : word.end])


@given(st.text(alphabet=" .,\n-–!?", max_size=50))
def test_a_text_without_words_suggests_nothing(text: str) -> None:
    assert suggestions(LISTS, text, "nl") == ()
    assert suggestions(WordLists(), f"kookte {text}", "nl") == ()


def steps(text: str) -> int:
    """Calls that are made to read this text: the same each time, on every machine."""
    count = 0

    def one_more(_frame: FrameType, _event: str, _what: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(one_more)
    try:
        suggestions(LISTS, text, "nl")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "word", ["paste ", "op ", "kook ", "niet ", "a\u0301", "''''a", "و", "والمساعدة ", "kind,", "\u200d"]
)
def test_five_thousand_letters_take_ten_times_as_long_as_five_hundred(word: str) -> None:
    short, long = (word * (letters // len(word)) for letters in (500, 5000))
    assert steps(long) < 12 * steps(short) + 200
    assert steps(long) < 400_000
