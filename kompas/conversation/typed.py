"""What people type, without the characters that no eye sees."""

JOINERS = "\n\u200c\u200d"
"""New lines, and the two invisible joiners that Persian, Hindi and other scripts need."""


def readable(raw: str) -> str:
    """The words without signs that hide, turn or fake what is written, and without space around them.

    Nothing but joiners is nothing.
    """
    lines = raw.replace("\r\n", "\n").replace("\t", " ")
    words = "".join(letter for letter in lines if letter in JOINERS or letter.isprintable()).strip()
    return words if words.strip(JOINERS) else ""
