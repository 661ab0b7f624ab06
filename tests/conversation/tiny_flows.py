"""Conversations of one feature each: what the tests of any answers and any replies are tried on."""

from tests.conversation.talking import a_flow, chapter, question

OPENING = question("school", options="here abroad")
CARDS = [question(name, "faces") for name in ("talent_one", "talent_two", "talent_three")]
DECK = {"questions": ["talent_one", "talent_two", "talent_three"], "weight": 1}
NEEDS = question("needs", "many", options="dutch housing bus nothing", none="nothing")


FIRST = question("first", "pick", **{"from": {"chosen": "needs"}}, least=1, most=2)
ONE_OF_THEM = {"question": "needs", "most": 1, "first": "first"}
SHALL_WE = question("go_on", silent=True, says=None)


def after_abroad(name: str, **more: object) -> dict[str, object]:
    return question(name, when={"question": "school", "is": "abroad"}, **more)


def after_school(**when: object) -> list[dict[str, object]]:
    return [OPENING, question("later", when=when)]


TINY_FLOWS = {
    "one": a_flow(question("hours")),
    "many": a_flow(question("times", "many", options="morning noon evening", most=2)),
    "least": a_flow(question("times", "many", options="morning noon evening", least=2)),
    "none": a_flow(NEEDS),
    "faces": a_flow(CARDS[0]),
    "stairs": a_flow(question("sure", "stairs")),
    "text": a_flow(question("words", "text", longest=20)),
    "entries": a_flow(question("told", "entries", most=4), question("later")),
    "endless entries": a_flow(question("told", "entries")),
    "pick": a_flow(*CARDS, question("top", "pick", **{"from": DECK}, most=2)),
    "repeat of many": a_flow(NEEDS, question("timing", for_each={"question": "needs", "most": 2})),
    "repeat of pick": a_flow(
        *CARDS,
        question("top", "pick", **{"from": DECK}, most=2),
        question("shown", "text", for_each={"question": "top", "most": 2}),
    ),
    "topics": a_flow(NEEDS, question("agenda", "topics", options="hours money", **{"from": {"chosen": "needs"}})),
    "pick of many": a_flow(NEEDS, FIRST),
    "just one": a_flow(*CARDS, question("top", "pick", **{"from": DECK}, most=2, just_one={"fact": "few_talents"})),
    "silent": a_flow(SHALL_WE),
    "later": a_flow(
        chapter("talk", OPENING, question("late", later="more"), after_abroad("either", later="more")),
        chapter("helps", NEEDS, FIRST, question("timing", for_each=ONE_OF_THEM, later="more"), SHALL_WE),
        chapter("more", question("last"), when={"question": "go_on", "is": "yes"}),
    ),
    "is": a_flow(*after_school(question="school", **{"is": "abroad"})),
    "has": a_flow(NEEDS, question("later", when={"question": "needs", "has": "bus"})),
    "in": a_flow(*after_school(question="school", **{"in": ["abroad", "here"]})),
    "answered": a_flow(*after_school(question="school", answered="true")),
    "fact": a_flow(*CARDS, question("later", when={"fact": "few_talents"})),
    "switch": a_flow(*after_school(switch="wishes")),
    "all": a_flow(*after_school(all=[{"question": "school", "is": "abroad"}, {"switch": "wishes"}])),
    "any": a_flow(*after_school(any=[{"question": "school", "is": "abroad"}, {"switch": "wishes"}])),
    "option with a condition": a_flow(
        OPENING,
        question(
            "needs",
            "many",
            options={
                "papers": {"text": "Papers", "when": {"question": "school", "is": "abroad"}},
                "bus": {"text": "Bus"},
            },
        ),
        question("timing", for_each={"question": "needs", "most": 2}),
    ),
    "proposes": a_flow(
        OPENING,
        question(
            "step",
            options={
                "look": {"text": "Look around"},
                "ask": {"text": "Ask somebody"},
                "course": {"text": "A course", "fits": {"question": "school", "is": "abroad"}},
                "talk": {"text": "Talk", "fits": {"question": "school", "answered": "true"}},
            },
            proposes=2,
        ),
    ),
    "chapter with a condition": a_flow(
        chapter("first", OPENING),
        chapter("second", question("later"), when={"question": "school", "is": "abroad"}),
        chapter("third", question("last", when={"question": "later", "answered": "true"})),
    ),
}
