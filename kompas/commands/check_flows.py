"""`kompas check-flows`: every mistake in every flow file at once, before a client meets one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

import kompas
from kompas.conversation.flow import Flow
from kompas.conversation.mistakes import FlowMistakes, Mistake
from kompas.conversation.own_words_checking import lists_mistakes
from kompas.conversation.published import broken_promises, promises_of
from kompas.conversation.reading import read_flow
from kompas.settings import instance_folder

OURS = Path(kompas.__file__).parent / "flows"
PUBLISHED = "published.txt"
WORDS = "words"
FIRST_LINES = """\
# Ids that answers are stored under, of a question with its kind. `kompas check-flows --publish` adds new ones.
# Take none away: an id that goes is named in the flow's `retired:`, one that was renamed in `was:` of its new name.
"""


@dataclass
class Checked:
    """What was read, by file, and what is wrong with it."""

    flows: dict[Path, Flow] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


@click.command("check-flows")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--publish", is_flag=True, help="Keep new ids: from now on answers may be stored under them.")
def check_flows(paths: tuple[Path, ...], publish: bool) -> None:
    """Say every mistake in flow files at once, as file:line: sentence.

    PATHS are files or folders; without them, all flows of Kompas and of the organisations in the instance folder.
    """
    files = list(files_in(paths)) if paths else [*files_in([OURS, *organisations()])]
    checked = check_files(files)
    for mistake in checked.mistakes:
        click.echo(str(mistake))
    if checked.mistakes:
        raise click.exceptions.Exit(1)
    click.echo(_summary(checked.flows.values()))
    if publish:
        for folder, flows in _by_folder(checked.flows).items():
            click.echo(f"{_shown(folder / PUBLISHED)}: {_publish(folder / PUBLISHED, flows)} new ids.")


def organisations() -> list[Path]:
    """The folders in which organisations keep flows of their own."""
    return sorted(folder for folder in (instance_folder() / "organisations").glob("*") if folder.is_dir())


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as named; of a folder its flow files, and those that were meant as one (`.yml`)."""
    for path in paths:
        yield from sorted(path.glob("*.y*ml")) if path.is_dir() else [path]


def check_files(files: Iterable[Path]) -> Checked:
    checked = Checked()
    for file in files:
        try:
            checked.flows[file] = read_flow(_text(file), _shown(file))
        except FlowMistakes as found:
            checked.mistakes += found.mistakes
    checked.mistakes += _same_ids(checked.flows)
    for folder, flows in _by_folder(checked.flows).items():
        checked.mistakes += _broken(folder / PUBLISHED, flows)
        checked.mistakes += _wrong_words(folder / WORDS, flows)
    return checked


def _same_ids(flows: dict[Path, Flow]) -> Iterator[Mistake]:
    """Of two conversations in one folder with the same id only one would ever be held."""
    first: dict[tuple[Path, str], Path] = {}
    for file, flow in flows.items():
        earlier = first.setdefault((file.parent, flow.id), file)
        if earlier != file:
            yield Mistake(_shown(file), 1, f"“{flow.id}” is the id of {earlier.name} too; each has its own.")


def _text(file: Path) -> str:
    """The text of a flow file. Raises FlowMistakes where it isn't one."""
    wrong = None
    if file.suffix != ".yaml":
        wrong = "The name of a flow file ends in .yaml."
    elif not file.is_file():
        wrong = "There is no such file."
    else:
        try:
            return file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise FlowMistakes([Mistake(_shown(file), line, "Save this file as UTF-8.")]) from error
    raise FlowMistakes([Mistake(_shown(file), 1, wrong)])


def _shown(file: Path) -> str:
    """As people would type it from where they are."""
    here = Path.cwd()
    return str(file.relative_to(here)) if file.is_absolute() and file.is_relative_to(here) else str(file)


def _by_folder(flows: dict[Path, Flow]) -> dict[Path, list[Flow]]:
    folders: dict[Path, list[Flow]] = {}
    for file, flow in flows.items():
        folders.setdefault(file.parent, []).append(flow)
    return folders


def published(file: Path) -> dict[str, str]:
    """The kind by id, for every id on a list; nothing for what is no question, or was published before kinds were."""
    return {id_: kind for id_, _, kind in (line.partition(" ") for line in _lines(file)) if id_ and id_[0] != "#"}


def _lines(file: Path) -> list[str]:
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines()] if file.is_file() else []


def _broken(file: Path, flows: Iterable[Flow]) -> Iterator[Mistake]:
    numbers = {line.partition(" ")[0]: number for number, line in enumerate(_lines(file), start=1)}
    for flow in flows:
        for one, sentence in broken_promises(flow, published(file)):
            yield Mistake(_shown(file), numbers[one], sentence)


def _wrong_words(folder: Path, flows: Iterable[Flow]) -> Iterator[Mistake]:
    """The word lists beside flows: what they suggest has to be asked in one of these."""
    texts = {_shown(file): _text(file) for file in sorted(folder.glob("*.y*ml"))}
    if texts:
        yield from lists_mistakes(flows, texts)


def _publish(file: Path, flows: Iterable[Flow]) -> int:
    """Adds the new ids at the end, and the kind where a list is from before kinds were kept."""
    promised = {one: kind for flow in flows for one, kind in promises_of(flow).items()}
    known = published(file)
    new = [one for one in promised if one not in known]
    before = _lines(file) or FIRST_LINES.splitlines()
    # A line that is an id alone may lack its kind; one that has it is no id any more.
    written = "".join(f"{line} {promised.get(line, '')}".rstrip() + "\n" for line in (*before, *new))
    if written != "".join(f"{line}\n" for line in before):
        file.write_text(written, encoding="utf-8")
    return len(new)


def _summary(flows: Iterable[Flow]) -> str:
    found = list(flows)
    numbers = {
        "flow": len(found),
        "chapter": sum(len(flow.chapters) for flow in found),
        "question": sum(len(flow.questions) for flow in found),
    }
    counted = ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for word, number in numbers.items())
    return f"{counted}: nothing stands in the way."
