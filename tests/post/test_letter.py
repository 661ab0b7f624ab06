import pytest

from kompas.casework.codes import in_groups
from kompas.post.letter import print_letter
from kompas.post.wording import LETTER
from tests.post.letters import (
    a_letter,
    as_shipped,
    photographed,
    printed,
    seen_through_the_window,
    spoken,
    text_of,
    usual_size,
)

LONG = a_letter(
    client_name="Wilhelmina Johanna Alexandra van der Meulen-Bouwmeester van Nieuwenhuizen",
    caseworker_name="Mohammed Abdulrahman El Khattabi-van den Broek",
    organisation_name="Werkorganisatie Samenwerkende Gemeenten Hollandse Waarden en Omstreken",
    talk_place="Ontmoetingscentrum De Nieuwe Verbinding, Burgemeester van Walsumlaan 1234-B, 2e verdieping, kamer 2.17",
    contact="Telefoon 010 123 45 67 (maandag tot en met vrijdag, 9 tot 17 uur) · gesprekken@hollandse-waarden.example",
    address="kompas.werkorganisatie-hollandse-waarden.example",
)


def test_the_letter_says_who_when_and_where_in_both_languages():
    text = text_of(a_letter())
    assert "Hello Amira Yilmaz," in text
    assert "[nl] Hello Amira Yilmaz," in text
    assert "Joris de Wit from Gemeente Waterstad would like to meet you." in text
    assert "Tuesday, 1 December 2026 at 14:00" in text
    assert "[nl] dinsdag 1 december 2026 at 14:00" in text
    assert "Havenstraat 12, kamer 3" in text
    assert "Telefoon 010 123 45 67" in text


def test_the_code_can_be_typed_from_the_letter():
    text = text_of(a_letter())
    assert "K7M2-9QX-P4D" in text
    assert "kompas.waterstad.example" in text


def test_the_personal_link_is_only_in_the_square():
    letter = a_letter()
    assert photographed(letter) == [letter.link]
    assert "/c/" not in text_of(letter)


def test_a_letter_in_dutch_is_in_dutch_alone():
    text = text_of(a_letter(language="nl"))
    assert "[nl] Kompas is voluntary." in text
    assert text.count("Kompas is voluntary.") == 1
    assert "dinsdag 1 december 2026" in text
    assert "Tuesday" not in text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("letter", [a_letter(), LONG], ids=["usual", "longest names"])
def test_everything_stands_on_one_page(letter, language):
    reader = printed(a_letter(**{**vars(letter), "language": language}))
    assert len(reader.pages) == 1
    assert "See you then!" in reader.pages[0].extract_text()


def test_the_letter_as_it_goes_out_can_be_read_without_effort():
    assert usual_size(a_letter(language="nl")) == 12
    assert usual_size(a_letter()) >= 9.5


def test_only_the_name_shows_through_the_window_of_the_envelope():
    assert seen_through_the_window(a_letter()) == "Amira Yilmaz"
    assert seen_through_the_window(LONG) == LONG.client_name


@pytest.mark.parametrize(
    "name", ['#eval("1")', "*bold*", "_low_", "$x$", '"]#read("letter.typ")', "%(code)s", "@ref <a>", "`a`"]
)
def test_a_name_is_shown_as_it_is_and_never_run(name):
    text = text_of(a_letter(client_name=name, caseworker_name=name, organisation_name=name, talk_place=name))
    assert text.count(name) >= 9


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u2069", "\u0000", "\n", "\ud800"])
def test_invisible_signs_in_a_name_change_nothing_around_it(sign):
    text = text_of(a_letter(caseworker_name=f"Joris{sign} de Wit"))
    assert "Joris de Wit from Gemeente Waterstad would like to meet you." in text


@pytest.mark.parametrize("name", ["Žofia Łukasińska-Öztürk", "Олена Коваленко", "Nguyễn Thị Ánh"])
def test_names_keep_every_accent(name):
    assert f"Hello {name}," in text_of(a_letter(client_name=name))


def test_a_sign_that_cannot_be_drawn_does_not_cost_the_letter():
    assert "Joris de Wit from Gemeente Waterstad" in text_of(a_letter(client_name="李小龙"))


def test_without_a_contact_the_letter_has_no_gap_for_it():
    assert "Joris de Wit is glad to help. See you then!" in text_of(a_letter(contact=""), lambda s, _: s)


def test_the_page_can_be_read_aloud():
    reader = printed(a_letter())
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Your talk about work · Gemeente Waterstad"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_the_square_is_described_for_who_cannot_see_it():
    assert LETTER["square"] in _descriptions(printed(a_letter()).trailer["/Root"]["/StructTreeRoot"])


def test_a_letter_in_arabic_runs_from_right_to_left_with_dutch_beside_it():
    letter = a_letter(language="ar")
    text = text_of(letter, lambda sentence, language: "مرحبا بكم" if language == "ar" else sentence)
    assert "مرحبا بكم" in text
    assert "dinsdag" in text
    reader = printed(letter)
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert len(reader.pages) == 1
    assert photographed(letter) == [letter.link]


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_a_letter_is_light_and_the_same_each_time(language):
    first, second = (print_letter(a_letter(language=language), spoken) for _ in range(2))
    assert first == second
    assert len(first) < 100_000


def test_a_letter_never_speaks_of_money_or_duty():
    said = " ".join(as_shipped(sentence, language) for sentence in LETTER.values() for language in ("en", "nl")).lower()
    assert not [
        word
        for word in ("bijstand", "uitkering", "benefit", "welfare", "must", "duty", "plicht", "moet")
        if word in said
    ]


def test_codes_are_grouped_as_people_read_them():
    assert in_groups("K7M29QXP4D") == "K7M2-9QX-P4D"


def _descriptions(node, depth=0):
    """Collect the alternative texts in the structure tree of a document."""
    node = node.get_object()
    children = node.get("/K", []) if isinstance(node, dict) else []
    children = children if isinstance(children, list) else [children]
    found = [node["/Alt"]] if isinstance(node, dict) and "/Alt" in node else []
    return found + [text for child in children if depth < 20 for text in _descriptions(child, depth + 1)]
