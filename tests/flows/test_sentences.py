"""Would a tired person who distrusts forms understand it at once? What a program can check of that, in two languages.

The limits are those of the domain content (section 4): B1 at most, checked on every sentence that the flow can show.
"""

import re
from collections.abc import Iterator

from kompas.conversation.flow import Flow
from kompas.conversation.plain_language import HELP_WORDS, QUESTION_WORDS, sentences, words
from tests.flows.texts import everything, help_texts, questions_and_options

HARSH = frozenset(
    """afstand beperking belemmering boete competentie controleren drempel drijfveer formulier fraude gebrek
    klantmanager korting maatregel plicht probleem re-integratie sanctie schuld schulden solliciteren sollicitatie
    tekortkoming trede verplicht verplichting zwakte""".split()
)
"""Words that are rare (below Zipf 4.0), that measure people, or that threaten them."""

NO_WORDS = frozenset({"niet", "geen", "nooit", "niemand", "niets", "nergens", "zonder"})

MAY_SAY_NO = frozenset(
    {
        "Is er werk dat je echt niet wilt?",
        "Je hoeft niet te zeggen waarom.",
        "Niet leuk",
        "Niet nu",
        "Niets nodig",
        "Nog niemand",
        "Nog niet",
        "Nog niet zeker",
        "Weet ik nog niet",
    }
)
"""Fixed answers that have to be there, so that nobody is led to a yes."""

PASSIVE = frozenset({"word", "wordt", "worden", "werd", "werden", "geworden"})
HARD_TO_DECODE = re.compile(r"[()\[\]/&]|\b[A-Z]{2,}\b|\b(?:bijv|enz|evt|incl|etc)\b|\b\w\.\w")


def too_long(texts: Iterator[str], most: int) -> list[str]:
    return [text for text in texts if any(len(words(sentence)) > most for sentence in sentences(text))]


def test_every_sentence_of_the_conversation_is_there_in_dutch(flow: Flow, dutch: dict[str, str]) -> None:
    assert [text for text in everything(flow) if not dutch.get(text)] == []


def test_a_question_or_answer_has_at_most_ten_words(flow: Flow, dutch: dict[str, str]) -> None:
    assert too_long(questions_and_options(flow), QUESTION_WORDS) == []
    assert too_long((dutch[text] for text in questions_and_options(flow)), QUESTION_WORDS) == []


def test_help_has_at_most_fifteen_words_a_sentence(flow: Flow, dutch: dict[str, str]) -> None:
    assert too_long(help_texts(flow), HELP_WORDS) == []
    assert too_long((dutch[text] for text in help_texts(flow)), HELP_WORDS) == []


def test_no_screen_or_letter_says_more_than_fifteen_words_at_once(dutch: dict[str, str]) -> None:
    assert too_long((text for text in dutch.values() if isinstance(text, str)), HELP_WORDS) == []
    assert too_long(iter(dutch), HELP_WORDS) == []


def test_one_screen_asks_one_thing(flow: Flow, dutch: dict[str, str]) -> None:
    screens = [
        " ".join(dutch[text] for text in (question.ask, question.help, question.example) if text)
        for question in flow.questions.values()
    ]
    assert [screen for screen in screens if screen.count("?") > 1] == []


def test_nobody_is_measured_or_threatened_by_a_word(dutch: dict[str, str]) -> None:
    """On every screen that a client can see, not in the questions alone."""
    said = [text for text in dutch.values() if isinstance(text, str)]
    assert [text for text in said if HARSH & {word.lower() for word in words(text)}] == []


def test_the_conversation_says_what_is_and_not_what_is_not(flow: Flow, dutch: dict[str, str]) -> None:
    said = {dutch[text] for text in everything(flow)} - MAY_SAY_NO
    assert [text for text in said if NO_WORDS & {word.lower() for word in words(text)}] == []


def test_every_allowed_no_is_still_said_somewhere(flow: Flow, dutch: dict[str, str]) -> None:
    assert {dutch[text] for text in everything(flow)} >= MAY_SAY_NO


def test_people_do_things_and_nothing_is_done_to_them(flow: Flow, dutch: dict[str, str]) -> None:
    said = {dutch[text] for text in everything(flow)}
    assert [text for text in said if PASSIVE & {word.lower() for word in words(text)}] == []


def test_nothing_has_to_be_decoded(flow: Flow, dutch: dict[str, str]) -> None:
    """No brackets, no "and/or", no abbreviations."""
    said = {text for one in everything(flow) for text in (one, dutch[one])}
    assert [text for text in said if HARD_TO_DECODE.search(text)] == []


def test_cards_speak_as_the_person_who_reads_them(flow: Flow, dutch: dict[str, str]) -> None:
    cards = [one.ask for one in flow.questions.values() if one.kind == "faces" and one.scale != "enjoy"]
    assert [card for card in cards if not card.startswith("I ") or not dutch[card].startswith("Ik ")] == []


def test_the_client_is_spoken_to_as_a_person(flow: Flow, dutch: dict[str, str]) -> None:
    """Dutch says "je" and "jij", never the distant "u"."""
    distant = {"u", "uw", "uzelf"}
    assert [text for text in dutch.values() if isinstance(text, str) and distant & set(words(text.lower()))] == []
