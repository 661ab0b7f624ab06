"""Pages work under a strict policy, and every text from people is escaped."""

import pytest

from tests.architecture.sources import KOMPAS, found, modules, named, templates, without

JINJA = r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}"


def in_markup(pattern: str) -> list[str]:
    return [hit for path in templates() for hit in found(pattern, without(JINJA, path.read_text()), path)]


def test_no_script_is_written_into_a_page() -> None:
    assert in_markup(r"<script(?![^>]*\ssrc=)[^>]*>") == []


def test_no_style_is_written_into_a_page() -> None:
    assert in_markup(r"<style\b|\sstyle\s*=") == []


def test_no_event_is_handled_in_an_attribute() -> None:
    assert in_markup(r"\s(hx-)?on[:a-z-]+\s*=|javascript:") == []


def test_nothing_comes_from_another_address() -> None:
    assert in_markup(r"<(script|link|img|iframe|source|use)\b[^>]*(https?:)?//[^>]*>") == []


@pytest.mark.parametrize("path", templates(), ids=named)
def test_no_text_goes_out_unescaped(path) -> None:
    assert found(r"\|\s*safe\b|autoescape\s+false", path.read_text(), path) == []


def test_code_declares_no_text_safe() -> None:
    # The one reasoned place: the icon, whose name must stand in the sprite that we built.
    allowed = KOMPAS / "web" / "assets.py"
    assert [hit for path in modules() if path != allowed for hit in found(r"\bMarkup\(", path.read_text(), path)] == []
