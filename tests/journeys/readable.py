"""What can be read in files by who took them without the keys."""

from collections.abc import Iterable, Mapping

SHORTEST = 5
"""Shorter words are in any file of this size by chance."""


def readable_in(files: Mapping[str, bytes], words: Iterable[str]) -> list[str]:
    """`file: word` for every word that stands there, in any case and in the encodings that texts are kept in."""
    lowered = {name: held.lower() for name, held in files.items()}
    sought = {word for word in words if len(word) >= SHORTEST}
    return sorted(f"{name}: {word}" for name, held in lowered.items() for word in sought if _stands(word.lower(), held))


def _stands(word: str, held: bytes) -> bool:
    return any(word.encode(encoding) in held for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
