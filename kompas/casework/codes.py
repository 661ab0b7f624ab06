"""The code in a letter: what it is made of, and how people read it."""

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs of which none looks like another."""

LENGTH = 10
"""Signs in a code: 50 bits."""


def in_groups(code: str) -> str:
    """`K7M29QXP4D` as people read and type it: `K7M2-9QX-P4D`."""
    return f"{code[:4]}-{code[4:7]}-{code[7:]}"
