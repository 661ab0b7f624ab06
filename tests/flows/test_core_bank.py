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

NAMED_IN_THE_DOMAIN_CONTENT = """
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
    }
    return answers.get(stop.question.kind, given(first))


def talked_through(flow: Flow, context: Context = Context(), **said: Answer) -> dict[str, Answer]:  # noqa: B008 (frozen)
    """All answers of somebody who says this, by question, and the first thing everywhere else."""
    answers: dict[str, Answer] = {}
    while (stop := walk(flow, answers, context).next) is not None:
        answers[stop.slot] = said.get(stop.question.id) or said.get(stop.slot.replace(".", "__")) or an_answer(stop)
    return answers


def asked(flow: Flow, answers: dict[str, Answer], context: Context = Context()) -> list[str]:  # noqa: B008 (frozen)
    return list(dict.fromkeys(stop.question.id for stop in walk(flow, answers, context).path))


def in_chapter(flow: Flow, chapter_id: str) -> list[str]:
    chapter = flow.chapter(chapter_id)
    assert chapter is not None
    return [question.id for question in chapter.questions]


def test_the_core_has_seven_chapters_and_61_questions_and_room_to_tell_more(flow: Flow) -> None:
    assert [chapter.part for chapter in flow.chapters] == ["about", "good_at", "how", "why", "how", "helps", "next"]
    assert len(NAMED_IN_THE_DOMAIN_CONTENT) == 61
    assert [name for name in flow.questions if name != "told_more"] == NAMED_IN_THE_DOMAIN_CONTENT


def test_everybody_who_answers_everything_is_asked_everything(flow: Flow) -> None:
    assert asked(flow, talked_through(flow)) == list(flow.questions)


def test_it_takes_about_ten_minutes(flow: Flow) -> None:
    assert minutes(walk(flow, talked_through(flow)).path) <= 12


def test_who_would_rather_talk_is_asked_only_about_talents_and_contact(flow: Flow) -> None:
    answers = talked_through(flow, situation=RATHER_TALK)
    assert asked(flow, answers) == ["situation", *in_chapter(flow, "good_at"), "contact_wishes"]


def test_who_skips_everything_reaches_the_end(flow: Flow) -> None:
    answers: dict[str, Answer] = {}
    while (stop := walk(flow, answers).next) is not None:
        answers[stop.slot] = SKIPPED
    assert len(answers) < len(flow.questions)
    assert build(flow, answers).statements == ()


def test_two_things_to_arrange_first_leave_a_short_ending(flow: Flow) -> None:
    answers = talked_through(flow, needs=chosen("dutch", "housing"), need_timing=given("now_first"))
    ending = [name for name in asked(flow, answers) if name in in_chapter(flow, "next_step")]
    assert ending == ["confidence_fitting_work", "contact_wishes", "own_words", "first_step"]


def test_one_thing_to_arrange_first_leaves_room_to_look_ahead(flow: Flow) -> None:
    answers = talked_through(flow, needs=chosen("dutch"), need_timing=given("now_first"))
    assert "first_step_known" in asked(flow, answers)


def test_help_is_timed_for_the_first_three_needs_and_never_for_nothing(flow: Flow) -> None:
    four = talked_through(flow, needs=chosen("housing", "dutch", "digital", "transport"))
    assert [slot for slot in four if slot.startswith("need_timing")] == [
        "need_timing.housing",
        "need_timing.dutch",
        "need_timing.digital",
    ]
    assert "need_timing" not in asked(flow, talked_through(flow, needs=chosen("nothing_needed")))


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


def test_without_talents_nobody_is_asked_to_choose_among_them(flow: Flow) -> None:
    no_talents = {name: given("not_yet") for name in flow.questions if name.startswith("talent_")}
    assert not {"talents_top", "talents_shown"} & set(asked(flow, no_talents))


def test_the_two_lists_of_fields_are_the_same_sixteen(flow: Flow) -> None:
    done, rather_not = (flow.questions[name].options for name in ("experience_fields", "fields_vetoed"))
    assert list(rather_not) == FIELDS
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


def test_every_question_and_option_has_a_picture(flow: Flow) -> None:
    without = [name for name, question in flow.questions.items() if not question.icon]
    for name, question in flow.questions.items():
        without += [f"{name}: {option}" for option, one in flow.options_of(question).items() if not one.icon]
    assert without == []
