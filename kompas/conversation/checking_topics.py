"""What can be wrong with an agenda: each topic is a line of its own, and is called by one id."""

from collections.abc import Iterator

from kompas.conversation.agenda import OWN
from kompas.conversation.checking_conditions import Complaint
from kompas.conversation.flow import Flow, Question
from kompas.conversation.written import Path


def check_topics(flow: Flow, question: Question, path: Path) -> Iterator[Complaint]:
    if question.kind != "topics":
        return
    if question.says is not None and not question.one_statement_per_option:
        yield (*path, "says"), f"Each topic is a line: write “{question.says}” with a star, as in “topic/*”."
    source = flow.questions.get(question.cards.chosen or "") if question.cards else None
    drawn = flow.options_of(source) if source is not None else {}
    for name, option in question.options.items():
        if name in drawn or name in OWN:
            yield (*path, "options", name), f"“{name}” is the name of another topic here; give this one its own."
        if option.says is not None:
            yield (*path, "options", name), f"“{question.id}” says “{question.says}” for all topics; leave “says” out."
    if question.cards is not None and source is None:
        yield (*path, "from"), "Topics are drawn from what was chosen in one question: “from: {chosen: …}”."
    if question.for_each is not None:
        yield (*path, "for_each"), "A question of kind topics can't be asked again for each."
