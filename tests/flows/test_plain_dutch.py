"""Words that people hear every day, and sentences that are easy to read: measured, on what stands on the screens.

How often a word is used is told by wordfreq's Dutch list, as its Zipf value: 6 is "tijd", 4 is "kinderopvang", 3.4 is
"competentie". The limits are those of the domain content (section 4).
"""

import re
from collections.abc import Collection, Iterable

from wordfreq import zipf_frequency

from kompas.conversation.flow import Flow
from kompas.conversation.plain_language import sentences, words
from tests.flows.texts import everything, on_the_screens_of

IN_THE_CONVERSATION = 4.0
AROUND_IT = 3.0
"""On the other screens, in letters and in mails, where a word stands beside what it does."""

COMPOUNDS = {
    "inlogpagina": ("inloggen", "pagina"),
    "klaarzetten": ("klaar", "zetten"),
    "geldzorgen": ("geld", "zorgen"),
    "nagelezen": ("na", "gelezen"),
    "openlaten": ("open", "laten"),
    "overgetypt": ("over", "getypt"),
    "overtypt": ("over", "typt"),
    "typfout": ("typ", "fout"),
    "uitgelogd": ("uit", "gelogd"),
    "werktijden": ("werk", "tijden"),
}
"""Long words that are two short ones, which anybody hears in them."""

SAID_ALL_THE_SAME = {
    "belangrijkst": "of “belangrijk”, 5.3",
    "berbers": "the name of a language: who speaks it knows it",
    "dozen": "of “doos”, 4.4",
    "goeds": "of “goed”, 6.2",
    "klussen": "what people call it at home",
    "knoop": "on a coat: everybody has one at hand",
    "magazijn": "the name on the door of where this work is done",
    "moois": "of “mooi”, 5.6",
    "oekraïens": "the name of a language",
    "overslaan": "stands on its button on every screen",
    "papiaments": "the name of a language",
    "pools": "the name of a language",
    "portugees": "the name of a language",
    "tigrinya": "the name of a language",
    "tolk": "the only word there is, and who needs one knows it",
    # Around the conversation:
    "avg": "the name of the law, in the privacy notice",
    "gelogd": "of “inloggen”, the word of every site",
    "kopieer": "of “kopiëren”, as phones say it",
    "getypt": "of “typen”, 4.1",
    "typt": "of “typen”, 4.1",
    "typte": "of “typen”, 4.1",
    "verberg": "of “verbergen”, 4.4: what a button of a phone says",
    "vog": "the name on the paper itself, beside what it is",
    "wiste": "of “wissen”, which stands on its button",
}
"""Words below the limit, each with why it stays."""

SYLLABLE = re.compile("aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàáèéëíïóöúü]", re.IGNORECASE)
FILLED_IN = re.compile(r"%\(\w+\)\w|<[^>]+>")


def rare(texts: Iterable[str], least: float) -> list[str]:
    """`word (Zipf): the sentence`, for what is neither usual, nor made of usual words, nor on the list."""
    known = COMPOUNDS.keys() | SAID_ALL_THE_SAME.keys()
    said = {word.lower(): text for text in texts for word in words(FILLED_IN.sub("", text))}
    seldom = {word: zipf_frequency(word, "nl") for word in said.keys() - known}
    return sorted(f"{word} ({often}): {said[word]}" for word, often in seldom.items() if often < least)


def flesch_douma(texts: Collection[str]) -> float:
    """How easily Dutch reads: 206.835 - 0.93 words a sentence - 77 syllables a word. 80 is easy, 60 is a newspaper."""
    lines = [words(sentence) for text in texts for sentence in sentences(text)]
    spoken = [word for line in lines for word in line]
    syllables = sum(len(SYLLABLE.findall(word)) or 1 for word in spoken)
    return 206.835 - 0.93 * len(spoken) / len(lines) - 77 * syllables / len(spoken)


def test_the_conversation_uses_words_of_every_day(flow: Flow, dutch: dict[str, str]) -> None:
    assert rare((dutch[text] for text in everything(flow)), IN_THE_CONVERSATION) == []


def test_no_screen_and_no_letter_uses_a_rare_word(dutch: dict[str, str]) -> None:
    assert rare(dutch.values(), AROUND_IT) == []


def test_a_word_on_the_list_is_said_and_needs_to_be_there(dutch: dict[str, str]) -> None:
    said = {word.lower() for text in dutch.values() for word in words(text)}
    parts = {part for both in COMPOUNDS.values() for part in both}
    assert (COMPOUNDS.keys() | SAID_ALL_THE_SAME.keys()) - said - parts == set()
    assert [word for word in SAID_ALL_THE_SAME if zipf_frequency(word, "nl") >= IN_THE_CONVERSATION] == []


def test_a_long_word_is_made_of_words_that_people_know() -> None:
    assert rare((part for both in COMPOUNDS.values() for part in both), AROUND_IT) == []


def test_every_chapter_reads_easily(flow: Flow, dutch: dict[str, str]) -> None:
    texts = {chapter.id: [dutch[one] for one in on_the_screens_of(chapter, flow)] for chapter in flow.chapters}
    found = {name: round(flesch_douma(said)) for name, said in texts.items()}
    assert {name: value for name, value in found.items() if value < 80} == {}, found


def test_what_is_hard_is_found() -> None:
    """The words that the domain content names, and a sentence out of a decision letter."""
    assert [one.split()[0] for one in rare(["Een drempel of belemmering", "uw competentie"], 4.0)] == [
        "belemmering",
        "competentie",
        "drempel",
    ]
    assert flesch_douma(["Uw re-integratieverplichtingen worden heroverwogen na herindicatie."]) < 0
    assert flesch_douma(["Ik werk goed samen met anderen."]) > 60
