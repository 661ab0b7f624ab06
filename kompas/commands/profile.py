"""`kompas profile ANSWERS.json`: what the rules make of answers, and why. For whoever wants to check them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

import kompas
from kompas.app import our_occupations, our_rules
from kompas.conversation.answers import item_of, question_of
from kompas.conversation.flow import Flow
from kompas.conversation.reading import read_flow
from kompas.occupations.occupation import Occupation
from kompas.profile.bare import NotAnswers, hear_bare
from kompas.profile.because import Because, Figured
from kompas.profile.rules import Rules
from kompas.profile.strengths import Foremost
from kompas.profile.suggesting import Suggestion
from kompas.profile.worked_out import WorkedOut, work_out

PACKAGE = Path(kompas.__file__).parent
HEAD = 8
"""So much of the raw ranking is printed."""

Plain = dict[str, Any]


@click.command()
@click.argument("answers", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--explain", is_flag=True, help="Print the reasons as text.")
def profile(answers: Path, explain: bool) -> None:
    """Print the profile that bare answers give, as JSON. No path is walked: every answer in the file counts.

    ANSWERS is a file with one JSON object: the answer to each question by its name.
    """
    rules, flow = our_rules(), our_flow()
    try:
        said = json.loads(answers.read_text(encoding="utf-8-sig"))
        heard = hear_bare(flow, rules, said)
    except OSError as wrong:
        _refuse([f"{answers} can't be read: {wrong.strerror}."])
    except (ValueError, RecursionError) as wrong:
        # No text, no JSON, brackets without end, or a number without end.
        _refuse([f"{answers} is no JSON: {wrong}."])
    except NotAnswers as wrong:
        _refuse(wrong.sentences)
    else:
        worked_out = work_out(rules, our_occupations(), heard)
        if explain:
            from kompas.commands.explaining import explained

            click.echo("\n".join(explained(flow, rules, said, worked_out)))
        else:
            click.echo(json.dumps(plain(rules, said, worked_out), ensure_ascii=False, indent=1))


def _refuse(sentences: list[str]) -> None:
    for sentence in sentences:
        click.echo(sentence, err=True)
    raise click.exceptions.Exit(2)


def our_flow() -> Flow:
    return read_flow((PACKAGE / "flows" / "kompas.yaml").read_text(encoding="utf-8"), "kompas.yaml")


def plain(rules: Rules, said: Mapping[str, Any], profile: WorkedOut) -> Plain:
    """All of it as JSON can say it: figures from 0 to 100 with one decimal, and `null` where nothing is known."""

    def why(because: Because) -> Plain:
        return {"rule": because.rule, "answers": {slot: bare(said, slot) for slot in because.slots}}

    known = {name: profile.figures[name] for name in ("confidence", "clarity", "plan", "importance", "room")}
    figures: dict[str, Mapping[Any, Figured | None]] = {"riasec": profile.letters, "fields": profile.fields}
    return {
        "rules_version": profile.rules_version,
        **{name: {key: percent(figure) for key, figure in part.items()} for name, part in figures.items()},
        **{name: percent(figure) for name, figure in known.items()},
        "flat_pattern": profile.flat_pattern,
        "step": profile.step.id,
        "hint": profile.hint.id,
        "occupations": [{"fit": round(value, 1), **_named(one)} for value, one in profile.ranked[:HEAD]],
        "suggested": [_suggested(one, why) for one in profile.suggested],
        "strengths": [_foremost(one, why) for one in profile.strengths],
        "drivers": [_foremost(one, why) for one in profile.drivers],
        "needs": [
            {"need": one.code, "when": one.timing, "supports": list(one.supports), "because": why(one.because)}
            for one in profile.needs
        ],
        "supports": [
            {"support": one.support, "code": rules.supports.offers[one.support].code, "to": one.to}
            | {"because": why(one.because)}
            for one in profile.bridge
        ],
        "contact": {question: said[question] for question in profile.contact},
        "evidence": {name: why(figure.because) for name, figure in known.items() if figure is not None}
        | {f"{part}.{key}": why(one.because) for part, all_ in figures.items() for key, one in all_.items() if one}
        | {"step": why(profile.step.because), "hint": why(profile.hint.because)},
    }


def bare(said: Mapping[str, Any], slot: str) -> object:
    """The answer in this slot as the file has it."""
    value, item = said.get(question_of(slot)), item_of(slot)
    return value.get(item) if item is not None and isinstance(value, Mapping) else value


def percent(figure: Figured | None) -> float | None:
    return None if figure is None else round(100 * figure.value, 1)


def _named(one: Occupation) -> Plain:
    return {"field": one.field, "esco": one.esco, "label_nl": one.label_nl, "name": one.name}


def _foremost(one: Foremost, why: Any) -> Plain:
    shown = {"shown": one.shown} if one.shown else {}
    return {"code": one.code, "question": one.question, "top": one.top, **shown, "because": why(one.because)}


def _suggested(one: Suggestion, why: Any) -> Plain:
    return {
        "fit": round(one.value, 1),
        **_named(one.occupation),
        "label": one.label,
        "reasons": [{"reason": reason.code, "because": why(reason.because)} for reason in one.reasons],
        "needed": [{"needed": each.code, "state": each.state, "because": why(each.because)} for each in one.needed],
        "against": [{"wish": each.code, "because": why(each.because)} for each in one.against],
    }
