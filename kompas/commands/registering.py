"""The words of the register of processing, in English and Dutch: what stands in no flow file."""

from kompas.usecases.enter import WINDOW
from kompas.usecases.invite import OPEN_AFTER_THE_TALK

Both = tuple[str, str]
"""In English, and in Dutch."""

TEXT: dict[str, Both] = {
    "title": ("Register of processing", "Register van verwerkingen"),
    "controller": ("Controller", "Verwerkingsverantwoordelijke"),
    "purpose": (
        "Purpose: to prepare a talk about work, and to agree in it what helps. Never checks, sanctions or benefits.",
        "Doel: een gesprek over werk voorbereiden en afspreken wat helpt. Nooit controle, sancties of uitkering.",
    ),
    "people": (
        "Data subjects: people who were invited to a talk, and the caseworkers who invite them.",
        "Betrokkenen: mensen die voor een gesprek zijn uitgenodigd, en de begeleiders die hen uitnodigen.",
    ),
    "decisions": (
        "No automated decisions (GDPR article 22): fixed rules suggest, people decide, and nobody is ranked.",
        "Geen geautomatiseerde besluiten (AVG artikel 22): regels opperen, mensen besluiten, niemand krijgt een rang.",
    ),
    "countries": (
        "Transfer to other countries: none by Kompas; add where it is hosted, and with whom you agreed on that.",
        "Doorgifte naar andere landen: geen door Kompas; vul aan waar het draait en met wie dat is afgesproken.",
    ),
    "asked": ("What clients are asked", "Wat cliënten wordt gevraagd"),
    "voluntary": (
        "Every question may be skipped, and nothing follows from that.",
        "Elke vraag mag worden overgeslagen, en daar volgt niets uit.",
    ),
    "when": (
        "After this time answers go by night (`kompas tidy`), once the talk was held and no letter opens them.",
        "Na deze tijd gaan antwoorden 's nachts weg (`kompas tidy`), na het gesprek, als geen brief ze opent.",
    ),
    "erase": (
        "Clients erase each answer, or everything, when they like.",
        "Cliënten wissen elk antwoord, of alles, wanneer ze willen.",
    ),
    "beside": ("What is kept beside the answers", "Wat naast de antwoorden wordt bewaard"),
    "recipients": ("Recipients", "Ontvangers"),
    "safe": ("Security", "Beveiliging"),
    "ordinary": ("ordinary", "gewoon"),
    "careful": ("careful: may tell more than it says", "zorgvuldig: kan meer vertellen dan er staat"),
}

HEADS: dict[str, tuple[Both, ...]] = {
    "asked": (
        ("Part", "Onderdeel"),
        ("Questions", "Vragen"),
        ("Purpose", "Doel"),
        ("Ground", "Grondslag"),
        ("Kept for", "Bewaartermijn"),
        ("Care", "Zorg"),
    ),
    "beside": (("What", "Wat"), ("Purpose", "Doel"), ("Kept for", "Bewaartermijn")),
}

RECIPIENTS: tuple[Both, ...] = (
    (
        "The client's own caseworker, and who takes over from them: what the client shares, nothing else.",
        "De eigen begeleider van de cliënt, en wie het overneemt: wat de cliënt deelt, verder niets.",
    ),
    (
        "Nobody else: no other department, no employer, no other system.",
        "Niemand anders: geen afdeling, werkgever of systeem.",
    ),
)

SAFE: tuple[Both, ...] = (
    (
        "Names, answers and words are encrypted with a key for each client (AES-256-GCM), kept in a store of its own.",
        "Namen, antwoorden en woorden zijn versleuteld met een sleutel per cliënt (AES-256-GCM), apart bewaard.",
    ),
    (
        "Link or code of the letter and the year of birth open a conversation; caseworkers sign in with your provider.",
        "Link of code uit de brief en geboortejaar openen een gesprek; begeleiders melden zich aan bij uw provider.",
    ),
    (
        "Clients read who opened their profile; deeds of staff are in a chained log (`kompas audit check`).",
        "Cliënten lezen wie hun profiel opende; wat medewerkers doen, staat in een geketend logboek.",
    ),
)


AFTER: Both = ("{people} after the last talk and letter", "{people} na het laatste gesprek en de laatste brief")
BESIDE: tuple[tuple[Both, Both, Both], ...] = (
    (
        (
            "Name, year of birth, languages, caseworker, day and place of the talk",
            "Naam, geboortejaar, talen, begeleider, dag en plaats van het gesprek",
        ),
        ("to invite and to meet", "uitnodigen en spreken"),
        AFTER,
    ),
    (
        (
            "Own words on what was made of answers, who sat beside, what was typed in from paper",
            "Eigen woorden bij wat uit antwoorden volgt, wie erbij zat, wat van papier is overgetypt",
        ),
        ("as of the answers", "als van de antwoorden"),
        ("as the answers", "als de antwoorden"),
    ),
    (
        ("What the client shared, and what both said about it", "Wat de cliënt deelde, en wat beiden ervan zeiden"),
        ("to hold to what was agreed", "houvast aan wat is afgesproken"),
        AFTER,
    ),
    (
        ("Link and code of the letter, as fingerprints", "Link en code van de brief, als vingerafdruk"),
        ("to open the conversation", "het gesprek openen"),
        ("they open it until {days} days after the talk", "ze openen het tot {days} dagen na het gesprek"),
    ),
    (
        ("Who opened the profile, and when", "Wie het profiel opende, en wanneer"),
        ("so that the client can read it", "de cliënt kan het lezen"),
        AFTER,
    ),
    (
        ("Who is signed in, and where", "Wie is aangemeld, en waar"),
        ("to stay signed in", "aangemeld blijven"),
        ("until it ends, at the latest with the letter", "tot het eindigt, uiterlijk met de brief"),
    ),
    (
        ("Failed attempts with a code, as fingerprints", "Mislukte pogingen met een code, als vingerafdruk"),
        ("to slow down guessing", "raden vertragen"),
        ("{minutes} minutes, and until the next night", "{minutes} minuten, en tot de volgende nacht"),
    ),
    (
        (
            "Deeds of staff and erasures, by number, without names",
            "Daden van medewerkers en wissen, op nummer, zonder namen",
        ),
        ("to account for them", "verantwoording"),
        ("as long as the organisation uses Kompas", "zolang de organisatie Kompas gebruikt"),
    ),
    (
        ("Name and account of caseworkers", "Naam en account van begeleiders"),
        ("to sign in", "aanmelden"),
        ("as long as they are named in a client's file", "zolang ze in een dossier genoemd worden"),
    ),
    (
        ("Backups", "Reservekopieën"),
        ("to restore after a failure", "herstellen na een storing"),
        (
            "fill in your own time; who was erased stays erased",
            "vul uw eigen termijn in; wie gewist is, blijft gewist",
        ),
    ),
)


def beside_answers(people: str) -> tuple[tuple[Both, ...], ...]:
    """What, what for, how long. `people` is the time after which somebody is not known any more."""
    times = {
        "people": people,
        "days": OPEN_AFTER_THE_TALK.days,
        "minutes": int(WINDOW.total_seconds() // 60),
    }
    return tuple(tuple((one.format(**times), other.format(**times)) for one, other in row) for row in BESIDE)
