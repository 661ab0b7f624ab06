"""What was posted and could not be kept: to be sent again with one button, and the visitor's own words to copy.

Why giving posted fields back is safe. A page that sends on its button what another site made up would be a way round
the protection of our forms, so:

- what another site posted (`Sec-Fetch-Site`) is never given back, not even its words;
- a *fresh* token stands beside the fields only when they are proven to come from a form that we made for this very
  person: their token was right (and something else went wrong after that), or it is an older one of the same person.
  An old token of a stranger can be anybody's, so there the browser itself must say that our own page asked;
- else the token goes back *as it was posted*. That proves nothing anew: a forged one stays forged, and a right one
  works as soon as the database is there to compare it with;
- where there is no token there is no button.

An older token of somebody else (two people at one computer) is never renewed: nobody's words land in another one's
conversation.
"""

from dataclasses import dataclass

from flask import g, request
from werkzeug.exceptions import HTTPException

from kompas.web.csrf import TOKEN, for_this_person, form_token, from_our_own_page, may_be_our_own_page
from kompas.web.phone import current_flow
from kompas.web.sessions import visitor, visitor_unsure

OWN_WORDS = frozenset({"words", "name", "talk_place", "expect", "where"})
ENTRY = "entry."


@dataclass(frozen=True)
class Typed:
    """`fields` are all fields that were posted, with a token; empty when they can't be sent again.

    `words` is what the visitor wrote themselves, one below the other; empty when they only chose.
    """

    address: str
    fields: tuple[tuple[str, str], ...]
    words: str


def typed() -> Typed:
    """Of this request. As empty as can be for one that nobody of ours posted, and for one that was too big to read."""
    posted = _posted()
    token = _token(dict(posted).get(TOKEN, ""))
    fields = ((TOKEN, token), *(pair for pair in posted if pair[0] != TOKEN)) if token and posted else ()
    return Typed(request.path, fields, "\n\n".join(value.strip() for name, value in posted if _is_written(name, value)))


def _posted() -> tuple[tuple[str, str], ...]:
    if request.method != "POST" or request.url_rule is None or not may_be_our_own_page():
        return ()
    try:
        return tuple(request.form.items(multi=True))
    except HTTPException:
        return ()


def _token(posted: str) -> str:
    if g.get("csrf_valid"):
        return form_token()
    if visitor_unsure() or not for_this_person(posted):
        return posted if visitor_unsure() else ""
    return form_token() if visitor().id or from_our_own_page() else ""


def _is_written(name: str, value: str) -> bool:
    """Not what was chosen: that has no words of its own."""
    if not value.strip():
        return False
    if name.startswith(ENTRY):
        return value not in _choices(name.removeprefix(ENTRY))
    return name.partition(".")[0] in OWN_WORDS


def _choices(field: str) -> set[str]:
    """What can be chosen in a field of this name, in any list of the conversation."""
    asked = [question.fields[field] for question in current_flow().questions.values() if field in question.fields]
    return {option for one in asked for option in one.options}
