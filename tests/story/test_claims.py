"""Claims nobody answers for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.pipeline import Pipeline
from newslint.readers.plain import PlainReader
from newslint.story.claims import CLAIM_KINDS, Claim
from newslint.story.story import Story


def claims(text: str) -> tuple[Claim, ...]:
    return Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank")).claims


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("Many economists say the plan will cost too much.", "unnamed group says", "Many economists"),
        ("Critics of the plan say it will cost too much.", "unnamed group says", "Critics"),
        ("The plan, analysts warned, will cost too much.", "unnamed group says", "analysts"),
        ("The vote passed, with opponents claiming fraud.", "unnamed group says", "opponents"),
        ("Experts are not convinced.", "unnamed group says", "Experts"),
        ("Others, however, view it as a gift.", "unnamed group says", "Others"),
        ("Some Republicans believe it is a gift.", "unnamed group says", "Some Republicans"),
        ("To critics, the plan is a gift.", "unnamed group says", "critics"),
        ("The plan is a gift, according to some analysts.", "unnamed group says", "some analysts"),
        ("This leads many experts to suspect a fraud.", "unnamed group says", "many experts"),
        ("Archaeologists believe it was a well.", "unnamed group says", "Archaeologists"),
        ("The move has been framed by some as a gift.", "by unnamed group", "some"),
        ("The budget was widely seen by analysts as a gift.", "by unnamed group", "analysts"),
        ("Intelligence reports suggest more to come.", "unowned report", "Intelligence reports suggest"),
        ("It is hard for both, and recent polls show it.", "unowned report", "recent polls show"),
        ("Recent polls have shown a swing.", "unowned report", "Recent polls have shown"),
        ("Most of us walk, according to surveys.", "unowned report", "surveys"),
        ("The fire prompted renewed calls for sprinklers.", "unowned reaction", "prompted renewed calls"),
        (
            "The plan has drawn both support and criticism.",
            "unowned reaction",
            "drawn both support and criticism",
        ),
        ("It was met with mixed reactions.", "unowned reaction", "met with mixed reactions"),
        ("The reforms have been credited with the fall.", "agentless judgement", "been credited"),
        ("It is widely regarded as a failure.", "agentless judgement", "is widely regarded"),
    ],
)
def test_the_class_and_not_the_word(sentence: str, kind: str, who: str) -> None:
    text = f"The board met on Monday at the town hall. {sentence} The quay will be sold in May."
    assert [(claim.kind, claim.who) for claim in claims(text)] == [(kind, who)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Critics say a lot of things,” she said.",
        "Her critics say the plan will cost too much.",
        "The critics said the plan would cost too much.",
        "Two analysts said the plan would cost too much.",
        "Two-thirds of experts said the plan would cost too much.",
        "Analysts Ann Shaw and Jo Marsh say the plan will cost too much.",
        "Analysts at Marsh & Tully say the plan will cost too much.",
        "Some of the women said they had seen him.",
        "By some estimates the plan will cost 40 million.",
        "The sauce is eaten by some with bread.",
        "Many voters say the plan costs too much, a survey of 40 per cent of them found.",
        "Critics gathered outside the hall.",
        "The experts’ fear of flying is well known.",
        "Police reports say the door was open.",
        "The reports suggest more to come.",
        "Two studies show a rise.",
        "The board’s own studies show a rise.",
        "Exit polls showed a rise.",
        "He reports to the board.",
        "Half of us walk, according to data from comScore.",
        "Studies published in The Harbour Review show a rise.",
        "One more big data point is due on Friday.",
        "There is growing anger among harbour families.",
        "The plan drew criticism from the harbour union.",
        "The union voiced sharp criticism of the plan.",
        "The scheme did not draw criticism.",
        "She gave a strong debate performance.",
        "The reforms were credited by the police with the fall.",
        "The bridge was seen from the ferry.",
        "It has been seen twice this year.",
    ],
)
def test_near_misses_are_left_alone(sentence: str) -> None:
    assert claims(f"The board met on Monday at the town hall. {sentence} The quay will be sold in May.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Critics say the plan will cost too much, among them Joan Ferris of the union.",
        "Analysts say the plan will cost too much. “It will,” said Ann Shaw, an analyst at the bank.",
        "Studies show a rise. A Marsh Institute study found it in May.",
        "The plan has drawn criticism. “It is daft,” said Joan Ferris, who keeps a boat there.",
    ],
)
def test_an_example_nearby_is_noted(text: str) -> None:
    assert [claim.example for claim in claims(f"The board met on Monday at the town hall. {text}")] == [True]


def test_a_named_person_of_another_kind_is_no_example() -> None:
    found = claims("Some analysts argue that it will fail. “We shall see,” said Ann Shaw, a poet.")
    assert [claim.example for claim in found] == [False]


def test_one_claim_a_sentence_the_strongest() -> None:
    found = claims("The plan has drawn criticism, and some analysts say that studies show a rise.")
    assert [(claim.kind, claim.who) for claim in found] == [("unnamed group says", "some analysts")]


def test_headlines_make_none() -> None:
    assert (
        claims(
            "Critics say board was wrong\n\nThe board met on Monday and sold the north quay for nothing.\n"
        )
        == ()
    )


WORDS = [
    *("critics", "some", "others", "many", "say", "by", "of", "to", "as", ",", ".", "“", "”", "'s", "Jane"),
    *("reports", "drew", "criticism", "widely", "seen", "been"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_order_of_the_words_is_read(words: list[str]) -> None:
    found = claims("The board met. " + " ".join(words))
    for claim in found:
        assert claim.kind in CLAIM_KINDS
        assert claim.sentence.start <= claim.span.start < claim.span.end
    assert len({claim.sentence for claim in found}) == len(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Other insurers are raising alarms about costs.",
        "She went on in the face of fierce opposition.",
        "Act after the vote and face criticism.",
        "That would come with mounting questions.",
        "The bill is causing some worry at the ministry.",
        "He said his surveys and other research show a swing.",
        "He gave a penny, according to figures that were sent on Friday by Marsh & Tully.",
    ],
)
def test_no_claim(sentence: str) -> None:
    assert claims(sentence + " The vote is on Friday.") == ()


def test_somebody_who_reacts_in_the_same_sentence() -> None:
    told = claims("The mayor has drawn criticism, and was called a fraud by Tories.")
    assert [claim.example for claim in told] == [True]


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("Voters say the plan will cost too much.", "unnamed plural says", "Voters"),
        ("Dock workers have warned that the wall will not hold.", "unnamed plural says", "Dock workers"),
        (
            "It has been suggested that the wall was never built.",
            "impersonal belief",
            "It has been suggested",
        ),
        ("The wall is widely thought to be safe.", "passive belief", "is widely thought"),
        ("The wall will presumably hold.", "own guess", "presumably"),
        (
            "There is growing speculation that the mayor will go.",
            "unowned reaction",
            "growing speculation",
        ),
        (
            "Rents rose by nearly 40 percent, said Ana Ruiz.",
            "growth without base",
            "rose by nearly 40 percent",
        ),
        ("It is one of the most beautiful walls.", "unsourced superlative", "one of the most beautiful"),
    ],
)
def test_weaker_claims(sentence: str, kind: str, who: str) -> None:
    assert [(claim.kind, claim.who) for claim in claims(sentence)] == [(kind, who)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The dock workers have warned that the wall will not hold.",
        "Dock workers who complained were sent home.",
        "The bill fails if voters oppose it.",
        "The site is reviewing users suspected of it.",
        "Three voters say the plan will cost too much.",
        "Aides to Mr. Bright say the plan will cost too much.",
        "The wall is thought by the mayor to be safe.",
        "She thought of it as safe, and he was considered twice.",
        "There is speculation among traders that the mayor will go.",
        "Rents rose by nearly 40 percent since March.",
        "It is one of the most beautiful walls, according to the guide.",
        "“The wall will presumably hold,” said the mayor.",
    ],
)
def test_weaker_near_misses(sentence: str) -> None:
    assert claims(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("Many voters are eager for the plan.", "unnamed group feels", "Many voters"),
        ("Some tenants want the wall to stay.", "unnamed group feels", "Some tenants"),
        ("It is a wall some tenants want.", "unnamed group feels", "some tenants"),
        ("The plan has alarmed some tenants.", "unnamed group feels", "some tenants"),
        ("Critics have likened the wall to a tooth.", "unnamed group feels", "Critics"),
        ("Several donors expressed doubts about it.", "unnamed group feels", "Several donors"),
        ("But many tenants in the old town seem eager to sell.", "unnamed group feels", "many tenants"),
        ("Some of his backers distrust the wall.", "unnamed group feels", "Some of his backers"),
        ("Others, meanwhile, rejected the plan.", "unnamed group feels", "Others"),
        ("Republicans oppose the plan.", "whole group speaks", "Republicans"),
        ("The plan, which Democrats support, is dead.", "whole group speaks", "Democrats"),
        ("Voters may hate the plan.", "whole group speaks", "Voters"),
        ("There is unease among economists.", "whole group speaks", "economists"),
        ("It was backed by tenants.", "whole group speaks", "tenants"),
        ("City officials said the wall would hold.", "whole group speaks", "City officials"),
        ("It is possible that the wall was never built.", "own guess", "possible that"),
        ("The wall may well have been a dam.", "own guess", "may well have been"),
        ("The wall was considered one of the finest in town.", "passive belief", "was considered"),
        ("It has been claimed that it fell.", "impersonal belief", "It has been claimed"),
        ("The wall has been rumored to be hollow.", "passive belief", "been rumored"),
        ("Rents fell in some countries.", "unnamed place", "in some countries"),
        ("She is the most influential mason of the coast.", "unsourced superlative", "the most influential"),
    ],
)
def test_moods_guesses_and_places(sentence: str, kind: str, who: str) -> None:
    assert [(claim.kind, claim.who) for claim in claims(sentence)] == [(kind, who)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan took many voters by surprise.",
        "Some tenants moved out in May.",
        "Two others said nothing, and three others want the wall to stay.",
        "Tenants hoping for a rise stayed, and traders expecting one left.",
        "By 2-1, voters believe that the wall will stay.",
        "Tenants opposed to the plan were sent home.",
        "Ms. Ruiz and other tenants want the wall to stay.",
        "Mr. Bright’s most ardent supporters want the wall to stay.",
        "The board gave him some praise, and others nothing.",
        "Many voters want the wall to stay, a survey of 200 found.",
        "Dock workers at Harland & Sons want the wall to stay.",
        "They ran as fast as they possibly could.",
        "The prize might have been mine.",
        "The wall was considered twice and was seen from the ferry.",
        "Rents fell in some cities, among them Leeds and Hull.",
        "“Many voters are wary of the plan,” said the mayor.",
    ],
)
def test_moods_of_people_who_are_known_or_only_do(sentence: str) -> None:
    assert claims(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        (
            "The market has seen a sharp rise in rents and a surge in thefts.",
            "change without figure",
            "a surge in thefts",
        ),
        ("Rents in the old town have soared.", "change without figure", "soared"),
        (
            "Dozens of people were injured when the stand gave way.",
            "vague toll",
            "Dozens of people were injured",
        ),
        ("Up to 500 people marched to the hall.", "open bound", "Up to 500 people"),
    ],
)
def test_amounts_that_nobody_counted(sentence: str, kind: str, who: str) -> None:
    text = f"The board met on Monday. {sentence} The quay will be sold in May."
    assert [(claim.kind, claim.who, claim.example) for claim in claims(text)] == [(kind, who, False)]
    assert claims(f"The board met on Monday. “{sentence}” Ann Shaw said.") == ()
    (said,) = claims(f"The board met on Monday. {sentence[:-1]}, police said.")
    assert said.example


@pytest.mark.parametrize(
    "text",
    [
        "The market has seen a surge in thefts. Police counted 41 in May.",
        "Rents have soared since the bridge opened.",
        "Dozens of people were injured when the stand gave way. The hospital took in 34.",
        "Dozens of people were singing.",
        "The hall holds up to 500 people.",
        "From 300 up to 500 people marched.",
        "The fine is up to 500 pounds.",
    ],
)
def test_amounts_that_lean_on_something(text: str) -> None:
    assert claims(f"The board met on Monday. {text}") == ()


def test_recently_is_no_day_for_a_lede() -> None:
    told = "Nobody was told of it, and the price stays under seal for good.\n\nThe board recently closed.\n"
    assert [claim.who for claim in claims(f"The board recently sold the quay. {told}")] == ["recently"]
    assert claims(f"The board recently sold the quay. It rained on Monday. {told}") == ()
    assert claims(f"On Monday it rained. The board recently sold the quay. {told}") == ()


def test_a_name_that_opens_the_sentence_makes_the_group_known() -> None:
    text = "The mayor praised the Harland yard. Harland workers say the wall will not hold."
    assert claims(text) == ()
    (claim,) = claims("The mayor praised the dock yard. Dock workers say the wall will not hold.")
    assert claim.who == "Dock workers"


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Ruiz said that critics see a waste in it.",
        "Some tenants fear a flood, she said.\n\n“It will come,” said Ann Shaw, a tenant of the old town.",
        "Dock workers say the wall will fall.\n\n“It will,” said Ann Shaw, who has worked there since May.",
        "The wall may have been a dam, said Ann Shaw, the town's archivist.",
    ],
)
def test_somebody_answers_for_it(text: str) -> None:
    found = claims(f"The board met on Monday at the town hall.\n\n{text}\n")
    assert [claim.example for claim in found] == [True]


def test_estimates_before_the_figures_have_an_owner() -> None:
    assert claims("Sales beat the $3 a share that most analysts expected.") == ()


def test_a_stronger_claim_hides_a_weaker_one() -> None:
    found = claims("Critics say the wall will probably fall, and it is feared that it did.")
    assert [claim.kind for claim in found] == ["unnamed group says"]
