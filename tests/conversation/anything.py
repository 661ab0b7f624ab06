"""Any answers and any replies: those of this flow, of an older or newer one, and those that no flow would give."""

from hypothesis import strategies as st

from kompas.conversation.accepting import Reply
from kompas.conversation.agenda import OWN, WORDS
from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, SKIPPED, Answer, Answers
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow, Question

STRANGE = st.one_of(
    st.text(max_size=5),
    st.none(),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)
"""Values that a flow of another version may have left, or nobody ever gave."""


def words_of(flow: Flow) -> list[str]:
    """Every id of a question, an option or a field."""
    options = {name for one in flow.questions.values() for name in (*flow.options_of(one), *one.fields)}
    return sorted({*flow.questions, *options})


def slots_of(flow: Flow) -> st.SearchStrategy[str]:
    items = st.sampled_from([*words_of(flow), "1", "2", "3", "²", "x"])
    known = st.sampled_from(sorted(flow.questions))
    return st.one_of(known, st.builds("{}.{}".format, known, items), st.text(max_size=8))


def values_of(flow: Flow) -> st.SearchStrategy[object]:
    word = st.sampled_from(words_of(flow))
    return st.one_of(word, st.lists(word, max_size=4).map(tuple), st.dictionaries(word, word, max_size=2), STRANGE)


def any_answer(flow: Flow) -> st.SearchStrategy[Answer]:
    states = st.sampled_from(["given", "given", "given", "skipped", "talk", "thinking"])
    strange = st.builds(Answer, states, values_of(flow))
    return st.one_of(strange, st.sampled_from([SKIPPED, RATHER_TALK, END_OF_LIST]))


def fitting(flow: Flow, question: Question) -> st.SearchStrategy[Answer]:
    """An answer such as the flow of today could hold for this question, if it is on the path at all."""
    if question.kind == "topics":
        codes = st.sampled_from([*flow.choices_of(question), *OWN])
        return st.builds(Answer, st.just("given"), st.dictionaries(codes, st.sampled_from([*WORDS, "abc"]), max_size=4))
    names = list(flow.choices_of(question))
    if question.kind == "text":
        return st.builds(Answer, st.just("given"), st.text("abc ", min_size=1, max_size=8))
    if question.kind == "entries":
        told = st.dictionaries(st.sampled_from(sorted(question.fields)), st.text("abc ", min_size=1), max_size=2)
        return st.one_of(st.builds(Answer, st.just("given"), told), st.just(END_OF_LIST))
    if question.kind in ("many", "pick"):
        row = st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True)
        return st.builds(Answer, st.just("given"), row.map(tuple))
    return st.builds(Answer, st.just("given"), st.sampled_from(names))


def _items(flow: Flow, question: Question) -> list[str]:
    if question.kind == "entries":
        return ["1", "2", "3"]
    if question.for_each is None:
        return []
    source = flow.questions[question.for_each.question]
    return list(flow.choices_of(source))


def _fitting_answers(flow: Flow) -> st.SearchStrategy[dict[str, Answer]]:
    each = {}
    for name, question in flow.questions.items():
        said = st.one_of(fitting(flow, question), st.sampled_from([SKIPPED, RATHER_TALK]))
        for slot in [f"{name}.{item}" for item in _items(flow, question)] or [name]:
            each[slot] = said
    return st.fixed_dictionaries({}, optional=each)


def any_answers(flow: Flow) -> st.SearchStrategy[Answers]:
    """Answers by slot, in any order: many that fit, some that don't."""
    strange = st.dictionaries(slots_of(flow), any_answer(flow), max_size=6)
    return st.builds(lambda fits, odd: {**odd, **fits, **odd}, _fitting_answers(flow), strange)


CONTEXTS = st.builds(Context, switches=st.sets(st.sampled_from(["wishes", "workplace_wishes", "x"])).map(frozenset))


def any_reply(flow: Flow) -> st.SearchStrategy[Reply]:
    word = st.one_of(st.sampled_from(words_of(flow)), st.text(max_size=8))
    return st.builds(
        Reply,
        do=st.one_of(st.sampled_from(["answer", "answer", "skip", "talk", "done"]), st.text(max_size=5)),
        choices=st.lists(word, max_size=5).map(tuple),
        words=st.text(st.characters(), max_size=40),
        fields=st.dictionaries(word, st.one_of(word, st.text(st.characters(), max_size=40)), max_size=3),
        about=st.one_of(st.none(), st.none(), slots_of(flow)),
    )
