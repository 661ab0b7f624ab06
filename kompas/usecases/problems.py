"""What can stand in the way of a deed, by name. The web gives each its page, once; nothing here knows of pages."""


class Problem(Exception):
    """A deed that can't be done, for a reason that can be told in a sentence."""


class NotFound(Problem):
    """It is not there, or not there for this person: the two look the same."""


class NotAllowed(Problem):
    """This person may not do this."""


class ConversationClosed(Problem):
    """A client came in here before, and that time is over: their invitation ended, or there is a newer letter."""


class SignedOut(Problem):
    """A caseworker signed in here before, and that time is over."""


class Stale(Problem):
    """The page was opened before something changed; looking again helps."""


class TooManyTries(Problem):
    """Slow down: too many tries in too short a time."""


class NotKnownHere(Problem):
    """The provider vouches for this person, but the organisation has not given them a place."""


class SignInRefused(Problem):
    """What came back from the provider proves nothing. `reason` is for the log, never for the page."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ProviderAway(Problem):
    """The organisation's provider for sign-in can't be reached, or is not set up well."""
