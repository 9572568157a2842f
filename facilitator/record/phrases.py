"""The fixed sentences of the record, in each language that the program can say everything in.

The Welsh has not been checked by a speaker yet. Whole sentences only: none is put together from
parts, so that each language keeps its own order.
"""

from datetime import date
from enum import StrEnum

from facilitator.domain.dates import day
from facilitator.domain.language import ENGLISH, WELSH, Language, Words


class Phrase(StrEnum):
    """A fixed sentence of the record."""

    RECORD = "record"
    DATE = "date"
    PLAN = "plan"
    PURPOSE = "purpose"
    RECIPIENTS = "recipients"
    LOOK_AGAIN = "look again"
    REPLACES = "replaces"
    REPLACES_WHAT = "replaces what"
    FACILITATOR = "facilitator"
    REACH = "reach"
    SUPPORT = "support"
    AGREEMENT = "agreement"
    AGREED_HANDS = "agreed by hands"
    AGREED_HEADS_DOWN = "agreed with heads down"
    AGREED_SLIPS = "agreed on slips"
    AGREED_CORNER = "agreed at the typing corner"
    EARLIER = "earlier"
    PARKED = "parked"
    REASON = "reason"
    COME_BACK = "come back"
    SAID = "said"
    UNNAMED = "unnamed"
    NEXT_STEPS = "next steps"
    WHO = "who"
    BY_WHEN = "by when"
    STAYS = "stays"
    WHAT_WAS_DONE = "what was done"
    ABOUT = "about"
    NO_NAMES = "no names"
    READ_FIRST = "read first"
    MIXED = "mixed"
    DELETED = "deleted"
    BESIDE = "beside"
    TAKE_OUT = "take out"
    TAKE_OUT_FROM = "take out, from somebody named"
    MINUTES = "minutes"
    MINUTES_OF = "minutes of"
    MINUTES_ELSE = "minutes else"
    MINUTES_ALL = "minutes all"
    MINUTES_HOW = "minutes how"
    PAGE = "page"


_ENGLISH = {
    Phrase.RECORD: "Workshop record",
    Phrase.DATE: "Date",
    Phrase.PLAN: "Plan",
    Phrase.PURPOSE: "Purpose",
    Phrase.RECIPIENTS: "This record goes to:",
    Phrase.LOOK_AGAIN: "Look at it again by",
    Phrase.REPLACES: "Replaces",
    Phrase.REPLACES_WHAT: "The record of {earlier}, and any before it. This one was made again on"
    " {date}: words were taken out, as anyone may ask. If you have an earlier one, please delete"
    " it.",
    Phrase.FACILITATOR: "Facilitator",
    Phrase.REACH: "To reach them",
    Phrase.SUPPORT: "Support",
    Phrase.AGREEMENT: "Our agreement",
    Phrase.AGREED_HANDS: "Agreed for now, by a show of hands. Everyone who showed a hand could work"
    " with it; the lowest hand decided.",
    Phrase.AGREED_HEADS_DOWN: "Agreed for now, with heads down and eyes closed. Everyone who showed"
    " a hand could work with it; the lowest hand decided.",
    Phrase.AGREED_SLIPS: "Agreed for now, on slips without names. Everyone who filled one in could"
    " work with it; the lowest decided.",
    Phrase.AGREED_CORNER: "Agreed for now, without names, one after another at the laptop. Everyone"
    " who chose an answer could work with it; the lowest decided.",
    Phrase.EARLIER: "Earlier:",
    Phrase.PARKED: "Parked: the group comes back to this",
    Phrase.REASON: "Why it waits:",
    Phrase.COME_BACK: "The group can come back to it at any time.",
    Phrase.SAID: "Said in the room",
    Phrase.UNNAMED: "Written without names",
    Phrase.NEXT_STEPS: "Next steps",
    Phrase.WHO: "Who",
    Phrase.BY_WHEN: "By when",
    Phrase.STAYS: "What was said in this workshop stays with the people who were there.",
    Phrase.WHAT_WAS_DONE: "What was done with what people wrote",
    Phrase.ABOUT: "About this record",
    Phrase.NO_NAMES: "People wrote without names. Nothing was kept that tells who wrote what.",
    Phrase.READ_FIRST: "The facilitator read everything first, for names and for serious risk.",
    Phrase.MIXED: "Everything was mixed before it was opened, so the order tells nothing.",
    Phrase.DELETED: "The working notes were deleted after this record was made.",
    Phrase.BESIDE: "A file with the same words is kept beside this record, so that a line can be"
    " taken out later.",
    Phrase.TAKE_OUT: "Any line can be taken out within 7 days, until {date}: ask the facilitator."
    " You need not give a reason.",
    Phrase.TAKE_OUT_FROM: "Any line can be taken out within 7 days, until {date}: ask the"
    " facilitator ({who}). You need not give a reason.",
    Phrase.MINUTES: "Minutes",
    Phrase.MINUTES_OF: "{step} – {planned} planned, {took} taken",
    Phrase.MINUTES_ELSE: "Everything else",
    Phrase.MINUTES_ALL: "The whole workshop",
    Phrase.MINUTES_HOW: "Minutes for which time ran, step by step; they tell nothing about anyone.",
    Phrase.PAGE: "Page {page} of {pages}",
}

