"""Quiet hints that a line may identify a person. They never block, and are often wrong."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from facilitator.domain.text.tongue import WORDS, language_of

FEW = 3  # a language used in fewer lines may identify its speakers


class Hint(StrEnum):
    """Something in a line that the facilitator may want to look at."""

    NAME = "a name?"
    EMAIL = "an e-mail address?"
    PHONE = "a phone number?"
    POSTCODE = "a postcode?"
    ROLE = "points to a person?"
    HANDLE = "an account name?"
    LANGUAGE = "few write in this language"


# Roles that a group mostly has once; Welsh ones as after my, our and the.
ROLES = (
    "manager|boss|director|chair|chief|ceo|head|deputy|leader|team lead|supervisor|coordinator|"
    "doctor|nurse|teacher|secretary|treasurer|trustees?|receptionist|caretaker|"
    "rheolwr|reolwr|cadeirydd|gadeirydd|pennaeth|bennaeth|mhennaeth|gweithredwr|weithredwr|"
    "cyfarwyddwr|gyfarwyddwr|arweinydd|meddyg|nyrs|athro|athrawes|ysgrifennydd|trysorydd"
)
# One of a kind, unless it is no person.
ONLY = (
    r"\b(?:my|our|the|an)\s+only\s+(?!way|time|thing|place|reason|chance|choice|option|problem)\w"
    r"|\bunig\s+(?!ffordd|amser|beth|le\b|lle\b|reswm|gyfle|ddewis|broblem)\w"
)

PATTERNS = {
    Hint.EMAIL: re.compile(r"\S+@\S+\.\w"),
    Hint.PHONE: re.compile(r"(?:\+|\b0)\d(?:[\s()-]*\d){6,}"),
    Hint.POSTCODE: re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE),
    Hint.HANDLE: re.compile(r"(?<!\S)@\w{2,}"),
    Hint.ROLE: re.compile(
        rf"(?:\b(?:my|our|the|fy|ein|y|yr)|[’']r)\s+(?:\w+\s+)?(?:{ROLES})\b|{ONLY}", re.IGNORECASE
    ),
}

# Words that often begin a sentence with a capital although they are no names.
ENGLISH_AND_WELSH = """
    a about after again all already also although always am an and another any anybody anyone
    anything are around as ask asking at be because been before being better both bring but by can
    change changes clear coffee colleagues could cut day days deadlines decisions did different do
    does doing done due during each early easier e-mails emails enough even every everybody everyone
    everything everywhere fear feedback feeling few fewer first for from generally get getting give
    giving go good had hard hardly has have having he help her here his honest honesty hope how
    however if in instead is it its just keep knowing lack last late later less let let’s like
    listen listening long lots lunch make making managers many maybe me meetings mistakes more
    most mostly much must my need never new newer next no nobody none nor not nothing now of often
    ok okay on once one only open or other others our out over people perhaps please plenty
    pressure probably put questions quick quickly quiet rarely really same saying seldom sharing she
    short shorter should silence since slow small smaller so some somebody somehow someone something
    sometimes soon speak speaking staff start stop support take taking talk talking tea tell thank
    thanks that the their them then there these they things think this those though time to today
    together tomorrow too trust trusting try two under unless until up us usually very wait was
    we well were what when whenever where whether which while who whole why will wish with
    without work working worrying would year years yes yesterday yet you your
    ac achos adborth adeg allan am amser anodd ar arafach arall at bach beth bob bod braf bron bu
    bydd byddai byth cadw cael can chi clywed cyfarfodydd cyn da dal dan daeth ddim dechrau deud dim
    diolch does dw dwi dweud dwy dydi dydy dylai dylem dylen dyna dyw e ef efallai efo ein eisiau
    eithaf ella er erioed ers eto fe fel felly fi fy fyddai gadael gall gallaf gallai gallwn gan
    gobeithio gofyn gormod gwaith gwell gwneud gwrando gwybod gyda hawdd haws heb heddiw hefyd hi
    hoffwn hwn hyd hyn i ie llai lle llawer mae maen mai mewn mi mor mwy na nac nad naddo nawr neb
    neu nhw ni nid nifer o oedd oherwydd ond oni os paid paned pam pan parch pawb peidiwch peidio
    pob pobl prin pryd pwy pwysau rhaid rhai rhoi roedd roeddwn rwan rwy rwyf rydw rydym rydyn rŵan
    rhannu sa saib sgwrsio siarad smo so sut syniadau teimlo teimlwn trio tu tua un unwaith wedi
    wedyn weithiau wir wrth wythnos wyt y ydw ydy yma ymddiried yn yna yno yr
    ambell llais pethau rhywbeth rhywle rhywun straen blame hybrid jokes loud remote rules rude
