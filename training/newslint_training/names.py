"""Makes names: of people from many naming traditions, of bodies with their acronyms, of places.

Half are put together from lists written for this project, half are built as the traditions build them, so
that a model learns where names stand and how they are made rather than which there are.
"""

from __future__ import annotations

import random

from newslint_training.lists import lists, parts, sections

GIVEN, SURNAMES, TITLES, PLACES, BODIES = (
    lists(f"{name}.txt")[""] for name in ("given", "surnames", "titles", "places", "bodies")
)
PARTS = lists("parts.txt")
TRADITIONS = [
    tuple(map(parts, text.split("|"))) for heading, text in sections("traditions.txt").items() if heading
]  # stems and endings


class Names:
    """Makes names with the randomness it is given."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def built(self) -> str:
        """A surname as one of the traditions builds it."""
        stems, ends = self.rng.choice(TRADITIONS)
        return self.rng.choice(stems) + self.rng.choice(ends)

    def surname(self) -> str:
        """One word, or one with its article, particle or second half."""
        pick, roll = self.rng.choice, self.rng.random()
        if roll < 0.45:
            return pick(SURNAMES)
        if roll < 0.80:
            return self.built()
        if roll < 0.87:
            return pick(PARTS["articles"]) + self.built()
        if roll < 0.94:
            particle = pick(PARTS["particles"])  # a plus: no space after it
            joined = particle[:-1] if particle.endswith("+") else f"{particle} "
            return joined + pick([pick(SURNAMES), self.built()])
        return f"{pick(SURNAMES)}-{pick([pick(SURNAMES), self.built()])}"

    def given(self) -> str:
        """A given name, now and then a double one."""
        pick = self.rng.choice
        return f"{pick(GIVEN)}-{pick(GIVEN)}" if self.rng.random() < 0.02 else pick(GIVEN)

    def person(self) -> str:
        """A full name."""
        pick, roll = self.rng.choice, self.rng.random()
        if roll < 0.05:
            syllables = self.rng.choices(PARTS["pinyin"], k=pick([1, 2, 2]))
            return f"{pick(PARTS['Chinese surnames'])} {''.join(syllables).capitalize()}"
        if roll < 0.07:
            return f"{pick(PARTS['Korean surnames'])} {pick(PARTS['Korean given']).capitalize()}"
        if roll < 0.08:
            given = " ".join(self.rng.sample(PARTS["Vietnamese given"], 2))
            return f"{pick(PARTS['Vietnamese surnames'])} {given}"
        if roll < 0.18:
            return f"{self.given()} {pick('ABCDEFGHJKLMNPRSTW')}. {self.surname()}"
        if roll < 0.22:
            return f"{self.given()} {self.given()} {self.surname()}"
        if roll < 0.24:
            return f"{pick('ABCDEFGHJKLMNPRSTW')}. {pick('ABCDEFGHJKLMNPRSTW')}. {self.surname()}"
        return f"{self.given()} {self.surname()}"

    def short(self) -> str:
        """A person as second reference has it: mostly the surname."""
        return self.surname() if self.rng.random() < 0.6 else self.given()

    def place(self) -> str:
        """A known place, or one that sounds like a place."""
        pick, roll = self.rng.choice, self.rng.random()
        if roll < 0.8:
            return pick(PLACES)
        built = pick(PARTS["stems of places"]) + pick(PARTS["ends of places"])
        if roll < 0.95:
            return built
        return f"{pick(PARTS['starts of places'])} {built}"

    def body(self) -> str:
        """A known organisation, or one named as they are named."""
        pick, roll = self.rng.choice, self.rng.random()
        if roll < 0.4:
            return pick(BODIES)
        if roll < 0.58:
            return (
                " ".join(self.rng.sample(PARTS["scopes of bodies"], pick([1, 1, 1, 2])))
                + f" {pick(PARTS['heads of bodies'])}"
            )
        if roll < 0.74:
            cause = pick(PARTS["causes of bodies"])
            return f"{pick(PARTS['heads of bodies'])} of {pick([self.place(), cause, cause])}"
        if roll < 0.88:
            return f"{pick([self.surname(), self.place()])} {pick(PARTS['ends of firms'])}"
        return f"{pick([self.place(), self.surname()])} {pick(PARTS['heads of bodies'])}"

    def acronym(self, body: str = "") -> str:
        """A body's initials, or any."""
        initials = "".join(word[0] for word in body.split() if word[0].isupper())
        if len(initials) >= 2:
            return initials
        return "".join(self.rng.choices("ABCDEFGHIKLMNOPRSTUW", k=self.rng.choice([2, 3, 3, 3, 4, 4])))
