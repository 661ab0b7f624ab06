"""Caseworkers at their desk and clients who shared, for the tests of the desk: through the real deeds, but the talk."""

from collections.abc import Mapping

from kompas.app import our_occupations, our_rules
from kompas.casework.people import Client, ProfileVersion
from kompas.conversation.answers import Answer
from kompas.conversation.conditions import Context
from kompas.conversation.flow import PARTS, Flow
from kompas.profile.concluding import Adviser
from kompas.store.answers import append_answer
from kompas.store.archive import Archive
from kompas.usecases.parties import Phone
from kompas.usecases.share import share
from tests.store.people import Municipality
from tests.web.conftest import Clock

OUR_ADVISER = Adviser(our_rules(), our_occupations())
GIVEN = "given"
SAID = {
    "situation": Answer(GIVEN, "looking_now"),
    "experience_fields": Answer(GIVEN, ("cooking", "care")),
    "told_more.1": Answer(GIVEN, {"kind": "at_home", "what": "رعاية جدتي"}),
    "talent_helping": Answer(GIVEN, "yes"),
    "talent_persevering": Answer(GIVEN, "yes"),
    "talent_handy": Answer(GIVEN, "a_bit"),
    "talent_learning": Answer(GIVEN, "yes"),
    "talents_top": Answer(GIVEN, ("talent_helping", "talent_persevering", "talent_handy")),
    "talents_shown.talent_helping": Answer(GIVEN, "with_family"),
    "interest_cooking": Answer(GIVEN, "like"),
    "interest_selling": Answer(GIVEN, "maybe"),
    "interest_paperwork": Answer(GIVEN, "not_for_me"),
    "wish_place": Answer(GIVEN, "outside"),
    "wish_hours": Answer("talk"),
    "needs": Answer(GIVEN, ("childcare", "dutch")),
    "need_timing.childcare": Answer(GIVEN, "now_first"),
    "contact_wishes": Answer(GIVEN, ("message", "with_interpreter")),
    "own_words": Answer(GIVEN, "Ik kook elke week voor de buurt."),
}
"""What Amira said: a bit of everything that a desk can show."""


def on_the_phone(archive: Archive, municipality: Municipality, client: Client, flows: Mapping[str, Flow]) -> Phone:
    return Phone(archive, municipality.id, client.id, flows["kompas"], Context(), OUR_ADVISER)


def says(phone: Phone, clock: Clock, said: Mapping[str, Answer] = SAID) -> None:
    with phone.archive.writing(phone.organisation_id) as records:
        for slot, answer in said.items():
            append_answer(records, phone.client_id, slot, answer, clock())


def shares(phone: Phone, clock: Clock, **parts: str) -> ProfileVersion:
    """Everything, unless a part is given another choice."""
    return share(phone, dict.fromkeys(PARTS, "share") | parts, {}, _in_its_language, ("nl", "en"), clock())


def _in_its_language(sentence: str, language: str) -> str:
    return sentence if language == "en" else f"{language}: {sentence}"