"""
OPENERS = frozenset(ENGLISH_AND_WELSH.split())
OPENS = (
    "ts",
    "ks",
    "gs",
    "ds",
    "ps",
    "ns",
    "ls",
    "rs",
    "ing",
    "ings",
    "ness",
    "ment",
    "ments",
    "tion",
    "tions",
    "ity",
    "wn",
    "wyd",
)
# Words with a capital inside a sentence that are no names.
DAYS_PLACES_AND_PROGRAMS = """
    monday tuesday wednesday thursday friday saturday sunday mondays fridays january february march
    july august september october november december christmas easter english welsh british polish
    wales cymru cymraeg gymraeg nghymru gymru england saesneg cardiff caerdydd zoom teams outlook
    excel powerpoint google whatsapp microsoft slack covid wi-fi god ok llun mawrth mercher iau
    gwener sadwrn sul nadolig pasg ionawr chwefror ebrill mai mehefin gorffennaf awst medi
    hydref tachwedd rhagfyr
"""
NO_ONE = frozenset(DAYS_PLACES_AND_PROGRAMS.split())
SPOKEN = frozenset({"", "en", "cy"})  # the languages with a list of openers
SHORT = 5  # the language of fewer words is too uncertain
AROUND = "“”\"\u2018’'«»()[]{}<>*_–—-,;:.!?…"
ENDS = (".", "!", "?", "…", ":")
QUOTES = "“\"\u2018'«(["


def hints_of(text: str) -> tuple[Hint, ...]:
    """Return hints that a line may identify a person."""
    hints = tuple(hint for hint, pattern in PATTERNS.items() if pattern.search(text))
    return (*hints, Hint.NAME) if _has_name(text) else hints


def _has_name(text: str) -> bool:
    """Return whether a word has a capital where only a name would have one."""
    begins = True
    language = language_of(text)
    is_guess = language in WORDS and len(text.split()) <= SHORT
    knows_openers = is_guess or language in SPOKEN
    for written in text.split():
        word = written.strip(AROUND).replace("'", "’")
        if not word:
            continue
        begins = begins or written[0] in QUOTES
        if _is_capital(word) and not (begins and (not knows_openers or _is_opener(word))):
            return True
        is_initial = len(word) == 1 and word.isupper()
        begins = written.rstrip("”\"’')]»").endswith(ENDS) and not is_initial
    return False


def _is_capital(word: str) -> bool:
    """Return whether a word is written like a name: not I, not all in capitals, not a weekday."""
    stem = word.partition("’")[0]
    inner = word.partition("’")[2]
    if not word[0].isupper() or {word.lower(), stem.lower()} & NO_ONE:
        return False
    if len(stem) == 1:  # I’m and Welsh O’r, but O’Brien
        return inner[:1].isupper()
    return any(letter.islower() for letter in stem)


def _is_lower_after(word: str) -> bool:
    """Return whether no capital follows the apostrophe: Welsh O’r, not O’Brien."""
    return not word.partition("’")[2][:1].isupper()


def _is_opener(word: str) -> bool:
    lower, stem = word.lower(), word.partition("’")[0].lower()
    is_listed = lower in OPENERS or (stem in OPENERS and _is_lower_after(word))
    return is_listed or lower.endswith("n’t") or (len(lower) > 5 and lower.endswith(OPENS))


def hints_of_lines(texts: Sequence[str]) -> tuple[tuple[Hint, ...], ...]:
    """Return the hints of each line, also for a language that hardly anyone used."""
    return LineHints().of(texts)


class LineHints:
    """Finds hints; caches only those of the last lines, since others may be withdrawn."""

    def __init__(self) -> None:
        self._cached: dict[str, tuple[str, tuple[Hint, ...]]] = {}

    def of(self, texts: Sequence[str]) -> tuple[tuple[Hint, ...], ...]:
        """Return the hints of each line, as ``hints_of_lines`` does."""
        cached = self._cached
        self._cached = {
            text: cached.get(text) or (language_of(text), hints_of(text)) for text in texts
        }
        lines = Counter(self._cached[text][0] for text in texts)
        del lines[""]
        rare = {language for language, count in lines.items() if len(lines) > 1 and count < FEW}
        languages_and_hints = (self._cached[text] for text in texts)
        return tuple(
            (*hints, *([Hint.LANGUAGE] if language in rare else []))
            for language, hints in languages_and_hints
        )
