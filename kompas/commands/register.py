"""`kompas register HOST`: the register of processing (GDPR article 30), made from the flow file and the settings."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
from babel.support import Translations

import kompas
from kompas.app import read_flows
from kompas.casework.people import Organisation
from kompas.commands.archive import archive_here, told_in_a_sentence
from kompas.commands.registering import HEADS, RECIPIENTS, SAFE, TEXT, Both, beside_answers
from kompas.conversation.asking import reasons
from kompas.conversation.flow import Flow
from kompas.usecases.organise import find
from kompas.web.moments import in_words
from kompas.web.phone import FLOW

Say = Callable[[str], str]


@click.command()
@click.argument("host")
@click.option("--language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@told_in_a_sentence
def register(host: str, language: str) -> None:
    """Print the register of processing of the organisation at HOST, as Markdown.

    Purposes, grounds and times are those of the conversation and of the settings: print it anew when these change.
    """
    with archive_here() as archive:
        here = find(archive, host)
    click.echo("\n".join(written(here, read_flows()[FLOW], language)))


def written(here: Organisation, flow: Flow, language: str) -> Iterator[str]:
    """Line by line."""
    said = Translations.load(Path(kompas.__file__).parent / "translations", [language], "client").gettext
    word = _in(language)
    yield f"# {word(TEXT['title'])}: {here.name}"
    yield ""
    yield f"- {word(TEXT['controller'])}: {here.name}{f', {here.contact}' if here.contact else ''}"
    for name in ("purpose", "people", "decisions", "countries"):
        yield f"- {word(TEXT[name])}"
    yield from _section(word(TEXT["asked"]), (word(TEXT["voluntary"]), ""))
    yield from _table(word(one) for one in HEADS["asked"])
    for chapter in flow.chapters:
        for one in reasons(chapter):
            asked = "; ".join(said(label) for label in one.questions)
            careful = word(TEXT[one.sensitivity])
            cells = (said(chapter.title), asked, said(one.purpose), said(one.ground), in_words(one.keep, language))
            yield _row((*cells, careful))
    yield ""
    yield f"{word(TEXT['when'])} {word(TEXT['erase'])}"
    yield from _section(word(TEXT["beside"]))
    yield from _table(word(one) for one in HEADS["beside"])
    for row in beside_answers(in_words(here.keep_people, language)):
        yield _row(word(one) for one in row)
    yield from _section(word(TEXT["recipients"]), (f"- {word(one)}" for one in RECIPIENTS))
    yield from _section(word(TEXT["safe"]), (f"- {word(one)}" for one in SAFE))


def _in(language: str) -> Callable[[Both], str]:
    return lambda both: both[0] if language == "en" else both[1]


def _section(title: str, lines: Iterable[str] = ()) -> Iterator[str]:
    yield from ("", f"## {title}", "")
    yield from lines


def _table(heads: Iterable[str]) -> Iterator[str]:
    names = list(heads)
    yield from (_row(names), _row("---" for _ in names))


def _row(cells: Iterable[str]) -> str:
    """A stroke in a sentence of an organisation's own would begin another cell."""
    return f"| {' | '.join(one.replace('|', '/') for one in cells)} |"
