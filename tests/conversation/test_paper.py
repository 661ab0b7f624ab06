"""The same conversation on paper: nobody is left out, and what was written comes back as the answers it means."""

from random import Random

from kompas.conversation.answers import Answer, given, question_of
from kompas.conversation.conditions import Context
from kompas.conversation.paper import Asked, Written, on_paper, read_written, ways_on
from tests.conversation.ours import a_talk, our_flow


def paper(*switches: str) -> dict[str, Asked]:
    return {one.question.id: one for one in on_paper(our_flow(), Context(switches=frozenset(switches)))}


def test_every_question_that_somebody_is_asked_on_the_phone_stands_on_paper_once_with_its_number() -> None:
    asked = paper()
    assert [one.number for one in asked.values()] == list(range(1, len(asked) + 1))
    for seed in range(20):
        on_phone = {question_of(slot) for slot in a_talk(Random(seed)).heard}
        known = {name: our_flow().questions[name] for name in on_phone}
        assert {name for name, one in known.items() if not (one.silent or one.private)} <= asked.keys()


def test_what_stays_with_the_client_is_not_on_a_paper_that_somebody_else_types_in() -> None:
    private = {one.id for one in our_flow().questions.values() if one.private}
    assert private
    assert not private & paper().keys()


def test_what_an_organisation_switched_off_is_not_on_paper() -> None:
    with_switch = [one.id for one in our_flow().questions.values() if "workplace_wishes" in str(one.when)]
    assert with_switch
    assert not set(with_switch) & paper().keys()
    assert set(with_switch) <= paper("workplace_wishes").keys()


def test_conditions_stand_there_in_words_that_are_true() -> None:
    asked = paper("workplace_wishes")
    wishes = asked["workplace_wishes"].only_if
    assert wishes is not None
    assert wishes.number == asked["needs"].number
    assert wishes.options
    assert asked["schooling"].only_if is None
    about = asked["need_timing"].only_if
    assert about is not None
    assert about.number == asked["needs"].number


def written(asked: Asked, slot: str, answer: Answer, row: int) -> dict[str, tuple[str, ...]]:
    """The fields in which a caseworker types this answer."""
    name, item = question_of(slot), slot.partition(".")[2]
    if asked.about:
        return {f"{name}.{row}.about": (item,), f"{name}.{row}": answer.options}
    if asked.rows:
        value = answer.value if isinstance(answer.value, dict) else {}
        return {f"{name}.{item}.{key}": (words,) for key, words in value.items()}
    if answer.state == "talk":
        return {f"{name}.talk": ("1",)}
    if isinstance(answer.value, dict):
        return {f"{name}.{code}": (said,) for code, said in answer.value.items()}
    return {name: answer.options}


def test_what_was_answered_comes_back_from_paper_the_same(record_property) -> None:
    asked, back = paper(), 0
    for seed in range(30):
        fields: dict[str, tuple[str, ...]] = {}
        meant: dict[str, Answer] = {}
        rows: dict[str, int] = {}
        for slot, answer in a_talk(Random(seed)).heard.items():
            one = asked.get(question_of(slot))
            if one is None or answer.state == "skipped" or (answer.value in (None, {}) and answer.state == "given"):
                continue
            rows[one.question.id] = rows.get(one.question.id, 0) + 1
            if one.rows and (rows[one.question.id] not in one.rows or answer.state == "talk"):
                continue
            fields |= written(one, slot, answer, rows[one.question.id])
            meant[slot] = answer
        read = read_written(tuple(asked.values()), fields)
        assert not read.mistakes
        assert {slot: read.answers.get(slot) for slot in meant} == meant
        back += len(meant)
    record_property("counted", f"{back} answers were written on paper and read back the same")


def test_empty_says_nothing_too_few_is_fine_and_too_many_is_told() -> None:
    asked = tuple(paper().values())
    empty: Written = {
        "situation": ("",),
        "own_words": (" ",),
        "told_more.1.what": ("",),
        "need_timing.1.about": ("dutch",),
    }
    assert read_written(asked, empty).answers == {}
    one = {"talents_top": ("talent_helping",)}
    assert read_written(asked, one).answers == {"talents_top": Answer("given", ("talent_helping",))}
    four = {
        "talents_top": ("talent_helping", "talent_handy", "talent_learning", "talent_precise"),
        "schooling": ("higher",),
    }
    read = read_written(asked, four)
    assert read.mistakes.keys() == {"talents_top"}
    assert read.answers == {"schooling": Answer("given", "higher")}
    assert read_written(asked, {"situation": ("rich",), "nothing": ("x",)}).mistakes.keys() == {"situation"}


def test_own_topics_are_kept_in_the_words_of_the_paper() -> None:
    fields = {"agenda.which_work": ("yes",), "agenda.own_1": ("  Mijn  diploma ",)}
    read = read_written(tuple(paper().values()), fields)
    assert read.answers["agenda"].value == {"which_work": "yes", "own_1": "Mijn diploma"}


def test_who_filled_in_what_comes_later_went_on() -> None:
    flow, said = our_flow(), {"wish_variety": given("both"), "best_day": given("quiet"), "wish_place": given("inside")}
    assert ways_on(flow, said, said) == {"go_on": given("yes")}
    assert ways_on(flow, said, ["wish_place"]) == {}, "what was said on the phone, where they stopped, is left alone"
    assert ways_on(flow, said | {"go_on": given("yes")}, said) == {}
    assert ways_on(flow, {"wish_place": given("inside")}, ["wish_place", "gone"]) == {}
