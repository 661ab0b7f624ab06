"""How many jobs there are around Waterrijk: made up, and every row says so."""

from datetime import date, datetime, timedelta

from kompas.profile.tightness import Level, Tightness
from kompas.usecases.parties import Desk
from kompas.usecases.region import keep

SOURCE = "Verzonnen voor de demonstratie"
NEWEST, OLDEST = timedelta(days=40), timedelta(days=430)

LEVELS: dict[str, Level] = {
    "cleaning": "many",
    "technology": "many",
    "care": "many",
    "children": "normal",
    "logistics": "normal",
    "green": "normal",
    "shop": "normal",
    "00cee175-1376-43fb-9f02-ba3d7a910a58": "many",  # driving a bus
    "e1cf6897-158d-4b48-a39e-2a3a8cac216c": "many",  # helping in a kitchen
    "75b63949-1b93-4bf2-a777-ccf978dc3e8a": "many",  # putting up solar panels
    "eeac6251-1974-42f5-91ed-513c6c883755": "many",  # driving a forklift
    "6353b3e8-e8f2-4ecb-b230-186927139892": "few",  # typing data into a computer
}
"""By field of work, or by the ESCO id of an occupation."""

OLD_LEVELS: dict[str, Level] = {"office": "few", "creative": "few"}
"""What nobody brought up to date for more than a year."""


def fill_region(keeper: Desk, today: date, now: datetime) -> None:
    """The table of this keeper's organisation."""
    rows = {work: Tightness(level, SOURCE, today - NEWEST) for work, level in LEVELS.items()}
    old = {work: Tightness(level, SOURCE, today - OLDEST) for work, level in OLD_LEVELS.items()}
    keep(keeper, rows | old, now, "change region")
