"""What can be asked after somebody told a story: "did you show this?", about things they did not say yet.

To accept is to give the ordinary answer to the ordinary question. No answer is ever lowered: a card that was answered
"not yet", and what somebody would rather talk about, is left in peace.
"""

from dataclasses import dataclass

from kompas.conversation.answers import Answer, chosen, given
from kompas.conversation.flow import Option, Question
from kompas.conversation.own_words import suggestions
from kompas.conversation.own_words_lists import WordLists
from kompas.conversation.walking import Stop, Walk

MOST_OFFERS = 5


@dataclass(frozen=True)
class Offer:
    """One thing that a story may tell. To accept it stores `answer` in `slot`. `option` is what is added to an answer
    of many; a card has none. `spans` are the words that led to it: (start, end) in the story."""

    name: str
    slot: str
    answer: Answer
    question: Question
    option: Option | None
    spans: tuple[tuple[int, int], ...]


def story_of(walked: Walk, stop: Stop) -> str:
    """The client's own words to a question that suggests; empty where there are none."""
    answer = walked.heard.get(stop.slot)
    told = stop.question.suggests and answer is not None and answer.state == "given"
    return answer.value if told and answer is not None and isinstance(answer.value, str) else ""


def offers(lists: WordLists, walked: Walk, stop: Stop, reads: str) -> tuple[Offer, ...]:
    """The strongest few things that the story of this stop suggests, and that were not said yet."""
    found: list[Offer] = []
    for one in suggestions(lists, story_of(walked, stop), reads):
        offer = _offer(walked, one.name, one.spans)
        if offer is not None and len(found) < MOST_OFFERS:
            found.append(offer)
    return tuple(found)


def accepted(walked: Walk, offer: Offer) -> Offer | None:
    """The same offer as the answers are now, one offer later; `None` when it adds nothing any more."""
    return _offer(walked, offer.name, offer.spans)


def _offer(walked: Walk, name: str, spans: tuple[tuple[int, int], ...]) -> Offer | None:
    question_id, _dot, option = name.partition(".")
    stop = walked.find(question_id)
    heard = walked.heard.get(question_id)
    if stop is None or (heard is not None and heard.state == "talk"):
        return None
    answer = _added(stop, heard, option) if option else _raised(stop, heard)
    if answer is None:
        return None
    return Offer(name, stop.slot, answer, stop.question, stop.options[option] if option else None, spans)


def _raised(stop: Stop, heard: Answer | None) -> Answer | None:
    """The strongest answer to a card, when it was skipped or answered half."""
    weights = {name: option.weight or 0 for name, option in stop.options.items()}
    strongest = max(weights, key=lambda one: weights[one])
    said = [weights[one] for one in heard.options] if heard is not None and heard.state == "given" else []
    return None if any(one in (0, weights[strongest]) for one in said) else given(strongest)


def _added(stop: Stop, heard: Answer | None, option: str) -> Answer | None:
    """The answer with this option behind what was chosen; only where the question was seen, and there is room."""
    if heard is None or option not in stop.options:
        return None
    if option in heard.options or stop.question.none in heard.options or len(heard.options) >= stop.most:
        return None
    return chosen(*heard.options, option)
