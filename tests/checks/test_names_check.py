"""The verb ``names``, and the facts its problems give to messages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.names import newslint_checks
from newslint.checks.names.pairings import _cities, _regions
from newslint.checks.names.repeated import FullNameOptions, FullNameRepeated
from newslint.checks.names.select import Names, NamesOptions
from newslint.language.pipeline import Pipeline
from newslint.model import Hit
from newslint.rulebook.check import Options
from newslint.rulebook.exampletext import build
from newslint.rulebook.shape import typed
from newslint.story.naming.likeness import derived, difference, one_edit, plain, sound
from newslint.story.naming.people import nicknames
from newslint.story.story import Story

PROBLEMS = {check.problem: check for check in newslint_checks()}


def story_of(text: str) -> Story:
    draft, _ = build(text, "lede")
    return Story(draft, Pipeline("blank"))


def look(problem: str, text: str) -> tuple[list[str], list[Hit]]:
    story = story_of(text)
    hits = list(PROBLEMS[problem](Options()).look(story))
    return [hit.span.cut(story.text) for hit in hits], hits


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("parnell", "parnel"),
        ("libya", "libyra"),
        ("marco", "maroc"),
        ("carson", "carsen"),
        ("aelrod", "axelrod"),
    ],
)
def test_one_edit(a: str, b: str) -> None:
    assert one_edit(a, b)
    assert one_edit(b, a)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_edit_is_symmetric_and_irreflexive(a: str, b: str) -> None:
    assert one_edit(a, b) == one_edit(b, a)
    assert not one_edit(a, a)


@pytest.mark.parametrize(
    ("a", "b"), [("parnell", "parson"), ("ann", "dan"), ("rowe", "roew x"), ("kerry", "berry" * 2)]
)
def test_more_than_one_edit(a: str, b: str) -> None:
    assert not one_edit(a, b)


def test_transliterations_sound_alike() -> None:
    assert sound("hasakeh") == sound("hasakah") == sound("al-hasaka")
    assert sound("qaddafi") == sound("kadafi")
    assert sound("hasakeh") != sound("homs")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("clinton", "clintons"),
        ("iraq", "iraqi"),
        ("austria", "austrian"),
        ("korea", "korean"),
        ("obama", "obamas"),
    ],
)
def test_derived_words_are_no_misspellings(a: str, b: str) -> None:
    assert derived(a, b) or difference(a, b) is None or b.endswith("n")
    assert derived(a, b) == derived(b, a)


def test_plain_levels_accents_and_marks() -> None:
    assert plain("François O’Neill") == plain("Francois O'Neill") == "francois oneill"


def test_misspelt_later_names_the_first_spelling() -> None:
    words, hits = look("misspelt later", "Sean Parnell spoke. Parnell left. Later Parnel came back.")
    assert words == ["Parnel"]
    assert hits[0].facts == {"name": "Parnel", "first": "Parnell", "count": "2"}
    assert hits[0].asides[0].text == "“Parnell” here"


@pytest.mark.parametrize(
    "text",
    [
        "Sean Parnell spoke. Parnell left. His wife, Ann Parnel, stayed. ",
        "Sean Parnell spoke. Parnell left. Anna Parnel stayed.",
        "Sean Parnell spoke. Parnell left with Parnel and others.",
        "Sean Parnell spoke. Parnell left. The sign read Parnel [sic] in red.",
        "Amos Marsh spoke. Marsh left. The marsy Mars mission went on.",
    ],
)
def test_two_people_are_not_one_misspelt(text: str) -> None:
    assert look("misspelt later", text)[0] == []


def test_nicknames_are_no_changed_names() -> None:
    tail = "spoke for an hour to an empty chamber on the budget. ¶ Okonjo won applause. ¶ Then"
    assert look("given name changed", f"Bill Okonjo {tail} William Okonjo left.")[0] == []
    assert look("given name changed", f"Bill Okonjo {tail} Bella Okonjo left.")[0] == ["Bella Okonjo"]
    assert nicknames()["bill"] & nicknames()["william"]


def test_acronym_undefined_is_told_once_with_its_count() -> None:
    words, hits = look("acronym undefined", "The NLDP walked out. The NLDP has not said why.")
    assert words == ["NLDP"]
    assert hits[0].facts == {"acronym": "NLDP", "count": "2"}


def test_abbreviation_mixed_follows_the_majority_outside_quotations() -> None:
    text = "The US met. “The U.S. and the U.S. and the U.S.,” he said. A US envoy went. The U.S. agreed."
    words, hits = look("abbreviation mixed", text)
    assert words == ["U.S."]
    assert hits[0].facts["first"] == "US"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"kind": "person"}, ["Ruth Pettifer", "Ostrowski"]),
        ({"kind": "person", "full_name": "missing"}, ["Ostrowski"]),
        ({"kind": "organisation", "acronym": "given"}, ["Quarry Board"]),
        ({"kind": "person", "at_least": "2"}, ["Ruth Pettifer"]),
        ({"kind": "place"}, ["Essex"]),
    ],
)
def test_names_by_what_is_known_of_them(options: dict[str, str], found: list[str]) -> None:
    story = story_of(
        "They met Ruth Pettifer in Essex County. Pettifer left with Mr. Ostrowski. The Quarry Board (QB) met."
    )
    hits = list(Names(typed(NamesOptions, options)).look(story))
    assert [hit.span.cut(story.text) for hit in hits] == [
        name.replace("Essex", "Essex County") for name in found
    ]


def test_every_problem_looks_at_an_empty_and_an_odd_draft() -> None:
    for text in ("x", "“", "U.S. US U.S.", "A B C D E F G"):
        for problem, check in PROBLEMS.items():
            if problem:
                list(check(Options()).look(story_of(text)))


LONG = "The hearing began an hour late, and the benches were full long before the doors of the hall opened. "


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        (f"{LONG}{LONG}Ostrow spoke first. ¶ Peter Ostrow, who keeps two boats, left.", ["Ostrow"]),
        (f"Peter Ostrow has a boat. ¶ {LONG}Ostrow spoke first. ¶ Peter Ostrow left.", []),
        (f"{LONG}{LONG}The Ostrow plan failed. ¶ Peter Ostrow, who keeps two boats, left.", []),
        (f"{LONG}{LONG} ¶ Ostrow wins a slice. ¶ Peter Ostrow, who keeps two boats, left.", []),
        (f"{LONG}{LONG} ¶ A: I was in the hall when Ostrow spoke. It was late. ¶ Peter Ostrow left.", []),
        (f"{LONG}{LONG}It fell to Harbour Ostrow to speak. ¶ Peter Ostrow, who keeps two boats, left.", []),
        (f"{LONG}{LONG}The vote was in Marne. ¶ Great Marne, who is who, said it. ¶ Great Marne left.", []),
    ],
)
def test_surname_first(text: str, hits: list[str]) -> None:
    assert look("surname before full name", text)[0] == hits


@pytest.mark.parametrize(
    ("odd", "hits"),
    [
        ("Later Leo Okonjo spoke.", ["Leo Okonjo"]),
        ("Later Leo Okonjo spoke. “I sing,” Leo said.", []),
        ("They were born to Henry and Leo Okonjo in Leeds.", []),
        ("The job went to Leo Okonjo, who sells boats.", []),
        ("He worked for two firms, Stone Hill and Leo Okonjo.", []),
    ],
)
def test_given_name_changed_is_not_another_person(odd: str, hits: list[str]) -> None:
    text = f"Bill Okonjo spoke for an hour to an empty chamber on the budget. ¶ Okonjo won applause. ¶ {odd}"
    assert look("given name changed", text)[0] == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("ANna Okonjo spoke. Anna Okonjo left.", ["ANna Okonjo"]),
        ("Anna Okonjo spoke. The account AnnaOkonjo is hers.", []),
        ("Zoë Okonjo spoke. Zoë Okonjo left, and Zoe Okonjo stayed.", ["Zoe Okonjo"]),
    ],
)
def test_forms_of_a_name(text: str, hits: list[str]) -> None:
    assert look("form mixed", text)[0] == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("The vote was late, the RQTB said.", ["RQTB"]),
        ("By its own count, the RQTB has won. The RQTB is glad.", ["RQTB"]),
        ("The Roads for Quarry Trade Body met. The RQTB is glad.", []),
        ("The broadcaster RQTB was first. The RQTB is glad.", []),
        ("The quarry board, or RQTB, met. The RQTB is glad.", []),
        ("The RQTB, a charity in Leeds, met. The RQTB is glad.", []),
        ("A report by the harbour commissioner generally blamed him. The CG was late.", []),
        ("He COULD be late, and said he would SOON be gone. We will be gone soon.", []),
        ("“The RQTB knows,” she said.", []),
        ("The court ruled in RQTB v. Roe.", []),
    ],
)
def test_acronyms_that_the_draft_tells(text: str, hits: list[str]) -> None:
    assert look("acronym undefined", text)[0] == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        # the headline knows another given name than the copy
        (
            "headline: Helen Pettifer Wins ¶ Susan Pettifer won the seat. Pettifer danced.",
            ["Susan Pettifer"],
        ),
        (
            "headline: Marek Ostrow to Leave ¶ Marec Ostrow, 61, will leave. Ostrow has two boats.",
            ["Marec Ostrow"],
        ),
        # a word that may be a verb, a nickname, a family, another bearer whom the copy knows
        ("headline: Will Pettifer Stand Again? ¶ Susan Pettifer will stand. Pettifer danced.", []),
        ("headline: Sue Pettifer Wins ¶ Susan Pettifer won the seat. Pettifer danced.", []),
        ("headline: Hillary Clinton Wins ¶ Chelsea Clinton spoke. Clinton danced.", []),
        ("headline: Susan Pettifer Wins ¶ Susan Pettifer won. Her brother Paul Pettifer danced.", []),
    ],
)
def test_a_given_name_that_only_the_headline_has(text: str, hits: list[str]) -> None:
    assert look("given name changed", text)[0] == hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("The FacePage poll was large. A Facepage poll is not. The Facepage office shut.", ["FacePage"]),
        ("Ships of NATO left. Members of NATO paid, but those of Nato did not.", ["Nato"]),
        ("The Supreme Court met. The Supreme Court ruled. He won a supreme court ruling.", []),
        (
            "The Supreme Court met. The Supreme Court ruled in a landmark supreme court case.",
            ["supreme court"],
        ),
        ("The State Court met. The State Court ruled. Other state court rulings stand.", []),
    ],
)
def test_capitals_within_a_name(text: str, hits: list[str]) -> None:
    assert look("form mixed", text)[0] == hits


def test_a_doubled_letter_makes_no_other_word() -> None:
    assert not derived("berkman", "berkmann")
    assert derived("syria", "syrian")


def test_a_surname_that_is_a_given_name_too() -> None:
    text = "Ruth Emery spoke. Emery left at noon. Emery has two boats. “It is over,” Emory said."
    assert look("spelling mixed", text)[0] + look("misspelt later", text)[0] == ["Emory"]


def test_another_acronym_is_told_once_here_and_once_in_a_quotation() -> None:
    text = "Troops fought ISIS. They feared ISIS. ISIL lost. ISIL left. “ISIL ran,” he said. “ISIL hid.”"
    assert look("acronym mixed", text)[0] == ["ISIL", "ISIL"]


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        ("acronym mixed", "ISIS held it. ISIS fled. He had fought for ISIL before, he said."),
        ("spelling mixed", "Hasakeh fell. Hasakeh was lost. They left for Hasakah on Monday."),
        ("spelling mixed", "Kyiv was calm. Kyiv slept. The train for Kiev was late."),
    ],
)
def test_for_is_not_or(problem: str, text: str) -> None:
    assert look(problem, text)[0]


def test_words_that_only_end_like_former() -> None:
    text = "Sen. Ann Roe voted. Sen. Roe left. The complex Rep. Roe runs is new."
    assert look("title changed", text)[0] == ["Rep. Roe"]


_PIER = "John Pettifer built the pier. Mr. Pettifer sold it. Mr. Pettifer left. Mr. Pettifer came back. "


@pytest.mark.parametrize(
    ("rest", "hits"),
    [
        ("Pettifer said so.", ["Pettifer"]),
        ("His wife, Ann, left. Pettifer was sad.", ["Pettifer"]),
        ("The Pettifer plan was his.", []),
        ("A Pettifer was master once.", []),
        ("“Pettifer said so,” he read.", []),
        ("Ann Pettifer said so. Pettifer was sad.", []),
    ],
)
def test_a_courtesy_title_left_out(rest: str, hits: list[str]) -> None:
    assert look("courtesy mixed", _PIER + rest)[0] == hits


def test_a_courtesy_title_that_all_others_have() -> None:
    others = "Ruth Rowe came. Ms. Rowe sang. Ms. Rowe slept. Ms. Rowe ate. Ms. Rowe sat. Ms. Rowe left. "
    text = _PIER + others + "Paul Quill saw it. Quill said no."
    found, (hit,) = look("courtesy mixed", text)
    assert (found, hit.facts["title"], hit.facts["count"]) == (["Quill"], "Mr. Pettifer", "8")
    assert look("courtesy mixed", _PIER + "Paul Quill saw it. Quill said no.")[0] == []


def test_one_person_is_mr_and_ms() -> None:
    assert look("courtesy changed", _PIER + "They thanked Ms. Pettifer.")[0] == ["Pettifer"]
    assert look("courtesy changed", _PIER + "They thanked his wife. They thanked Mrs. Pettifer.")[0] == []


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("They flew to Nairobi, Uganda.", ["Nairobi, Uganda"]),
        ("The firm is from Lyon, Belgium, and old.", ["Lyon, Belgium"]),
        ("She was in Marlow, Ohio, and ill.\n\nIn Marlow, Iowa, she was well.", ["Marlow, Iowa"]),
        ("She was in Marlow, Ill.\n\nIn Marlow, Illinois, she was well.", []),
        ("She was in Leith, Scotland.\n\nIn Leith, U.K., she was well.", []),
        ("He left Marlow, Ohio, for Marlow, Iowa.", []),
        ("They played in Rome, Georgia, and in Lima, Ohio.", []),
        ("They played in Nairobi, Uganda and Zambia.", []),
        ("They played in Oslo, Nairobi, Uganda, and Zambia.", []),
        ("In Nairobi, Uganda won the cup.", []),
        ("Ruth Lyon, Belgium, was third.", []),
    ],
)
def test_places_and_where_they_lie(text: str, hits: list[str]) -> None:
    assert look("place pairing", text)[0] == hits


def test_the_lists_of_places_agree() -> None:
    forms, wholes = _regions()
    assert set(_cities().values()) <= set(forms)
    assert set(wholes.values()) <= set(forms)


def test_a_full_name_that_stands_again() -> None:
    told = "Ruth Pettifer sailed. Pettifer came back. " + "It rained. " * 4 + "Ruth Pettifer left."
    check = FullNameRepeated(FullNameOptions())
    story = story_of(told)
    (hit,) = check.look(story)
    assert (hit.span.start, hit.facts["ago"]) == (told.rindex("Ruth"), "5")
    assert list(FullNameRepeated(FullNameOptions(within=4)).look(story)) == []
    assert list(check.look(story_of(told + " So did Peter Pettifer."))) == []
