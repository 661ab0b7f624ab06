"""`kompas rules`: the rules as they stand in their file, or as a page that everybody can read."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import click
import yaml
from babel.support import Translations

import kompas
from kompas.commands.profile import our_flow, our_rules
from kompas.conversation.flow import Flow
from kompas.profile.rules import Bilingual, Rules

PACKAGE = Path(kompas.__file__).parent
TITLE = Bilingual(en="The rules of Kompas", nl="De regels van Kompas")
VERSION = Bilingual(en="Version", nl="Versie")

Say = Callable[[str], str]


@click.command()
@click.option("--as-page", is_flag=True, help="As a page of HTML, in Dutch and English.")
def rules(as_page: bool) -> None:
    """Show every rule that the program works with, and why it is as it is."""
    if as_page:
        click.echo(page(our_rules(), our_flow()))
    else:
        click.echo((PACKAGE / "profile" / "rules.yaml").read_text(encoding="utf-8"), nl=False)


def page(ours: Rules, flow: Flow) -> str:
    """The public explanation: each subject with its reason, then all its figures, in words."""
    begun = f'<!doctype html>\n<html lang="nl">\n<meta charset="utf-8">\n<title>{escape(TITLE.nl)}</title>\n'
    return begun + "\n".join(line for language in ("nl", "en") for line in _told(ours, flow, language)) + "\n</html>"


def _told(ours: Rules, flow: Flow, language: str) -> Iterator[str]:
    say = _sayings(ours, flow, language)
    codes = {code: name for cards in (ours.strengths.cards, ours.drivers.cards) for name, code in cards.items()}
    yield f'<section lang="{language}">'
    yield f"<h1>{escape(_in(TITLE, language))}</h1>"
    yield f"<p>{escape(_in(VERSION, language))} {escape(ours.version)}</p>"
    for name, section in ours.sections.items():
        own = codes if name in ("strengths", "drivers") else {}
        yield f"<h2>{escape(_in(section.title, language))}</h2>"
        yield f"<p>{escape(_in(section.why, language))}</p>"
        figures = section.model_dump(by_alias=True, exclude_defaults=True, exclude={"title", "why"})
        yield _listed(figures, _first(own, say))
    yield "</section>"


def _listed(value: Any, say: Say) -> str:
    """Figures within figures, as lists within lists."""
    if isinstance(value, dict) and value.keys() == {"name"}:
        return _listed(value["name"], say)
    if isinstance(value, dict) and value:
        told = ((say(str(name)), _listed(one, say)) for name, one in value.items() if name != "id")
        return f"<dl>{''.join(f'<dt>{escape(name)}</dt>{_beside(escape(name), one)}' for name, one in told)}</dl>"
    if isinstance(value, list | tuple) and any(isinstance(one, dict) for one in value):
        return f"<ol>{''.join(f'<li>{_listed(one, say)}</li>' for one in value)}</ol>"
    if isinstance(value, list | tuple):
        return ", ".join(_listed(one, say) for one in value)
    if isinstance(value, dict):
        return escape(say("otherwise"))
    return escape(say(str(value).lower() if isinstance(value, bool) else str(value)))


def _first(own: dict[str, str], say: Say) -> Say:
    """Says the codes of one subject by the names of their cards."""
    return lambda word: say(own.get(word, word))


def _beside(name: str, told: str) -> str:
    """Nothing, where it would only say the same again."""
    return "" if told == name else f"<dd>{told}</dd>"


def _sayings(ours: Rules, flow: Flow, language: str) -> Say:
    """Names of the rules in words: those of the page, else those that clients read of questions and options."""
    page_words = yaml.safe_load((PACKAGE / "profile" / "vocabulary.yaml").read_text(encoding="utf-8"))
    words = {name: said[language] for name, said in page_words.items()}
    translated = Translations.load(PACKAGE / "translations", [language], "client")
    sources = {name: one.text for named in _asked(ours) for name, one in flow.questions[named].options.items()}
    sources |= {name: question.label for name, question in flow.questions.items()}
    sources |= {name: offer.name for name, offer in ours.supports.offers.items()}

    def say(name: str) -> str:
        source = sources.get(name, name)
        return words.get(name) or (translated.gettext(source) if source else source)

    return say


def _asked(ours: Rules) -> tuple[str, ...]:
    """Questions of which the rules name options."""
    needed, needs = ours.needed, ours.needs
    wishes = (*ours.fit.wishes, needed.hours, needed.times, needed.assets)
    return ("situation", *wishes, needs.timing, needs.chosen, ours.interests.experience)


def _in(said: Bilingual, language: str) -> str:
    return said.nl if language == "nl" else said.en
