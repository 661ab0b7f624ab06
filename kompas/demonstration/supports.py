"""What there is in Waterrijk: something for each of the seventeen kinds of support, all of it made up.

The numbers can't be dialled (010 000 00 …), and nobody reads mail at example.
"""

from datetime import datetime

from kompas.casework.offers import Offer, OfferWords
from kompas.usecases.parties import Desk
from kompas.usecases.supports import keep_offer

HOUSE, LIBRARY, DESK = "Balie van het voorbeeld-buurthuis", "Voorbeeldbibliotheek, begane grond", "Werkplein, balie 3"

HERE = (
    (
        "dutch_lessons",
        HOUSE + ", dinsdag en donderdag om 10 uur",
        "taal",
        ("Taalcafé De Verzonnen Zin", "Je praat Nederlands in een kleine groep, met koffie. Het kost niets."),
        ("Language café The Made-up Sentence", "You speak Dutch in a small group, with coffee. It is free."),
    ),
    (
        "dutch_lessons",
        "Voorbeeldschool, lokaal 2",
        "avondles",
        ("Avondles Nederlands", "Twee avonden per week les, een half jaar lang. Je begeleider meldt je aan."),
        ("Evening class Dutch", "Two evenings a week, for half a year. Your caseworker signs you up."),
    ),
    (
        "basic_skills",
        LIBRARY,
        "taalhuis",
        ("Taalhuis Waterrijk", "Je oefent lezen, schrijven of rekenen met een vrijwilliger. Op jouw tempo."),
        ("Language house Waterrijk", "You practise reading, writing or counting with a volunteer. At your pace."),
    ),
    (
        "digital_help",
        LIBRARY,
        "digitaal",
        ("Digitaal spreekuur", "Je loopt binnen met je vraag over telefoon, computer of DigiD."),
        ("Digital walk-in hour", "You walk in with your question about phone, computer or DigiD."),
    ),
    (
        "childcare_help",
        DESK,
        "opvang",
        ("Opvangwijzer Waterrijk", "We zoeken samen een plek voor je kinderen. We rekenen uit wat het kost."),
        ("Childcare guide Waterrijk", "We look for a place for your children together. We work out what it costs."),
    ),
    (
        "carer_support",
        HOUSE,
        "mantelzorg",
        ("Steunpunt Mantelzorg", "Je vertelt voor wie je zorgt. Samen zoek je tijd voor werk en voor jezelf."),
        ("Support for carers", "You tell whom you care for. Together you find time for work and for yourself."),
    ),
    (
        "money_help",
        DESK,
        "geld",
        ("Geldcafé Op Orde", "Je neemt je post mee. Samen maken we er een overzicht van."),
        ("Money café In Order", "You bring your letters. Together we put them in order."),
    ),
    (
        "housing_help",
        HOUSE,
        "wijkteam",
        ("Wijkteam Verzonnen Oever", "Iemand van het team denkt mee over wonen en komt ook thuis."),
        ("Neighbourhood team Made-up Shore", "Somebody of the team thinks along about your home, and also visits."),
    ),
    (
        "transport_help",
        "Fietswerkplaats De Proefrit",
        "fiets",
        ("Fiets voor je baan", "Je krijgt een fiets te leen zodra je begint met werken."),
        ("A bike for your job", "You borrow a bike as soon as you begin to work."),
    ),
    (
        "workplace_support",
        DESK,
        "werkplek",
        ("Jobcoach Waterrijk", "Een coach gaat mee naar je werk en regelt wat jij nodig hebt."),
        ("Job coach Waterrijk", "A coach comes along to your work and arranges what you need."),
    ),
    (
        "someone_beside",
        HOUSE,
        "maatje",
        ("Maatjes van Waterrijk", "Een vast maatje gaat een half jaar met je mee, een keer per week."),
        ("Buddies of Waterrijk", "One buddy goes along with you for half a year, once a week."),
    ),
    (
        "learning",
        "Leerwerkloket, Voorbeeldschool",
        "leren",
        ("Leerwerkloket Proefjaar", "Je hoort welke cursus past, en of je werkend kunt leren."),
        ("Learning desk Trial Year", "You hear which course fits, and whether you can learn at work."),
    ),
    (
        "papers_help",
        DESK,
        "diploma",
        ("Diplomaspreekuur", "Je neemt je papieren mee. We vragen aan wat je diploma hier waard is."),
        ("Diploma hour", "You bring your papers. We ask what your diploma is worth here."),
    ),
    (
        "search_help",
        DESK + ", elke ochtend",
        "zoeken",
        ("Sollicitatiecafé", "Je zoekt samen vacatures, maakt een cv en oefent een gesprek."),
        ("Job café", "You look for jobs together, make a CV and practise a talk."),
    ),
    (
        "trying_out",
        DESK,
        "meelopen",
        ("Meeloopdag", "Je kijkt een dag mee op een werkplek die jij kiest."),
        ("A day along", "You look along for a day, at a workplace that you choose."),
    ),
    (
        "building_confidence",
        HOUSE + ", woensdagochtend",
        "groep",
        ("Groep Sterk Begin", "In een groep van acht doe je elke week iets nieuws dat lukt."),
        ("Group Strong Start", "In a group of eight you do something new each week that works."),
    ),
    (
        "plan_talk",
        DESK,
        "plan",
        ("Plangesprek", "In een half uur maak je één plan: wat, wanneer en met wie."),
        ("A talk to plan", "In half an hour you make one plan: what, when and with whom."),
    ),
    (
        "after_start",
        "Je begeleider belt jou",
        "nazorg",
        ("Bel na de start", "We bellen in week 1, en na 1, 3 en 6 maanden."),
        ("A call after the start", "We call in week 1, and after 1, 3 and 6 months."),
    ),
)
"""Kind, place, mail box; name and what to expect in Dutch, then in English."""

