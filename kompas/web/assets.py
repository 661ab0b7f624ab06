"""Static files: found by their plain names in templates, served under names that change with their content."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask
from markupsafe import Markup
from whitenoise import WhiteNoise

BUILT = Path(__file__).parent.parent / "static" / "built"
PREFIX = "/static/"


@dataclass(frozen=True)
class Assets:
    """What tools/front_end.py built. `files`: plain name → hashed name; `icons`: what the sprite holds."""

    files: dict[str, str]
    icons: frozenset[str]

    def asset(self, name: str) -> str:
        """The address of a static file. Raises LookupError for a file that was not built."""
        if name not in self.files:
            raise LookupError(f"{name} is not among the built files: run `make front-end`.")
        return PREFIX + self.files[name]

    def icon(self, name: str) -> Markup:
        """A Lucide icon as decoration: never the only carrier of a meaning, so hidden from screen readers.

        Raises LookupError for a name that is not in the sprite.
        """
        if name not in self.icons:
            raise LookupError(f"{name} is not in the sprite: write it into static/icons.txt and run `make front-end`.")
        return Markup('<svg class="icon" stroke-width="2" aria-hidden="true"><use href="{}#{}"></use></svg>').format(
            self.asset("icons.svg"), name
        )


def read_assets(built: Path = BUILT) -> Assets:
    """Raises LookupError when nothing was built yet."""
    try:
        manifest = json.loads((built / "manifest.json").read_text())
    except FileNotFoundError:
        raise LookupError("The front end is not built yet: run `make front-end`.") from None
    return Assets(manifest["files"], frozenset(manifest["icons"]))


@cache
def drawing(name: str) -> str:
    """An icon as an SVG that stands alone, drawn in `currentColor`: for paper. Raises LookupError as `icon` does."""
    sprite = (BUILT / read_assets().files["icons.svg"]).read_text()
    symbol = re.search(rf'<symbol id="{re.escape(name)}"([^>]*)>(.*?)</symbol>', sprite)
    if symbol is None:
        raise LookupError(f"{name} is not in the sprite: write it into static/icons.txt and run `make front-end`.")
    return f'<svg xmlns="http://www.w3.org/2000/svg" stroke-width="2"{symbol[1]}>{symbol[2]}</svg>'


def serve_assets(app: Flask, add_headers: Callable[[Headers, str, str], None] | None = None) -> None:
    """Give templates `asset()` and `icon()`, and serve the built files in front of the application.

    A file whose name holds its fingerprint never changes, so browsers keep it for good. `add_headers(headers, path,
    url)` may add to what each file is sent with.
    """
    assets = read_assets()
    app.jinja_env.globals.update(asset=assets.asset, icon=assets.icon)
    hashed = {PREFIX + name for name in assets.files.values()}
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=BUILT,
        prefix=PREFIX,
        allow_all_origins=False,
        immutable_file_test=lambda _path, url: url in hashed,
        add_headers_function=add_headers,
    )
