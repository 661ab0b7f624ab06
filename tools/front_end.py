"""Builds kompas/static/built/: what a browser gets, under names that change with the content.

    python tools/front_end.py PACKAGES FONTS

PACKAGES is the folder into which the locked packages of requirements/front-end.txt were unpacked, FONTS the one with
the web fonts that tools/arabic_font.py cut. Written are these fonts, our own
styles and scripts, htmx, and one sprite of the Lucide icons that flows, templates and `static/icons.txt` name; each
with a .gz and a .br beside it, and `manifest.json`: {"files": {plain name: hashed name}, "icons": [in the sprite]}.
Files of an earlier build stay, since pages that are open still ask for them; `make clean` clears them away.
"""

import gzip
import hashlib
import json
import re
import sys
from pathlib import Path

import brotli
from icons import named_icons, sprite

KOMPAS = Path(__file__).parent.parent / "kompas"
STATIC = KOMPAS / "static"
BUILT = STATIC / "built"
HTMX = Path("django_htmx/static/django_htmx/htmx-4.min.js")
WITH_OURS = ("lost-line.js", "reading-aloud.js")
OURS = {".css", ".js", ".svg", ".png", ".ico", ".webmanifest", ".woff2"}
SQUEEZABLE = {".css", ".js", ".svg", ".webmanifest"}
_IMPORT = re.compile(r"""@import\s+(?:url\()?["']([\w./-]+)["']\)?\s*(?:layer\(([\w.-]+)\))?\s*;""")
_URL = re.compile(r"""url\(["']?([\w./-]+)["']?\)""")


def main(packages: Path, fonts: Path) -> int:
    icons = named_icons(KOMPAS, KOMPAS.parent / "instance" / "organisations")
    drawn, missing = sprite(packages, icons)
    if missing:
        print(*missing, sep="\n", file=sys.stderr)
        return 1
    ours = [*STATIC.iterdir(), *fonts.iterdir()]
    files = {path.name: path.read_bytes() for path in sorted(ours) if path.suffix in OURS}
    # One script, one request: htmx first, since ours builds on it.
    parts = [files["kompas.js"], *map(files.pop, WITH_OURS)]
    files |= {name: lean(script) for name, script in files.items() if name.endswith(".js")}
    files["kompas.js"] = b"\n".join([(packages / HTMX).read_bytes(), *map(lean, parts)])
    files["icons.svg"] = drawn.encode()
    write(files, sorted(icons))
    return 0


def write(files: dict[str, bytes], icons: list[str]) -> None:
    """Styles come last, because they name other files by their hashed names."""
    BUILT.mkdir(parents=True, exist_ok=True)
    names: dict[str, str] = {}
    styles = {name: content.decode() for name, content in files.items() if name.endswith(".css")}
    for name, content in files.items():
        if name not in styles:
            names[name] = keep(name, content)
    part = {imported for style in styles.values() for imported, _ in _IMPORT.findall(style)}
    for name in styles.keys() - part:
        names[name] = keep(name, finished(name, styles, names).encode())
    manifest = {"files": dict(sorted(names.items())), "icons": icons}
    (BUILT / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def lean(script: bytes) -> bytes:
    """Without indentation and lines of comment: a phone pays for each letter. What stands within a line stays."""
    lines = (line.strip() for line in script.decode().splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")).encode()


def keep(name: str, content: bytes) -> str:
    """Write one file under its hashed name, squeezed ones beside it where that pays; the hashed name."""
    plain = Path(name)
    hashed = f"{plain.stem}.{hashlib.sha256(content).hexdigest()[:12]}{plain.suffix}"
    (BUILT / hashed).write_bytes(content)
    if plain.suffix in SQUEEZABLE:
        (BUILT / f"{hashed}.br").write_bytes(brotli.compress(content))
        (BUILT / f"{hashed}.gz").write_bytes(gzip.compress(content, mtime=0))
    return hashed


def finished(name: str, styles: dict[str, str], names: dict[str, str]) -> str:
    """One style sheet with its imports in their places, without comments and indentation."""

    def imported(found: re.Match[str]) -> str:
        inner = _IMPORT.sub(imported, styles[found[1]])
        return f"@layer {found[2]} {{\n{inner}\n}}" if found[2] else inner

    whole = _IMPORT.sub(imported, styles[name])
    whole = re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL)
    whole = _URL.sub(lambda found: f"url({names.get(found[1], found[1])})", whole)
    return "\n".join(line.strip() for line in whole.splitlines() if line.strip())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
