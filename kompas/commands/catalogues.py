"""`kompas catalogues` keeps the translations up to date; `kompas check-catalogues` says what is wrong with them."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

import kompas
from kompas.commands.reviewing import HEADER as REVIEWED_BY
from kompas.commands.reviewing import ReviewedCatalog, read_catalogue
from kompas.commands.sentences import DOMAINS, Domain, extracted

PACKAGE = Path(kompas.__file__).parent

DESK_LANGUAGES = frozenset({"nl"})
"""Caseworkers work in Dutch or in English, which is the source and needs no catalogue. Clients have every language."""

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|</?[a-z]+")
"""What a translation has to keep: the values filled in, and the tags around words."""

HEADER = """# Kompas, {language}: {domain} sentences.
# Who reads all of it aloud, as a native speaker, writes their name and the day behind X-Reviewed-By.
#"""


@click.group()
def catalogues() -> None:
    """Bring the translations up to date, or compile them."""


@catalogues.command()
@click.option("--add", "new", metavar="LANGUAGE", help="Begin a new language, for example fr.")
def update(new: str | None) -> None:
    """Add sentences that are new, drop those that are gone."""
    for line in updated(PACKAGE, new):
        click.echo(line)


@catalogues.command("compile")
def compile_all() -> None:
    """Make what the program reads (.mo) of what people write."""
    for line in compiled(PACKAGE):
        click.echo(line)


def _compile(catalogue: Catalog, file: BinaryIO) -> None:
    write_mo(file, catalogue)


@click.command("check-catalogues")
@click.argument("package", default=PACKAGE, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check_catalogues(package: Path) -> None:
    """Say at once everything that a shipped language still lacks. PACKAGE is this program unless you name a copy."""
    found = list(mistakes(package))
    for one in found:
        click.echo(one)
    if found:
        raise click.exceptions.Exit(1)
    click.echo("Every sentence is there in every language.")


def languages(package: Path) -> list[str]:
    """The shipped languages besides English, by their folders."""
    return sorted(folder.parent.name for folder in (package / "translations").glob("*/LC_MESSAGES"))


def has_domain(language: str, domain: Domain) -> bool:
    return domain == "client" or language in DESK_LANGUAGES


def updated(package: Path, new: str | None = None) -> Iterator[str]:
    """Brings the catalogues of all languages, and of a new one, up to date; says of each what changed."""
    for domain in DOMAINS:
        sentences = extracted(domain, package)
        for language in sorted({*languages(package), *([new] if new else [])}):
            if has_domain(language, domain):
                yield f"{language} {domain}: {_updated(package, language, domain, sentences)}"


def compiled(package: Path) -> Iterator[str]:
    """Compiles the catalogues of all languages; says of each how many sentences."""
    for language in languages(package):
        for file in sorted(_folder(package, language).glob("*.po")):
            catalogue = _read(file, language)
            write_whole(file.with_suffix(".mo"), partial(_compile, catalogue))
            yield f"{language} {file.stem}: {len(catalogue)} sentences compiled."


def write_whole(file: Path, write: Callable[[BinaryIO], object]) -> None:
    """The whole file or nothing of it: a program that is reading meanwhile finds the old one."""
    beside = file.with_name(f"{file.name}.new")
    with beside.open("wb") as written:
        write(written)
    beside.replace(file)


def mistakes(package: Path) -> Iterator[str]:
    """Each as `file:line: sentence`: missing, untranslated, fuzzy or gone, a value or tag lost, no reviewer named."""
    for domain in DOMAINS:
        sentences = extracted(domain, package)
        for language in filter(lambda one: has_domain(one, domain), languages(package)):
            file = _folder(package, language) / f"{domain}.po"
            shown = file.relative_to(package.parent)
            catalogue = _read(file, language)
            if not catalogue.reviewed_by:
                yield f"{shown}:1: the header doesn't say who reviewed it ({REVIEWED_BY}); update the catalogues."
            yield from _missing(sentences, catalogue, language)
            for message in filter(lambda one: one.id, catalogue):
                here = sentences.get(message.id, message.context) is not None
                yield from (f"{shown}:{message.lineno}: {wrong}" for wrong in _wrong(message, here))


def _missing(sentences: Catalog, catalogue: Catalog, language: str) -> Iterator[str]:
    for message in filter(lambda one: one.id, sentences):
        if catalogue.get(message.id, message.context) is None:
            file, line = message.locations[0]
            yield f"{file}:{line}: “{_said(message)}” is not in the catalogue of {language}; update the catalogues."


def _wrong(message: Message, still_used: bool) -> Iterator[str]:
    said = f"“{_said(message)}”"
    if not still_used:
        yield f"{said} is used nowhere any more; update the catalogues."
        return
    translated = _forms(message)
    if not all(translated):
        yield f"{said} has no translation."
        return
    if message.fuzzy:
        yield f"{said} is marked fuzzy: read the translation again and take the mark away."
    kept = set(PLACEHOLDER.findall(_plural(message)))
    for text in translated:
        for lost in sorted(kept - set(PLACEHOLDER.findall(text)) if text == translated[-1] else ()):
            yield f"{said}: the translation lost “{lost}”."
        for strange in sorted(set(PLACEHOLDER.findall(text)) - kept):
            yield f"{said}: “{strange}” is in the translation alone."


def _forms(message: Message) -> list[str]:
    """The translation, in each of the forms for one and for many."""
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ("",))
    return [text or "" for text in forms]


def _said(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _plural(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]


def _folder(package: Path, language: str) -> Path:
    return package / "translations" / language / "LC_MESSAGES"


def _read(file: Path, language: str) -> ReviewedCatalog:
    if not file.exists():
        return _new(language, file.stem)
    with file.open("rb") as written:
        return read_catalogue(written, language)


def _new(language: str, domain: str) -> ReviewedCatalog:
    header = HEADER.format(language=language, domain=domain)
    now = datetime.now(UTC)
    catalogue = ReviewedCatalog(
        language, domain, header, "Kompas", "1", creation_date=now, revision_date=now, fuzzy=False
    )
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = "Kompas"
    return catalogue


def _updated(package: Path, language: str, domain: Domain, sentences: Catalog) -> str:
    """Writes the catalogue and says in words what changed. A changed sentence is a new one: nothing is guessed."""
    file = _folder(package, language) / f"{domain}.po"
    catalogue = _read(file, language)
    before = _keys(catalogue)
    catalogue.update(sentences, no_fuzzy_matching=True, update_creation_date=False)
    after = _keys(catalogue)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, lambda written: write_po(written, catalogue, 110, sort_by_file=True, ignore_obsolete=True))
    open_ = sum(1 for message in catalogue if message.id and not message.string)
    return f"{len(after)} sentences, {len(after - before)} new, {len(before - after)} gone, {open_} to translate."


def _keys(catalogue: Catalog) -> set[object]:
    return {(message.id if isinstance(message.id, str) else tuple(message.id)) for message in catalogue if message.id}
