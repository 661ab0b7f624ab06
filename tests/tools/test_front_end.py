"""One style sheet out of several, one sprite of only the icons that are named."""

import re
import sys
import zipfile

import pytest

from tests.architecture.sources import ROOT

sys.path.append(str(ROOT / "tools"))
import front_end
import icons


@pytest.fixture
def lucide(tmp_path):
    """A folder of unpacked packages in which Lucide has two drawings."""
    (tmp_path / "lucide").mkdir()
    with zipfile.ZipFile(tmp_path / "lucide" / "lucide.zip", "w") as archive:
        for name in ("search", "signpost"):
            archive.writestr(f"{name}.svg", f'<svg\n  width="24"\n>\n  <path d="{name}" />\n</svg>')
    return tmp_path


def test_the_sprite_holds_what_is_named_and_no_more(lucide) -> None:
    drawn, missing = icons.sprite(lucide, {"search"})
    assert missing == []
    assert re.findall(r'<symbol id="(\w+)" viewBox="0 0 24 24"', drawn) == ["search"]


def test_all_unknown_icons_are_told_at_once_with_the_nearest_name(lucide) -> None:
    _, missing = icons.sprite(lucide, {"serch", "rocket", "search"})
    assert missing == ["Lucide has no icon rocket.", "Lucide has no icon serch. Perhaps search?"]


def test_icons_are_found_where_people_name_them(tmp_path) -> None:
    for path, text in {
        "flows/a.yaml": "icon: signpost\noptions: {x: {text: X, icon: smile}}",
        "templates/entry/a.html": '{{ icon("search") }} {{ icon(option.icon) }}',
        "static/icons.txt": "# worked out elsewhere\nmap-pin\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    assert icons.named_icons(tmp_path, tmp_path / "none") == {"signpost", "smile", "search", "map-pin"}


def test_a_style_sheet_takes_its_parts_in(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(front_end, "BUILT", tmp_path)
    files = {
        "kompas.css": b'@import "tokens.css";\n/* why */\nbody {\n  background: url("dots.svg");\n}\n',
        "tokens.css": b":root { --space: 1rem }\n",
        "dots.svg": b"<svg/>",
    }
    front_end.write(files, [])
    (built,) = tmp_path.glob("kompas.*.css")
    (dots,) = tmp_path.glob("dots.*.svg")
    assert built.read_text() == f":root {{ --space: 1rem }}\nbody {{\nbackground: url({dots.name});\n}}"
    assert not list(tmp_path.glob("tokens.*"))


def test_a_changed_file_gets_another_name(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(front_end, "BUILT", tmp_path)
    assert front_end.keep("a.js", b"1") != front_end.keep("a.js", b"2")


def test_a_script_travels_without_its_comments_and_with_all_it_does() -> None:
    script = b'// why\n(() => {\n  go("//here"); // once\n\n  // then\n})();\n'
    assert front_end.lean(script) == b'(() => {\ngo("//here"); // once\n})();'
