"""The client's own word on what was made of their answers, as it holds today; and what is worked out with it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from kompas.casework.sharing import Released, release, to_choose
from kompas.casework.versions import Anew, nothing_anew
from kompas.conversation.answers import Answers
from kompas.conversation.walking import Walk, walk
from kompas.profile.concluding import Adviser, Topic, conclude
from kompas.profile.statements import Profile, Statement
from kompas.profile.still_holding import without_lapsed_hint, word_of_then
from kompas.store.answers import answers_of
from kompas.store.archive import Records
from kompas.usecases.parties import Phone
from kompas.usecases.region import in_region


@dataclass(frozen=True)
class ToChoose:
    """What a client can share at this moment: all that they said, their own word on it, and who can work out more."""

    walked: Walk
    own_word: Answers
    adviser: Adviser | None

    @property
    def profile(self) -> Profile:
        """The lines about which they choose."""
        return to_choose(self.walked.flow, self.walked.heard, self.own_word, self.adviser)

    def released(self, choices: Mapping[str, str]) -> Released:
        """What these choices let go: what is shown before it is shared, and what leaves."""
        walked = self.walked
        return release(walked.flow, walked.heard, choices, walked.beside, self.own_word, self.adviser)

    def worked_out_anew(self, answers: Answers, topics: Collection[Topic], then: Profile) -> tuple[Statement, ...]:
        """What still follows from these answers, when something goes of what was shared `then`."""
        if self.adviser is None:
            return ()
        return conclude(self.adviser, self.walked.flow, answers, word_of_then(self.own_word, then), topics)


def to_be_chosen(records: Records, phone: Phone, now: datetime) -> ToChoose:
    """What they said of a hint is over after three months, or when their answers give another one."""
    walked = walk(phone.flow, answers_of(records, phone.client_id), phone.context)
    adviser = in_region(records, phone.adviser) if phone.adviser else None
    if adviser is None:
        return ToChoose(walked, walked.own_word, None)
    own_word = without_lapsed_hint(adviser, walked.flow, walked.heard, walked.own_word, now.date())
    return ToChoose(walked, own_word, adviser)


def worked_out_anew(records: Records, phone: Phone, now: datetime) -> Anew:
    return to_be_chosen(records, phone, now).worked_out_anew if phone.adviser else nothing_anew
