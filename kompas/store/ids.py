"""Ids: random text that tells nothing about what it names, and fits in an address."""

import secrets


def new_id() -> str:
    """96 bits of chance as 16 characters: nobody guesses one, and no two are ever the same."""
    return secrets.token_urlsafe(12)
