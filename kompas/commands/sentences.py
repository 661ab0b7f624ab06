"""Finds every sentence that a person can read, in flows, templates and code, with its file and line.

Two catalogues: `client` holds all that a client can see, `desk` the rest. Which file belongs to which is said in
`kompas/translations/client.cfg` and `desk.cfg`; a sentence that both use stays in `client` alone.
"""

import ast
import csv
import re
from collections.abc import Collection, Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.frontend import parse_mapping_cfg

Domain = Literal["client", "desk"]
DOMAINS: tuple[Domain, ...] = ("client", "desk")

KEYWORDS = {**DEFAULT_KEYWORDS, "lazy_gettext": None, "lazy_ngettext": (1, 2), "say": None}
"""Babel's own list holds `_`, `gettext`, `ngettext`, `pgettext` and `N_`; Flask-Babel adds lazy ones, our screens
`say`, which translates what flows and profiles hold."""

FLOW_SENTENCES = frozenset({"title", "guide", "ask", "name", "help", "example", "text", "purpose", "ground"})
"""The words of a flow file after which a sentence for people stands."""

SENTENCE = re.compile(r"[A-Z“].*[.!?]$", re.DOTALL)

Found = tuple[int, str | None, str | tuple[str, ...], list[str]]


def extracted(domain: Domain, package: Path) -> Catalog:
    """All sentences of one domain as an untranslated catalogue; places are relative to the folder of `package`."""
    catalogue = _read(domain, package)
    if domain == "desk":
        for message in _read("client", package):
            catalogue.delete(message.id, message.context)
    return catalogue


def _read(domain: Domain, package: Path) -> Catalog:
    with (package / "translations" / f"{domain}.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    catalogue = Catalog(project="Kompas", charset="utf-8", fuzzy=False)
    found = extract_from_dir(package, methods, options, keywords=KEYWORDS, comment_tags=("For translators:",))
    for name, line, message, comments, context in found:
        place = (f"{package.name}/{name}", line)
        catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def flow_sentences(file: BinaryIO, *_tags: object, **_options: object) -> Iterator[Found]:
    """Babel extraction method for flow files: yields (line, function, sentence, comments) in the file's order."""
    node = yaml.compose(file.read().decode("utf-8"), Loader=yaml.SafeLoader)
    for line, where, sentence in _flow_texts(node, ""):
        yield line, None, sentence, [where] if where else []


def _flow_texts(node: yaml.Node | None, where: str) -> Iterator[tuple[int, str, str]]:
    if isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _flow_texts(one, where)
    if not isinstance(node, yaml.MappingNode):
        return
    here = next((f"In “{value.value}”." for key, value in node.value if key.value == "id"), where)
    for key, value in node.value:
        if isinstance(value, yaml.ScalarNode) and key.value in FLOW_SENTENCES:
            yield value.start_mark.line + 1, here, value.value
        else:
            yield from _flow_texts(value, here)


def table_sentences(file: BinaryIO, *_tags: object, **_options: object) -> Iterator[Found]:
    """Babel extraction method for tables of ours: the names in the column `name`. Lines with # tell about the table."""
    lines = file.read().decode("utf-8").splitlines()
    about = sum(1 for _ in takewhile(lambda line: line.startswith("#"), lines))
    rows = csv.DictReader(lines[about:])
    for row in rows:
        yield about + rows.line_num, None, row["name"], []


def named_sentences(
    file: BinaryIO, keywords: Mapping[str, Any], tags: Collection[str], **_options: object
) -> Iterator[Found]:
    """Babel extraction method for packages without gettext: there a sentence for people has a name.

    It yields the sentences in constants of a module (`TOO_LONG = "Use at most …"`), also inside tuples and dicts.
    A sentence begins with a capital and ends with a full stop, question or exclamation mark. A label without one is
    marked with `N_`, which the ordinary Python extraction of the same file finds.
    """
    yield from cast(Iterator[Found], extract_python(file, keywords, tags, {}))
    file.seek(0)
    for statement in ast.parse(file.read()).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            names = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if all(isinstance(name, ast.Name) and name.id.isupper() for name in names):
                yield from _texts(statement.value)


def _texts(value: ast.AST) -> Iterator[Found]:
    for part in ast.walk(value):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and SENTENCE.match(part.value):
            yield part.lineno, None, part.value, []
