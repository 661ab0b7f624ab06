"""A flow file as written: plain data, with the line of every part of it.

Safer than YAML: no tags, no aliases (a small file can't become a large one), no repeated keys, no `no` that turns into
False. Scalars are text or whole numbers, nothing else.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from kompas.conversation.mistakes import FlowMistakes, Mistake

LARGEST_FILE = 512_000
"""Characters in one flow file: ten times the largest that anyone should want to read."""

Path = tuple[str | int, ...]


@dataclass
class Written:
    """The data of a file, the line of each path in it, and the mistakes that the writing itself holds."""

    name: str
    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of this path, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def wrong(self, path: Path, sentence: str) -> None:
        self.mistakes.append(Mistake(self.name, self.line(path), sentence))


class _Loader(yaml.SafeLoader):
    """Refuses aliases where they stand."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.current_event.start_mark
            raise yaml.composer.ComposerError(None, None, "an alias (*) can't be used in a flow; write it out", mark)
        return super().compose_node(parent, index)


def read_written(text: str, name: str) -> Written:
    """Text of a flow file to data with lines. Raises `FlowMistakes` when it is no YAML at all."""
    written = Written(name)
    if len(text) > LARGEST_FILE:
        raise FlowMistakes([Mistake(name, 1, f"This file is longer than {LARGEST_FILE} characters.")])
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FlowMistakes([Mistake(name, line, _unreadable(error.problem or ""))]) from error
    except RecursionError as error:
        raise FlowMistakes([Mistake(name, 1, "This file holds parts within parts without end.")]) from error
    except yaml.YAMLError as error:
        raise FlowMistakes([Mistake(name, 1, "A character in this file doesn't belong here.")]) from error
    written.data = _plain(node, (), written) if node is not None else {}
    return written


def _unreadable(problem: str) -> str:
    """YAML's own words tell little about the most common slips: a tab, a space too many, a forgotten quote."""
    if "\\t" in problem:
        return "A tab stands here; use spaces."
    if problem.startswith(("expected <block end>", "mapping values are not allowed", "could not find expected")):
        return f"Look at the spaces, colons and quotes of this line and the one above: {problem}."
    return f"This can't be read as YAML: {problem}."


def _plain(node: yaml.Node, path: Path, written: Written) -> Any:
    written.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, written)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one, (*path, number), written) for number, one in enumerate(node.value)]
    return _scalar(node) if isinstance(node, yaml.ScalarNode) else None


def _mapping(node: yaml.MappingNode, path: Path, written: Written) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in found:
            line = key_node.start_mark.line + 1
            written.mistakes.append(Mistake(written.name, line, f"“{key}” stands here twice; keep one."))
            continue
        written.lines[(*path, key)] = key_node.start_mark.line + 1
        found[key] = _plain(value_node, (*path, key), written)
    return found


def _scalar(node: yaml.ScalarNode) -> str | int | None:
    text = str(node.value)
    if node.style is None and text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    return None if node.style is None and text in ("", "~", "null") else text
