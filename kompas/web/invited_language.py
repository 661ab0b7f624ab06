"""The language that somebody was invited in: which one they chose on their phone is not for the desk to know."""

from kompas.casework.people import Client
from kompas.web.language import SOURCE
from kompas.web.organisation import current_organisation


def invited_language(client: Client) -> str:
    """As far as the organisation still offers it."""
    offered = current_organisation().languages
    return client.language if client.language in offered else next(iter(offered), SOURCE)
