"""The clients of Team Zuid. All of them are made up; their family names say so in Dutch."""

from kompas.demonstration.person import EVERYTHING, Person

GRACE = Person(
    "grace",
    "Grace Voorstel",
    "en",
    1985,
    "willem",
    days=2,
    clock="13:00",
    yes=(
        *("talent_contact", "talent_persevering", "talent_learning"),
        *("interest_selling", "interest_answering", "interest_own_business", "driver_freedom"),
        *("talent_starting", "talent_leading", "driver_growth"),
    ),
    half=("talent_planning", "talent_cooperating", "interest_making_beautiful", "interest_cooking", "driver_people"),
    says={
        "situation": "looking_now",
        "experience_fields": ("shop", "customers"),
        "schooling": "other_country",
        "assets": ("phone", "travel_card"),
        "proud_day": "I opened my stall with ten mangoes. That evening all of them were sold.",
        "talents_top": ("talent_contact", "talent_persevering", "talent_learning"),
        "talents_shown.talent_contact": "in_another_country",
        "talents_shown.talent_persevering": "at_home",
        "talents_shown.talent_learning": "at_school",
        "drivers_top": ("driver_freedom", "driver_people"),
        "wish_place": "inside",
        "wish_company": "together",
        "wish_movement": "ordinary",
        "wish_hours": "from_25",
        "wish_times": ("morning", "afternoon", "weekend"),
        "wish_travel": "up_to_60",
        "needs": ("dutch", "papers", "money_overview"),
        "agenda": ("papers", "dutch", "money_and_work"),
        "need_timing.dutch": "now_first",
        "need_timing.papers": "now_first",
        "need_timing.money_overview": "helped_already",
        "going_well": ("on_time", "people_around_me"),
        "supporters": ("friends", "a_guide"),
        "confidence_fitting_work": "5",
        "contact_wishes": ("call", "with_interpreter"),
        "own_words": "My market stall fed five people.",
        "first_step": "start_voluntary",
        "go_on": "yes",
        "fields_liked": ("shop", "customers"),
        "wish_people_or_things": "people",
        "wish_variety": "changing",
        "best_day": "lively",
    },
    own_topic="My own shop one day",
    told=({"kind": "paid_work", "what": "My own market stall, eight years"},),
    languages=({"which": "english", "how_well": "writing"}, {"which": "dutch", "how_well": "a_bit"}),
    share={**EVERYTHING, "helps": "share"},
)

BILAL = Person(
    "bilal",
    "Bilal Bedacht",
    "nl",
    1999,
    "willem",
    days=5,
    clock="15:00",
    yes=("talent_handy", "talent_cooperating", "interest_machines", "interest_counting", "driver_security"),
    half=("talent_learning", "interest_delivering", "interest_cleaning", "driver_people"),
    says={"situation": "something_first", "experience_fields": ("logistics",), "assets": ("bike", "phone")},
    stops_at="interest_making_beautiful",
)

RIA = Person("ria", "Ria Schets", "nl", 1972, "willem", days=6, clock="09:00")

YUSUF = Person("yusuf", "Yusuf Voorstel", "nl", 1981, "nadia", days=3, clock="11:30", stops_at="talent_precise")

MARTA = Person("marta", "Marta Denkbeeld", "en", 1990, "nadia", days=8, clock="10:00")

HANNA = Person(
    "hanna",
    "Hanna Proefpersoon",
    "nl",
    1977,
    "nadia",
    days=1,
    clock="09:15",
    yes=("talent_helping", "talent_reliable"),
    half=("talent_precise",),
    says={
        "talents_top": ("talent_helping", "talent_reliable", "talent_precise"),
        "talents_shown.talent_helping": "with_family",
        "contact_wishes": ("visit", "with_someone"),
    },
    rather_talk=("situation",),
    share={"about": "share", "good_at": "share", "next": "share"},
)