_WELSH = {
    Phrase.RECORD: "Cofnod y gweithdy",
    Phrase.DATE: "Dyddiad",
    Phrase.PLAN: "Cynllun",
    Phrase.PURPOSE: "Pwrpas",
    Phrase.RECIPIENTS: "Mae'r cofnod hwn yn mynd at:",
    Phrase.LOOK_AGAIN: "Edrychwch arno eto erbyn",
    Phrase.REPLACES: "Yn disodli",
    Phrase.REPLACES_WHAT: "Cofnod {earlier}, ac unrhyw un cyn hwnnw. Gwnaed yr un hwn eto ar"
    " {date}: tynnwyd geiriau allan, fel y gall unrhyw un ofyn. Os oes gennych un cynharach,"
    " dilëwch ef.",
    Phrase.FACILITATOR: "Hwylusydd",
    Phrase.REACH: "Sut i gysylltu",
    Phrase.SUPPORT: "Cefnogaeth",
    Phrase.AGREEMENT: "Ein cytundeb",
    Phrase.AGREED_HANDS: "Cytunwyd am y tro, trwy ddangos dwylo. Gallai pawb a ddangosodd law"
    " weithio gydag ef; y llaw isaf oedd yn penderfynu.",
    Phrase.AGREED_HEADS_DOWN: "Cytunwyd am y tro, â phennau i lawr a llygaid ar gau. Gallai pawb a"
    " ddangosodd law weithio gydag ef; y llaw isaf oedd yn penderfynu.",
    Phrase.AGREED_SLIPS: "Cytunwyd am y tro, ar slipiau heb enwau. Gallai pawb a lenwodd un weithio"
    " gydag ef; yr isaf oedd yn penderfynu.",
    Phrase.AGREED_CORNER: "Cytunwyd am y tro, heb enwau, un ar ôl y llall wrth y gliniadur. Gallai"
    " pawb a ddewisodd ateb weithio gydag ef; yr isaf oedd yn penderfynu.",
    Phrase.EARLIER: "Yn gynharach:",
    Phrase.PARKED: "O'r neilltu: bydd y grŵp yn dychwelyd at hyn",
    Phrase.REASON: "Pam y mae'n aros:",
    Phrase.COME_BACK: "Gall y grŵp ddychwelyd ato unrhyw bryd.",
    Phrase.SAID: "Dywedwyd yn yr ystafell",
    Phrase.UNNAMED: "Ysgrifennwyd heb enwau",
    Phrase.NEXT_STEPS: "Camau nesaf",
    Phrase.WHO: "Pwy",
    Phrase.BY_WHEN: "Erbyn pryd",
    Phrase.STAYS: "Mae'r hyn a ddywedwyd yn y gweithdy hwn yn aros gyda'r bobl oedd yno.",
    Phrase.WHAT_WAS_DONE: "Beth a wnaed â'r hyn a ysgrifennodd pobl",
    Phrase.ABOUT: "Am y cofnod hwn",
    Phrase.NO_NAMES: "Ysgrifennodd pobl heb enwau. Ni chadwyd dim sy'n dweud pwy ysgrifennodd"
    " beth.",
    Phrase.READ_FIRST: "Darllenodd yr hwylusydd bopeth yn gyntaf, gan edrych am enwau ac am risg"
    " difrifol.",
    Phrase.MIXED: "Cymysgwyd popeth cyn ei agor, felly nid yw'r drefn yn dweud dim.",
    Phrase.DELETED: "Cafodd y nodiadau gwaith eu dileu ar ôl gwneud y cofnod hwn.",
    Phrase.BESIDE: "Cedwir ffeil gyda'r un geiriau wrth ymyl y cofnod hwn, fel y gellir tynnu"
    " llinell allan yn nes ymlaen.",
    Phrase.TAKE_OUT: "Gellir tynnu unrhyw linell allan o fewn 7 diwrnod, hyd at {date}: gofynnwch"
    " i'r hwylusydd. Nid oes angen rhoi rheswm.",
    Phrase.TAKE_OUT_FROM: "Gellir tynnu unrhyw linell allan o fewn 7 diwrnod, hyd at {date}:"
    " gofynnwch i'r hwylusydd ({who}). Nid oes angen rhoi rheswm.",
    Phrase.MINUTES: "Munudau",
    Phrase.MINUTES_OF: "{step} – {planned} yn y cynllun, {took} a gymerwyd",
    Phrase.MINUTES_ELSE: "Popeth arall",
    Phrase.MINUTES_ALL: "Y gweithdy cyfan",
    Phrase.MINUTES_HOW: "Munudau pan oedd amser yn rhedeg, gam wrth gam; nid ydynt yn dweud dim am"
    " neb.",
    Phrase.PAGE: "Tudalen {page} o {pages}",
}

TABLES = {ENGLISH: _ENGLISH, WELSH: _WELSH}


def known(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """Return those languages that have fixed sentences, each once; English when none has."""
    return tuple(dict.fromkeys(one for one in languages if one in TABLES)) or (ENGLISH,)


def phrase(language: Language, key: Phrase, **fields: str | int) -> str:
    """Return a fixed sentence; a language without a table gets English."""
    return TABLES.get(language, _ENGLISH)[key].format(**fields)


def phrases(languages: tuple[Language, ...], key: Phrase, **fields: str | int) -> Words:
    """Return a fixed sentence in each of the languages that has it."""
    return Words(tuple((one, phrase(one, key, **fields)) for one in known(languages)))


def days(languages: tuple[Language, ...], when: date) -> Words:
    """Return a date in each of the languages that has fixed sentences."""
    return Words(tuple((one, day(one, when)) for one in known(languages)))