ELSEWHERE = {
    "ar": {
        "taal": ("مقهى اللغة «الجملة الخيالية»", "الكلام بالهولندية في مجموعة صغيرة، مع قهوة. مجاناً."),
        "digitaal": ("ساعة المساعدة الرقمية", "المجيء بلا موعد، مع كل سؤال عن الهاتف أو الحاسوب أو DigiD."),
        "opvang": ("دليل رعاية الأطفال في Waterrijk", "نبحث معاً عن مكان للأطفال. ونحسب معاً كم يكلّف."),
        "fiets": ("دراجة من أجل العمل", "استعارة دراجة منذ أول يوم في العمل."),
        "zoeken": ("مقهى البحث عن عمل", "نبحث معاً عن وظائف، ونكتب السيرة الذاتية، ونتمرّن على المقابلة."),
        "meelopen": ("يوم في مكان عمل", "زيارة مكان عمل من اختيارك، يوماً كاملاً."),
    },
    "tr": {
        "taal": ("Dil kafesi Uydurma Cümle", "Küçük bir grupta kahve içip Hollandaca konuşursunuz. Ücretsizdir."),
        "digitaal": ("Dijital yardım saati", "Telefon, bilgisayar veya DigiD sorunuzla randevusuz gelirsiniz."),
        "opvang": (
            "Waterrijk çocuk bakımı rehberi",
            "Çocuklarınız için birlikte yer ararız. Kaça geldiğini hesaplarız.",
        ),
        "fiets": ("İşiniz için bisiklet", "İşe başlar başlamaz ödünç bisiklet alırsınız."),
        "zoeken": ("İş arama kafesi", "Birlikte iş ilanı arar, CV hazırlar, görüşme denersiniz."),
        "meelopen": ("İş yerinde bir gün", "Kendi seçtiğin bir iş yerine bir gün bakarsınız."),
    },
    "pl": {
        "taal": (
            "Kawiarnia językowa Zmyślone Zdanie",
            "Rozmawiasz po holendersku w małej grupie, przy kawie. Za darmo.",
        ),
        "digitaal": ("Dyżur cyfrowy", "Przychodzisz bez zapisów, z pytaniem o telefon, komputer lub DigiD."),
        "opvang": ("Przewodnik po opiece nad dziećmi", "Razem szukamy miejsca dla dzieci. Liczymy, ile to kosztuje."),
        "fiets": ("Rower do pracy", "Dostajesz rower na czas pracy, od pierwszego dnia."),
        "zoeken": ("Kawiarnia szukania pracy", "Razem szukacie ofert, robicie CV i ćwiczycie rozmowę."),
        "meelopen": ("Dzień w miejscu pracy", "Przez jeden dzień oglądasz pracę, którą sobie wybierzesz."),
    },
    "uk": {
        "taal": ("Мовне кафе «Вигадане речення»", "Говорите нідерландською в малій групі, за кавою. Це безкоштовно."),
        "digitaal": ("Година цифрової допомоги", "Приходите без запису з питанням про телефон, комп’ютер чи DigiD."),
        "opvang": ("Довідник догляду за дітьми", "Разом шукаємо місце для дітей. Рахуємо, скільки це коштує."),
        "fiets": ("Велосипед для роботи", "Отримуєте велосипед на час роботи, з першого дня."),
        "zoeken": ("Кафе пошуку роботи", "Разом шукаєте вакансії, пишете резюме і тренуєте розмову."),
        "meelopen": ("День на робочому місці", "Один день дивитеся на роботу, яку самі обрали."),
    },
}
"""By mail box: a few of them in the other languages, so that both can be seen."""

OFF = frozenset({"avondles"})


def offers() -> list[Offer]:
    """The same ones, with the same ids, at every start."""
    return [_offer(number, *one) for number, one in enumerate(HERE, start=1)]


def offer_help(desk: Desk, now: datetime) -> None:
    """The desk is that of somebody who keeps the organisation's tables."""
    there = offers()
    kinds = {one.category for one in there}
    for one in there:
        keep_offer(desk, kinds, one, now)


def _offer(number: int, kind: str, where: str, box: str, nl: tuple[str, str], en: tuple[str, str]) -> Offer:
    texts = {"nl": nl, "en": en, **{language: said[box] for language, said in ELSEWHERE.items() if box in said}}
    words = {language: OfferWords(*said) for language, said in texts.items()}
    phone, mail = f"010 000 00 {number:02}", f"{box}@waterrijk.example"
    return Offer(f"made-up-offer-{number:02}", kind, words, where, phone, mail, on=box not in OFF)
