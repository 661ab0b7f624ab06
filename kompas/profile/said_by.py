"""What a client says: their answers, line by line, as they see each line themselves."""

from kompas.conversation.answers import Answers
from kompas.conversation.flow import Flow
from kompas.conversation.walking import Walk
from kompas.profile.building import build
from kompas.profile.own_view import as_seen_by_client
from kompas.profile.statements import Profile


def said_by(walked: Walk) -> Profile:
    """Everything on this path, for the client's own eyes."""
    return said(walked.flow, {**walked.heard, **walked.own_word})


def said(flow: Flow, answers: Answers) -> Profile:
    """The lines that these answers give; what the client says of a line stands among the answers (`own_word`)."""
    return as_seen_by_client(build(flow, answers), answers)
