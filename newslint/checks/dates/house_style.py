"""Dates and times as a house writes them: Dec. 13 and 8 p.m., or 13 December and 8pm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from newslint.late import late
from newslint.model import Hit, Rewrite, Span
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.calendar.arithmetic import make_day
from newslint.story.calendar.lexicon import MONTHS
from newslint.story.dates import DateMention
from newslint.story.story import Story

House = Literal["AP", "UK"]
Part = Literal["date", "time", "today"]

# AP: with a day of the month these are short, and no others.
_SHORT: Final = {1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec."}
_NUMBER: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"(?P<month>[A-Z][a-z]{2,8}\.?)"
_YEAR: Final = r"(?:,? (?P<year>\d{4}))?(?!\d)"
_MONTH_FIRST: Final = late(rf"(?<!\w){_MONTH} {_NUMBER}{_YEAR}")
_DAY_FIRST: Final = late(rf"(?<!\w)(?:the )?{_NUMBER} (?:of )?{_MONTH}{_YEAR}")
_MONTH_YEAR: Final = late(rf"(?<!\w){_MONTH},? (?:of )?(?P<year>\d{{4}})$")
_TIME: Final = late(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?P<gap>\s?)(?P<half>[ap])(?P<stop>\.?)m\b(?(stop)\.?)"
    r"|(?<![\d:.])(?P<hours>\d{1,2})(?:[:.](?P<minutes>\d\d))?(?P<space>\s?)(?P<capital>[AP])\.?M\b\.?",
)
# “8 p.m.” may end its sentence; the full stop is then that of the sentence as well.
_ENDS: Final = late(r"\s*$|\s+[A-Z“\"‘]")
_LAST_HOUR: Final = 12
_A_LEAP_YEAR: Final = 2024
_TODAY: Final = late(r"\b[Tt](?:oday|omorrow|onight)\b|\b[Yy]esterday\b")
# “today’s”, “yesterday and today”: not a day, but an age.
_NO_DAY: Final = late(r"[’']s\b|[ -](?:show|and tomorrow)\b", re.IGNORECASE)
# AP closes a full date with a comma.
_OPEN: Final = late(r" (?!\()[a-z“\"‘]")


class HouseStyleOptions(Options):
    house: House = key(description="AP: Dec. 13, 2025, and 8 p.m.; UK: 13 December 2025 and 8pm")
    part: Part = key(
        "date", description="date, time, or today (and yesterday, tomorrow, for which AP names the day)"
    )


class HouseStyle(Check[HouseStyleOptions]):
    """Dates or times that the house writes otherwise."""

    verb = "dates"
    problem = "house style"
    Options = HouseStyleOptions
    facts = {"better": "the same as the house writes it"}

    def look(self, story: Story) -> Iterable[Hit]:
        if self.options.part == "time":
            yield from self._times(story)
        elif self.options.part == "today":
            yield from _todays(story)
        else:
            for mention in story.dates:
                if mention.month and mention.type != "SET":
                    yield from self._date(mention, story)

    def _date(self, mention: DateMention, story: Story) -> Iterator[Hit]:
        text = story.text
        words = mention.span.cut(text)
        found = _spelt(words, mention.month or 0)
        if not found or not mention.month:
            return
        if mention.day is not None and not make_day(mention.year or _A_LEAP_YEAR, mention.month, mention.day):
            return  # a day that does not exist is another rule's
        if (mention.month, mention.day) == (7, 4):
            return
        better = self._written(found, mention.month)
        span = Span(mention.span.start + found.start(), mention.span.start + found.end())
        if better == found[0] and self.options.house == "AP" and mention.year and mention.day:
            if _OPEN.match(text, span.end):
                place = Span(span.end, span.end)
                yield Hit(span, {"better": f"{better},"}, rewrites=(Rewrite(place, ",", safe=False),))
        elif better != found[0]:
            yield Hit(span, {"better": better}, rewrites=(Rewrite(span, better, safe=False),))

    def _written(self, found: re.Match[str], month: int) -> str:
        year, full = found["year"] or "", MONTHS[month - 1]
        day = found.groupdict().get("day")
        if not day:
            return f"{full} {year}"
        if self.options.house == "UK":
            return f"{day} {full} {year}".rstrip()
        return f"{_SHORT.get(month, full)} {day}{f', {year}' if year else ''}"

    def _times(self, story: Story) -> Iterator[Hit]:
        text = story.text
        for found in _TIME.finditer(text):
            hour = found["hour"] or found["hours"]
            minute = found["minute"] or found["minutes"] or ""
            half = (found["half"] or found["capital"]).lower()
            if not 0 < int(hour) <= _LAST_HOUR or (found["capital"] and not _near_time(found)):
                continue
            minutes = "" if minute in ("", "00") else minute
            if self.options.house == "AP":
                better = f"{hour}{f':{minutes}' if minutes else ''} {half}.m."
            else:
                better = f"{hour}{f'.{minutes}' if minutes else ''}{half}m"
            written, end = found[0], found.end()
            if self.options.house == "UK" and written.endswith(".") and _ENDS.match(text, end):
                better += "."
            if better != written:
                span = Span(found.start(), end)
                yield Hit(span, {"better": better}, rewrites=(Rewrite(span, better, safe=False),))


def _spelt(words: str, month: int) -> re.Match[str] | None:
    """Day and month, or month and year, as the words have them; not “Saturday 13” of “Saturday 13 Dec”."""
    for shape in (_MONTH_FIRST, _DAY_FIRST, _MONTH_YEAR):
        for found in shape.finditer(words):
            if found["month"].rstrip(".")[:3] == MONTHS[month - 1][:3]:
                return found
    return None


def _near_time(found: re.Match[str]) -> bool:
    """“15 PM Modi” is no time: capitals need their minutes or stops, or the figure right before them."""
    return bool(found["minutes"] or "." in found[0] or not found["space"])


def _todays(story: Story) -> Iterator[Hit]:
    for found in _TODAY.finditer(story.text):
        if not _NO_DAY.match(story.text, found.end()):
            yield Hit(Span(*found.span()), {"better": "the day of the week"})
