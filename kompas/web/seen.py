"""What a screen showed of a line, as a form carries it along: a word must never land on anything else."""

from collections.abc import Mapping

from kompas.casework.verdicts import Seen

NEVER = -1
"""For a number that no page of ours has sent: no verdict has it, so whoever speaks has to look again."""


def seen_in(form: Mapping[str, str], place: str = "") -> Seen:
    """What `components/seen_line.html` put into the form."""
    newest = form.get(f"newest{place}", "")
    known = newest.isascii() and newest.isdecimal() and len(newest) < len("1000000000")
    return Seen(form.get(f"line{place}", ""), form.get(f"ground{place}", ""), int(newest) if known else NEVER)
