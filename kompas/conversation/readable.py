"""What people type, without the characters that no eye sees."""

JOINERS = "\n\u200c\u200d"
"""New lines, and the two invisible joiners that Persian, Hindi and other scripts need."""


def readable(raw: str) -> str:
    """The words without signs that hide, turn or fake what is written, and without space around them.

    Space of any other kind (a tab, one that was pasted and doesn't break) is a space. Nothing but joiners is nothing.
    """
    words = "".join(map(_seen, raw.replace("\r\n", "\n"))).strip()
    return words if words.strip(JOINERS) else ""


def one_line(raw: str) -> str:
    """The same on one line, with one space between two words: for a name, or a place."""
    return " ".join(readable(raw).split())


def _seen(sign: str) -> str:
    if sign in JOINERS or sign.isprintable():
        return sign
    return " " if sign.isspace() else ""
