"""The words that dates are made of: for each word a tag, one letter of the grammar's alphabet, and its value.

W weekday       w its abbreviation   J plural weekday   M month          m month that may be another word
Y four digits   N number             n other figure     C hundred        O ordinal
U unit          P plural unit        Q quarter          q Q3             K weekend
S season        s spring, fall       D part of the day  B decade         G holiday
I ISO date      # numeric date       T clock time       X a.m., p.m.     H noon      Z time zone
R today …       L last               F next             c this           A ago       E earlier, later
e early, late   t the                a a, an            o of             @ at        i by, during …
j in            l end, middle        ^ future           V every          v daily     h half
g now, soon …   r recent             k fiscal
~ several       b about              y old              f will, due …    d said, met …
< following     > that               + more             = as             & and, or   ! to
5 since         6 until         0 be               7 ended              8 ending           % plans
1 is            2 been          3 not            9 could
, - ' . $ ¶     punctuation          x word             z plural word    p Proper    u period
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Entry(NamedTuple):
    tag: str
    value: int | str


MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Verbs and first names: months only beside a day or a year, or after a word that calls for a time.
_SHY_MONTHS: Final = {"March", "May", "April", "June", "August"}
_MONTH_ABBREVIATIONS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAY_ABBREVIATIONS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
# Newspapers, verbs: days of the week only with their full stop.
_WITH_STOP_ONLY: Final = {"sun", "sat"}

_NUMBERS: Final = """
one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS: Final = """
first second third fourth fifth sixth seventh eighth ninth tenth
eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""

_UNITS: Final = {
    "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "FN",
    "month": "M", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
_ONLY_PLURAL_UNITS: Final = {
    "seconds": "TS",
    "nights": "D",
    "quarters": "Q",
    "weekends": "WE",
    "centuries": "CE",
}
_DECADES: Final = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195,
    "sixties": 196, "seventies": 197, "eighties": 198, "nineties": 199,
}  # fmt: skip
_DAY_PARTS: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

_PRESENT, _PAST, _FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
_REFERENCES: Final = {
    "now": _PRESENT, "currently": _PRESENT, "nowadays": _PRESENT,
    "recently": _PAST, "lately": _PAST,
}  # fmt: skip
_SETS: Final = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip
# Irregular ones; those in -ed are known by their ending.
PAST_VERBS: Final = """
was were had did said told went came took made got gave left lost won met held led sent spent spoke stood
struck shot ran began broke brought built bought caught chose drew drove fell felt fled flew
fought found grew heard kept knew laid paid rang rode rose sang sank sat saw sold sought swept swore taught
thought threw understood withdrew woke wore wrote became
"""
_PLAIN: Final = {
    "R": "today yesterday tomorrow tonight",
    "H": "noon midday midnight",
    "L": "last past previous preceding latest",
    "F": "next coming forthcoming",
    "c": "this current these",
    "<": "following",
    ">": "that",
    "+": "more additional further consecutive straight full",
    "=": "as",
    "&": "and or",
    "!": "to",
    "2": "been",
    "3": "not neither nor never cannot couldn't",
    "6": "until till",
    "5": "since",
    "0": "be",
    "7": "ended",
    "8": "ending",
    "A": "ago",
    "E": "earlier later",
    "e": "early late mid",
    "l": "beginning start end middle close",
    "j": "in",
    "^": "future",
    "t": "the",
    "a": "a an",
    "o": "of",
    "@": "at",
    "i": """
    by from during between after before for on over within around throughout through
    """,
    "V": "every each",
    "~": "several few couple many",
    "b": "about nearly almost roughly approximately exactly another",
    "r": "recent",
    "k": "fiscal",
    "h": "half",
    "y": "old",
    "u": "period",
    "z": "people men women children percent",
    "f": """
    will shall ll would might must should won't shan't wouldn't mightn't mustn't shouldn't
    expected expects scheduled planning upcoming due slated payable effective
    """,
    "9": "could",
    "d": f"{PAST_VERBS} didn't wasn't weren't hadn't",
    "1": "is are",
    "%": "plan plans planned set hope hopes hoped intends intended wants wanted vowed agreed ordered",
    "Z": "gmt utc est edt et cst cdt mst mdt pst pdt bst cet cest",
}
# In small letters these are other words.
_PROPER_ONLY: Final = {"march", "may", "mar", "jan", "sep", "dec", "mon", "wed", "fri"}


def _entries() -> dict[str, Entry]:
    entries = {word: Entry(tag, word) for tag, words in _PLAIN.items() for word in words.split()}
    entries |= {word: Entry("N", number) for number, word in enumerate(_NUMBERS.split(), 1)}
    entries |= {word: Entry("N", number * 10) for number, word in enumerate(_TENS.split(), 2)}
    entries |= {word: Entry("O", number) for number, word in enumerate(_ORDINALS.split(), 1)}
    entries |= {"thirtieth": Entry("O", 30), "hundred": Entry("C", 100), "thousand": Entry("C", 1000)}
    entries |= {"million": Entry("C", 10**6), "billion": Entry("C", 10**9)}
    entries |= {word: Entry("U", unit) for word, unit in _UNITS.items()}
    entries |= {word + "s": Entry("P", unit) for word, unit in _UNITS.items()}
    entries |= {word: Entry("P", unit) for word, unit in _ONLY_PLURAL_UNITS.items()}
    entries |= {"quarter": Entry("Q", "Q"), "weekend": Entry("K", "WE")}
    entries |= {word: Entry("B", decade) for word, decade in _DECADES.items()}
    entries |= {word: Entry("D", part) for word, part in _DAY_PARTS.items()}
    entries |= {word: Entry("s" if word in ("spring", "fall") else "S", s) for word, s in _SEASONS.items()}
    entries |= {word: Entry("g", value) for word, value in _REFERENCES.items()}
    entries |= {word: Entry("v", value) for word, value in _SETS.items()}
    for word, number in _WEEKDAY_ABBREVIATIONS.items():
        entries[word + "."] = Entry("w", number)
        if word not in _WITH_STOP_ONLY:
            entries[word] = Entry("w", number)
    for word, number in _MONTH_ABBREVIATIONS.items():
        entries[word + "."] = entries[word] = Entry("m", number)
    for number, word in enumerate(WEEKDAYS):
        entries[word.lower()] = Entry("W", number)
        entries[word.lower() + "s"] = Entry("J", number)
    for number, word in enumerate(MONTHS, 1):
        entries[word.lower()] = Entry("m" if word in _SHY_MONTHS else "M", number)
    return entries


def _by_case() -> dict[str, Entry]:
    """Every spelling that is looked up: small, Capital and ALL CAPITALS."""
    entries = _entries()
    table = {}
    for word, entry in entries.items():
        table[word.capitalize()] = table[word.upper()] = entry
        if word not in _PROPER_ONLY and word.rstrip(".") not in _PROPER_ONLY:
            table[word] = entry
    for word in _SETS:  # “Daily News”
        del table[word.capitalize()], table[word.upper()]
    for word in ("Minutes", "Hours", "Week"):  # “60 Minutes”, “This Week”: programmes
        del table[word]
    table["may"] = Entry("f", "may")
    for word in [word for word in table if "'" in word]:
        table[word.replace("'", "’")] = table[word]
    for zone in _PLAIN["Z"].split():  # “et” is French, “ET” a time zone
        del table[zone], table[zone.capitalize()]
    return table


LEXICON: Final[Mapping[str, Entry]] = _by_case()
