"""The conversation as a whole: what is asked of whom, and that nobody is asked more than helps them."""

from pathlib import Path

import pytest

import kompas
from kompas.conversation.answers import RATHER_TALK, SKIPPED, Answer, chosen, given
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow, Question
from kompas.conversation.reading import read_flow
from kompas.conversation.walking import Stop, minutes, walk
from kompas.profile.building import build

CORE = """
    situation experience_fields schooling assets
    talent_cooperating talent_helping talent_contact talent_reliable talent_persevering talent_learning talent_precise
    talent_planning talent_solving talent_handy talents_top talents_shown
    interest_repairing interest_building interest_gardening interest_delivering interest_cleaning interest_machines
    interest_safety interest_finding_out interest_health interest_making_beautiful interest_cooking interest_caring
    interest_teaching interest_answering interest_selling interest_own_business interest_counting interest_paperwork
    fields_vetoed
    driver_achievement driver_freedom driver_people driver_support driver_security driver_meaning drivers_top
    wish_place wish_company wish_movement wish_hours wish_times wish_travel
    needs need_timing going_well supporters
    confidence_fitting_work clarity_of_direction first_step_known confidence_searching confidence_employer
    importance_of_work contact_wishes own_words first_step
""".split()
"""Of the domain content's 71, those that everybody is asked."""

EXTRA = """
    talent_starting talent_ideas talent_leading talent_adapting interest_computers driver_recognition driver_growth
    wish_people_or_things wish_variety
""".split()
"""Those that wait until somebody wants to go on."""

WITH_A_SWITCH = ["workplace_wishes"]

OURS = "told_more languages proud_day fields_liked needs_top agenda go_on best_day".split()
"""Beside the 71: room to tell, what the branching asks for, the agenda, and the way on."""

FIELDS = """cleaning green building technology making logistics driving cooking shop care children office customers
    safety creative computers""".split()


@pytest.fixture(scope="module")
def flow() -> Flow:
    file = Path(kompas.__file__).parent / "flows/kompas.yaml"
    return read_flow(file.read_text(), file.name)


def an_answer(stop: Stop) -> Answer:
    """What somebody says who chooses the first thing everywhere, and has one thing to tell more about."""
    first = next(iter(stop.options), "")
    answers = {
        "many": chosen(first),
        "pick": chosen(*list(stop.options)[: stop.most]),
        "text": Answer("given", "I sing in a choir."),
        "entries": Answer("given", {"kind": "course", "what": "First aid"} if stop.item == "1" else None),
        "topics": Answer("given", {first: "yes"}),
    }
    return answers.get(stop.question.kind, given(first))


def talked_through(flow: Flow, context: Context = Context(), **said: Answer) -> dict[str, Answer]:  # noqa: B008 (frozen)
    """All answers of somebody who says this, by question, and the first thing everywhere else."""
    answers: dict[str, Answer] = {}
    while (stop := walk(flow, answers, context).next) is not None:
        answers[stop.slot] = said.get(stop.question.id) or said.get(stop.slot.replace(".", "__")) or an_answer(stop)
        assert stop.accepted(answers[stop.slot]) is not None, stop.slot
    return answers


def asked(flow: Flow, answers: dict[str, Answer], context: Context = Context()) -> list[str]:  # noqa: B008 (frozen)
    return list(dict.fromkeys(stop.question.id for stop in walk(flow, answers, context).path))


def in_chapter(flow: Flow, chapter_id: str) -> list[str]:
    chapter = flow.chapter(chapter_id)
    assert chapter is not None
    return [question.id for question in chapter.questions]


def test_the_71_are_there(flow: Flow) -> None:
    assert len(CORE) == 61
    assert len(CORE + EXTRA + WITH_A_SWITCH) == 71
    assert set(flow.questions) >= {*CORE, *EXTRA, *WITH_A_SWITCH, *OURS}


def test_the_core_has_seven_chapters(flow: Flow) -> None:
    core = [chapter.part for chapter in flow.chapters[:-1] if chapter.part != "agenda"]
    assert core == ["about", "good_at", "how", "why", "how", "helps", "next"]


def test_who_wants_no_more_is_asked_the_core(flow: Flow) -> None:
    answers = talked_through(flow, go_on=given("no"))
    assert [name for name in asked(flow, answers) if name in CORE + EXTRA + WITH_A_SWITCH] == CORE


def test_who_goes_on_is_asked_the_rest(flow: Flow) -> None:
    answers = talked_through(flow, go_on=given("yes"), interest_caring=given("maybe"))
    assert set(asked(flow, answers)) >= {*CORE, *EXTRA}
    more = {stop.question.id for stop in walk(flow, answers).in_chapter("more")}
    assert more == {*EXTRA, "languages", "fields_liked", "best_day"}


