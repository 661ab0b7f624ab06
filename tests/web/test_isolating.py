"""In Arabic a Dutch name, a time and a telephone number keep their own direction, wherever a sentence names them."""

from kompas.web.isolating import isolated


def test_each_open_place_of_a_sentence_is_isolated() -> None:
    assert isolated("الآن %(new)s بدل %(old)s.") == "الآن \u2068%(new)s\u2069 بدل \u2068%(old)s\u2069."
    assert isolated("عندك الآن %(now)d.") == "عندك الآن \u2068%(now)d\u2069."


def test_what_a_translator_isolated_stays_as_it_is() -> None:
    marked = "مرحبًا \u2068%(name)s\u2069"
    assert isolated(marked) == marked
