"""An organisation's own offers of support, as its leaflets tell them: nothing in here is about a client."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from kompas.casework.offers import ALWAYS_IN, Offer, OfferWords
from kompas.store.archive import Records
from kompas.store.tables import mine, support

_ALL = select(support).where(mine(support))
_ONE = mine(support), support.c.offer_id == bindparam("offer")
_CHANGE = update(support).where(*_ONE)
_DROP = delete(support).where(*_ONE)
_SWITCH = _CHANGE.values(switched_on=bindparam("wanted"))
_SWITCH_ALL = (
    update(support).where(mine(support), support.c.category == bindparam("of")).values(switched_on=bindparam("wanted"))
)


def offers(records: Records) -> list[Offer]:
    """All of them, on or off, by their Dutch name."""
    found = [_offer(row) for row in records.read(_ALL)]
    return sorted(found, key=lambda one: (one.name(ALWAYS_IN).text.casefold(), one.id))


def put_offer(records: Records, offer: Offer) -> None:
    """A new one, or in the place of the one with this id."""
    if not records.change(_CHANGE.values(_values(offer)), offer=offer.id):
        records.add(support, offer_id=offer.id, **_values(offer))


def switch_offer(records: Records, offer_id: str, *, on: bool) -> int:
    """How many it met: one, or none when it was taken away."""
    return records.change(_SWITCH, offer=offer_id, wanted=on)


def switch_category(records: Records, category: str, *, on: bool) -> int:
    return records.change(_SWITCH_ALL, of=category, wanted=on)


def drop_offer(records: Records, offer_id: str) -> int:
    return records.change(_DROP, offer=offer_id)


def _values(offer: Offer) -> dict[str, object]:
    words = {language: asdict(one) for language, one in offer.words.items()}
    told = {"words": words, "where": offer.where, "phone": offer.phone, "mail": offer.mail}
    return {"category": offer.category, "switched_on": offer.on, "told": json.dumps(told, ensure_ascii=False)}


def _offer(row: Row[*tuple[Any, ...]]) -> Offer:
    told = json.loads(row.told)
    words = {language: OfferWords(**one) for language, one in told.pop("words").items()}
    return Offer(row.offer_id, row.category, words, **told, on=row.switched_on)