def test_to_skip_whether_to_go_on_is_to_be_done(flow: Flow) -> None:
    for enough in (SKIPPED, RATHER_TALK, given("no")):
        assert "more" not in [chapter.id for chapter in walk(flow, talked_through(flow, go_on=enough)).chapters]


def test_nobody_else_learns_whether_somebody_went_on(flow: Flow) -> None:
    for answer in (given("yes"), given("no"), SKIPPED, RATHER_TALK):
        assert build(flow, {"go_on": answer}).statements == ()


def test_it_takes_about_ten_minutes(flow: Flow) -> None:
    assert minutes(walk(flow, talked_through(flow, go_on=given("no"))).path) <= 12


def test_who_would_rather_talk_is_asked_only_about_talents_and_contact(flow: Flow) -> None:
    answers = talked_through(flow, situation=RATHER_TALK)
    talents = [name for name in in_chapter(flow, "good_at") if name not in (*EXTRA, "proud_day")]
    assert asked(flow, answers) == ["situation", *talents, "contact_wishes"]


def test_who_skips_everything_reaches_the_end(flow: Flow) -> None:
    answers: dict[str, Answer] = {}
    while (stop := walk(flow, answers).next) is not None:
        answers[stop.slot] = SKIPPED
    assert len(answers) < len(flow.questions)
    assert build(flow, answers).statements == ()


def test_two_things_to_arrange_first_leave_a_short_ending(flow: Flow) -> None:
    answers = talked_through(flow, needs=chosen("dutch", "housing"), need_timing=given("now_first"))
    ending = [name for name in asked(flow, answers) if name in in_chapter(flow, "next_step")]
    assert ending == ["confidence_fitting_work", "contact_wishes", "own_words", "first_step", "go_on"]


def test_one_thing_to_arrange_first_leaves_room_to_look_ahead(flow: Flow) -> None:
    answers = talked_through(flow, needs=chosen("dutch"), need_timing=given("now_first"))
    assert "first_step_known" in asked(flow, answers)


def timed(flow: Flow, answers: dict[str, Answer], chapter_id: str) -> list[str]:
    return [stop.slot for stop in walk(flow, answers).in_chapter(chapter_id) if stop.question.id == "need_timing"]


def test_of_many_needs_three_come_first_and_the_rest_later(flow: Flow) -> None:
    needs, first = chosen("housing", "dutch", "digital", "transport", "job_search"), chosen("transport", "dutch")
    five = talked_through(flow, needs=needs, needs_top=first)
    assert timed(flow, five, "helps") == ["need_timing.transport", "need_timing.dutch", "need_timing.housing"]
    assert timed(flow, five, "more") == ["need_timing.digital", "need_timing.job_search"]
    in_order = [one.id for one in build(flow, five).statements if one.kind == "need"]
    assert in_order == ["need/transport", "need/dutch", "need/housing", "need/digital", "need/job_search"]


def test_of_three_needs_nobody_is_asked_which_come_first(flow: Flow) -> None:
    three = talked_through(flow, needs=chosen("housing", "dutch", "digital"))
    assert "needs_top" not in asked(flow, three)
    assert timed(flow, three, "helps") == ["need_timing.housing", "need_timing.dutch", "need_timing.digital"]


def test_nothing_needed_is_asked_nothing_more(flow: Flow) -> None:
    for nothing in (chosen("nothing_needed"), RATHER_TALK):
        assert not {"needs_top", "need_timing"} & set(asked(flow, talked_through(flow, needs=nothing)))


def test_papers_are_offered_to_who_went_to_school_elsewhere(flow: Flow) -> None:
    def offered(school: str) -> bool:
        stop = walk(flow, {"schooling": given(school)}).find("needs")
        assert stop is not None
        return "papers" in stop.options

    assert offered("other_country")
    assert not offered("primary")


def test_wishes_about_the_workplace_wait_for_the_organisation(flow: Flow) -> None:
    """They can reveal health, so they are off until an organisation has weighed that and switches them on."""
    off, on = (
        walk(flow, {}).find("needs"),
        walk(flow, {}, Context(switches=frozenset({"workplace_wishes"}))).find("needs"),
    )
    assert off is not None
    assert on is not None
    assert on.options.keys() - off.options.keys() == {"fitting_work"}


def test_wishes_about_the_workplace_are_asked_of_who_needs_fitting_work(flow: Flow) -> None:
    on, needs = Context(switches=frozenset({"workplace_wishes"})), chosen("fitting_work")
    assert "workplace_wishes" in asked(flow, talked_through(flow, on, needs=needs), on)
    assert "workplace_wishes" not in asked(flow, talked_through(flow, on, needs=chosen("dutch")), on)
    assert "workplace_wishes" not in asked(flow, {"needs": needs})
    assert flow.questions["workplace_wishes"].sensitivity == "careful"


