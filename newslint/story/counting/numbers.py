"""Numbers in digits and words, with the currency before and the scale and unit after them."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate((*_UNITS, *_TEENS))},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    "both": 2,
}
SCALES: dict[str, int] = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1000,
    "k": 1000,
    "K": 1000,
    "million": 10**6,
    "m": 10**6,
    "M": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "B": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
CURRENCIES: dict[str, str] = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
}
UNITS: dict[str, str] = {
    "%": "%",
    "percent": "%",
    "per cent": "%",
    "percentage points": "points",
    "percentage point": "points",
    "dollars": "USD",
    "dollar": "USD",
    "cents": "cent",
    "pounds": "GBP",
    "pound": "GBP",
    "euros": "EUR",
    "yen": "JPY",
    "rupees": "INR",
    "km": "km",
    "kilometers": "km",
    "kilometres": "km",
    "kilometer": "km",
    "kilometre": "km",
    "miles": "mile",
    "mile": "mile",
    "meters": "m",
    "metres": "m",
    "meter": "m",
    "metre": "m",
    "feet": "foot",
    "foot": "foot",
    "inches": "inch",
    "inch": "inch",
    "yards": "yard",
    "yard": "yard",
    "mph": "mph",
    "kph": "km/h",
    "km/h": "km/h",
    "acres": "acre",
    "acre": "acre",
    "hectares": "ha",
    "hectare": "ha",
    "tons": "ton",
    "ton": "ton",
    "tonnes": "t",
    "tonne": "t",
    "kg": "kg",
    "kilograms": "kg",
    "kilogram": "kg",
    "kilos": "kg",
    "kilo": "kg",
    "lbs": "lb",
    "gallons": "gallon",
    "gallon": "gallon",
    "barrels": "barrel",
    "barrel": "barrel",
    "liters": "l",
    "liter": "l",
    "litres": "l",
    "litre": "l",
    "degrees": "degree",
}

_SIMPLE = "|".join(sorted((word for word in WORDS if word != "both"), key=len, reverse=True))
_TEN = "|".join(_TENS)
_WORD = rf"(?:(?:{_TEN})[- ](?:one|two|three|four|five|six|seven|eight|nine)|{_SIMPLE})"
_SCALE = r"hundred|thousand|million|billion|trillion|dozen"
_UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True) if unit != "%")
# What a number can begin with: a look at one character, then two, spares most places of a text the whole
# expression.
_BEGINS = "|".join(sorted({word[:2] for word in WORDS if word != "both"}))
_FIRST = "".join(
    {letter + letter.upper() for word in (*WORDS, "us", "hk", "nz", "c", "a") for letter in word[0]}
)
NUMBER = re.compile(
    rf"(?<![\w.,:/#@&+–-])(?<!\d—)(?=[\d$£€¥₹{_FIRST}{_FIRST.upper()}])"
    rf"(?i:(?=[\d$£€¥₹]|US|HK|NZ|[AC]\$|an?[ -]|ha|{_BEGINS})"
    rf"(?<![–—]\$)(?P<currency>(?:US|A|C|HK|NZ)?\$|[£€¥₹])?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<word>{_WORD}|(?:an?|half an?)(?=[ -](?:{_SCALE})\b)))"
    rf"(?P<scale>(?:[-\u00a0 ](?:{_SCALE})\b)+|(?<=\d)(?:bn|tn|mn|[mkKMB])\b)?"
    rf"(?P<unit>[ \u00a0]?%|[ \n\u00a0-](?:{_UNIT})\b)?"
    rf"(?![\w/]|[-–—]\d|:\d|,\d{{3}}|\.\d))"
)


def value_of(found: re.Match[str]) -> Decimal:
    """The number that a match of ``NUMBER`` spells: “two dozen” 24, “1.5 million” 1500000."""
    if found["digits"]:
        value = Decimal(found["digits"].replace(",", ""))
    else:
        word = found["word"].lower()
        if word.startswith("half"):
            value = Decimal("0.5")
        elif word in ("a", "an"):
            value = Decimal(1)
        else:
            value = Decimal(sum(WORDS[part] for part in re.split(r"[- ]", word)))
    for scale in re.split(r"[ \u00a0-]+", (found["scale"] or "").strip(" -\u00a0")):
        if scale:
            value *= SCALES.get(scale) or SCALES[scale.lower()]
    return value.normalize() if value != value.to_integral_value() else value.quantize(Decimal(1))


def unit_of(found: re.Match[str]) -> str:
    """The unit of a match of ``NUMBER``, "" for a plain count."""
    if found["currency"]:
        return CURRENCIES.get(found["currency"].upper(), "USD")
    unit = (found["unit"] or "").strip(" \n\u00a0-").lower()
    return UNITS.get(unit, "")
