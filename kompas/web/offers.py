"""What an organisation has to offer, as a reader meets it: in their own language where it is written, else in Dutch."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from babel import Locale
from flask_babel import get_locale

from kompas.casework.offers import Offer, Told, by_category, offers_for
from kompas.usecases.supports import what_is_there
from kompas.web.house import house
from kompas.web.organisation import current_organisation
from kompas.web.second_language import second


@dataclass(frozen=True)
class Shown:
    """A text on the screen. `language` and `direction` are empty where they are the page's own; `also` is the same in
    the second language of the screen."""

    text: str
    language: str = ""
    direction: str = ""
    also: str = ""


@dataclass(frozen=True)
class ShownOffer:
    """One offer, with only what leads somewhere: no link without a number or an address."""

    id: str
    name: Shown
    expect: Shown
    where: Shown
    phone: str
    phone_link: str
    mail: str
    mail_link: str


def offers_here() -> dict[str, tuple[ShownOffer, ...]]:
    """What is on, under each kind of support of which there is any. One query."""
    found = what_is_there(house().archive, current_organisation().id)
    return {category: shown(some) for category, some in by_category(house().rules.supports, found).items() if some}


def shown_for(statement_id: str, offers: Iterable[Offer]) -> tuple[ShownOffer, ...]:
    """What there is for this line of a profile: it follows from the line alone."""
    return shown(offers_for(statement_id, house().rules.supports, offers))


def shown(offers: Iterable[Offer]) -> tuple[ShownOffer, ...]:
    return tuple(
        ShownOffer(
            one.id,
            _text(one.name),
            _text(one.expect),
            _text(one.place),
            one.phone,
            one.phone_link,
            one.mail,
            one.mail_link,
        )
        for one in offers
    )


def _text(told_in: Callable[[str], Told]) -> Shown:
    here, beside = str(get_locale()), second()
    told, too = told_in(here), told_in(beside.code) if beside else None
    also = too.text if too and beside and too.language == beside.code and too.language != told.language else ""
    if told.language == here:
        return Shown(told.text, also=also)
    return Shown(told.text, told.language, str(Locale.parse(told.language).text_direction), also)