def some_talents(flow: Flow, *names: str) -> dict[str, Answer]:
    cards = [name for name in flow.questions if name.startswith("talent_")]
    return {name: given("yes" if name in names else "not_yet") for name in cards}


def test_of_few_talents_more_are_looked_for_and_one_is_chosen(flow: Flow) -> None:
    answers = some_talents(flow, "talent_helping", "talent_handy", "talent_ideas")
    found = [stop.question.id for stop in walk(flow, answers).in_chapter("good_at")]
    assert set(EXTRA[:4]) <= set(found)
    pick = walk(flow, answers).find("talents_top")
    assert pick is not None
    assert list(pick.options) == ["talent_helping", "talent_handy", "talent_ideas"]
    assert (pick.least, pick.most) == (1, 1)


def test_of_three_talents_the_rest_waits(flow: Flow) -> None:
    walked = walk(flow, some_talents(flow, "talent_helping", "talent_handy", "talent_solving"))
    assert not {stop.question.id for stop in walked.in_chapter("good_at")} & set(EXTRA)
    pick = walked.find("talents_top")
    assert pick is not None
    assert pick.most == 3


def test_a_talent_that_was_found_late_is_one_as_any_other(flow: Flow) -> None:
    profile = build(flow, talked_through(flow, go_on=given("yes")))
    assert {profile.by_id[key].part for key in ("strength/ideas", "driver/growth", "wish/variety")} == {
        "good_at",
        "why",
        "how",
    }


def test_without_talents_nobody_is_asked_to_choose_among_them(flow: Flow) -> None:
    assert not {"talents_top", "talents_shown"} & set(asked(flow, some_talents(flow)))


def test_who_likes_all_alike_chooses_among_sixteen_fields(flow: Flow) -> None:
    """Their cards say nothing of direction. Others may choose too, later: that somebody chose tells nobody why."""
    alike = {name: given("maybe") for name in CORE if name.startswith("interest_")}
    assert "fields_liked" in [stop.question.id for stop in walk(flow, alike).in_chapter("enjoy")]
    alike["interest_caring"] = given("like")
    assert "fields_liked" not in asked(flow, alike)
    [line] = build(flow, {"fields_liked": chosen("care")}).statements
    assert (line.id, line.part) == ("liked/care", "how")


def test_the_lists_of_fields_are_the_same_sixteen(flow: Flow) -> None:
    names = ("experience_fields", "fields_vetoed", "fields_liked")
    done, rather_not, liked = (flow.questions[name].options for name in names)
    assert list(rather_not) == FIELDS
    assert liked == rather_not
    assert list(done) == [*FIELDS, "something_else"]
    assert all(done[name] == option for name, option in rather_not.items())


def test_work_that_someone_leaves_to_others_never_stands_alone_as_if_it_were_a_wish(flow: Flow) -> None:
    profile = build(flow, {"fields_vetoed": chosen("cooking", "office")})
    [line] = profile.statements
    assert line.name == "I would rather leave this to others"
    assert [detail.text for detail in line.details] == ["Cooking and serving food", "Working in an office"]


def test_how_important_work_is_stays_with_the_client(flow: Flow) -> None:
    private = [statement.id for statement in build(flow, talked_through(flow)).statements if statement.private]
    assert private == ["importance/work"]


def test_every_question_says_what_it_is_for(flow: Flow) -> None:
    def unsaid(question: Question) -> bool:
        return not (question.purpose and question.ground and question.keep and question.sensitivity and question.name)

    assert [question.id for question in flow.questions.values() if unsaid(question)] == []


def test_what_is_delicate_is_marked(flow: Flow) -> None:
    careful = {question.id for question in flow.questions.values() if question.sensitivity == "careful"}
    assert careful >= {"situation", "needs", "need_timing", "own_words", "told_more", "importance_of_work"}
    assert careful >= {"needs_top", "workplace_wishes"}


def test_every_question_and_option_has_a_picture(flow: Flow) -> None:
    without = [name for name, question in flow.questions.items() if not question.icon]
    for name, question in flow.questions.items():
        without += [f"{name}: {option}" for option, one in flow.options_of(question).items() if not one.icon]
    assert without == []


def test_the_deck_of_talents_keeps_its_size_while_somebody_answers_it(flow: Flow) -> None:
    cards = [name for name in CORE if name.startswith("talent_") and flow.questions[name].kind == "faces"]
    sizes = set()
    for number, name in enumerate(cards):
        walked = walk(flow, {one: given("not_yet") for one in cards[:number]})
        stop = walked.find(name)
        assert stop is not None
        sizes.add(walked.progress(stop).deck_size)
    assert sizes == {len(cards)}
