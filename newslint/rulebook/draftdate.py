"""A date in front matter that is none: without a word, all that is held against it would silently rest."""

from __future__ import annotations

from newslint.model import Draft, Finding, Severity
from newslint.rulebook.book import OWN_FAMILY
from newslint.rulebook.fingerprints import fingerprint_of
from newslint.story.dates import front_date

BAD_DATE = f"{OWN_FAMILY}/bad-date"
LEFT_OPEN = frozenset({"", "~", "null", "none"})  # what YAML and its users write for nothing


def date_complaints(draft: Draft) -> tuple[Finding, ...]:
    """A finding where the front matter gives a ``date`` that cannot be read as a day, else none."""
    given = draft.front.get("date", "").strip()
    if given.lower() in LEFT_OPEN or front_date(draft):
        return ()
    told = f"The front matter gives the date as “{given}”, which is no day. Write it as 2025-12-31."
    known_as = fingerprint_of(BAD_DATE, given)
    return (Finding(draft.path, BAD_DATE, Severity.warning, told, fingerprint=known_as),)
