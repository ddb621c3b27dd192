"""Attributions: who is made to say what, read by word order."""

from __future__ import annotations

import pytest

from newslint.story.quoting.cues import cue_verbs
from tests.story.test_quotations import told


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, whole phrase and cue of each attribution."""
    story = told(text)
    return [tuple(story.draft.cut(s) for s in (a.speaker, a.phrase, a.cue)) for a in story.attributions]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "speaker", "phrase"),
    [
        (
            "“We sail,” said Emily Carter, a harbour analyst at Kent University.",
            "Emily Carter",
            "Emily Carter, a harbour analyst at Kent University",
        ),
        (
            "“We sail,” said a port official, who spoke on condition of anonymity.",
            "a port official",
            "a port official, who spoke on condition of anonymity",
        ),
        (
            "Joan Ferris, 45, a lawyer from Deal, Kent, said “we sail.”",
            "Joan Ferris",
            "Joan Ferris, 45, a lawyer from Deal, Kent,",
        ),
        (
            "A spokeswoman for the ministry in Rome said: “We sail.”",
            "A spokeswoman",
            "A spokeswoman for the ministry in Rome",
        ),
        ("The mayor of Deal said she would sail.", "The mayor of Deal", "The mayor of Deal"),
        ("On Monday Mira Holt said the fleet would sail.", "Mira Holt", "Mira Holt"),
        ("In a statement, the union said that the fleet would sail.", "the union", "the union"),
        ("“We sail,” said Dr.\nEmily Carter. “At noon.”", "Dr.\nEmily Carter", "Dr.\nEmily Carter"),
        ("“We sail,” said Will Doyle.", "Will Doyle", "Will Doyle"),
        (
            "“We sail,” added former chair Joan Ferris.",
            "former chair Joan Ferris",
            "former chair Joan Ferris",
        ),
        ("“We sail,” whined the skipper.", "the skipper", "the skipper"),
        ("Kelly responded with a smile: “We sail.”", "Kelly", "Kelly"),
        ("Rep. Lisa Madigan (D) argued that “we sail.”", "Rep. Lisa Madigan", "Rep. Lisa Madigan (D)"),
        (
            "“We sail,” the Kent skipper and union leader said.",
            "the Kent skipper and union leader",
            "the Kent skipper and union leader",
        ),
        ("He carried a sign that said “No more ships.”", "a sign", "a sign"),
        (
            "“We sail,” reads a Wednesday notice at the pier.",
            "a Wednesday notice",
            "a Wednesday notice at the pier",
        ),
    ],
)
def test_the_speaker_and_all_that_belongs_to_it(text: str, speaker: str, phrase: str) -> None:
    assert (
        said(text)[0][:2] == (speaker, phrase.removesuffix(","))
        if not phrase.endswith(",")
        else said(text)[0][0] == speaker
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Holt laughed and said, “We sail.”", "Holt"),
        ("Holt lashed out at the board, saying “we sail.”", "Holt"),
        ("Holt said the plan was dead, adding that “we sail.”", "Holt"),
        ("When I asked Holt about the plan, he shrugged and said, “We sail.”", "he"),
        ("The hall emptied, with Ferris calling it “a farce.”", "Ferris"),
        ("Holt said she would call the plan “a farce.”", "Holt"),
        ("The plan was described by critics as “a farce.”", "critics"),
        ("Holt went on to say, “We sail.”", "Holt"),
        ("The board closed the meeting by saying, “We sail.”", "The board"),
        ("Holt, who called the plan “a farce,” left.", "Holt"),
        # who issues words speaks in them; a sign that somebody holds speaks for itself
        ("Holt issued a statement saying “we sail.”", "Holt"),
        ("Late on Monday the union sent out an email calling the plan “a farce.”", "the union"),
        ("The two boards released a letter on Friday describing the plan as “a farce.”", "The two boards"),
        ("Ferris held a sign saying “No more ships.”", "a sign"),
        # what opens a sentence is not its subject
        ("Speaking at noon in Deal, Holt went after Ferris, calling him “a crook.”", "Holt"),
        ("Hours later, Holt thanked the crew, telling reporters “we sail.”", "Holt"),
        ("Alarmed by the noise in Deal, Mira Holt, the chair, said the plan was “a farce.”", "Mira Holt"),
        ("Dashing into the hall, Holt called over her shoulder, “We sail.”", "Holt"),
        ("Standing before cheering crews, Holt, 70, said it was early but added, “We sail.”", "Holt"),
        ("Holt thanked the crew, before adding that she thinks “ferries should sail.”", "Holt"),
        # a purpose is not said
        ("Holt says the board must act to counter the thefts, and gives it “talks.”", "Holt"),
        # no verb with its object is anybody
        ("The crews will hold banners proclaiming “We sail.”", "The crews"),
        ("The crews were upset after Holt called the deal “a farce.”", "Holt"),
        ("The suit was filed in 2012 against the board, alleging “a farce.”", "The suit"),
    ],
)
def test_verbs_without_a_subject_of_their_own(text: str, speaker: str) -> None:
    story = told(text)
    (quotation,) = story.quotations
    assert quotation.attribution is not None
    assert story.draft.cut(story.attributions[quotation.attribution].speaker) == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Some analysts argue that the strikes were wrong.", ["Some analysts"]),
        ("The quay is lost, a dock worker said on Monday.", ["a dock worker"]),
        ("The quay is lost, said the dock workers.", ["the dock workers"]),
        ("According to the Kent Herald, the quay is lost.", ["the Kent Herald"]),
        (
            "According to Kent Radio, the mayor resigned on Friday, ending a long fight.",
            ["Kent Radio"],
        ),
        ("The plan split the town, with opponents claiming that it was a farce.", ["opponents"]),
        ("Holt told the board that the quay was lost.", ["Holt"]),
        ("Reports suggest that the quay is lost.", ["Reports"]),
        ("Holt believes that the quay is lost.", ["Holt"]),
        ("Holt admitted the quay was lost.", ["Holt"]),
        ("A port official who left because the hall was cold said it was lost.", ["A port official"]),
        ("A port insider on Tuesday said it was lost.", ["A port insider"]),
        ("Holt boasted the change reflects the facts of the case.", ["Holt"]),
        ("Holt, who boasted last week that the quay was saved, left.", ["Holt"]),
        ("The quay was lost, they whined.", ["they"]),
        # the statement's own subject is long, or its verb far
        ("Holt conceded a well repaired pump on the lower quay could do it.", ["Holt"]),
        ("Holt conceded the pump, a gift of the town, was old.", ["Holt"]),
        ("Holt admitted it’s cold on the quay.", ["Holt"]),
        ("Holt admitted in a letter on Monday night they left.", ["Holt"]),
        ("Holt admitted after the meeting that the quay was lost.", ["Holt"]),
        # it stands before the cue, which speaks of it
        ("The board signed a lease that Holt conceded was too long.", ["Holt"]),
        ("They built what many pilots admitted would sink.", ["many pilots"]),
        ("The quay was lost, as Holt admitted on Monday.", ["Holt"]),
        # verbs that only say; what somebody owns up to
        ("Holt bragged about her boat.", ["Holt"]),
        ("Holt admitted taking the boat.", ["Holt"]),
        ("Holt admitted to taking the boat.", ["Holt"]),
        # the nearest noun is meant, not the verb before it
        ("It came from a young pilot, who admitted that it was lost.", ["a young pilot"]),
        ("Reed was outpacing Mira Holt, who admitted she was tired.", ["Mira Holt"]),
        ("The call was from a pilot, who admitted she was tired.", ["a pilot"]),
        ("The judge — who had sat all week — confessed she was tired.", ["The judge"]),
        ("Walking home, Mira Ebeling sang, and admitted the quay was lost.", ["Mira Ebeling"]),
        ("Holt bragged they're winning.", ["Holt"]),
    ],
)
def test_indirect_speech(text: str, speakers: list[str]) -> None:
    story = told(text)
    assert [story.draft.cut(each.speaker) for each in story.attributions] == speakers
    assert not any(each.direct for each in story.attributions)


@pytest.mark.parametrize(
    "text",
    [
        "The storm claimed four lives.",
        "Her claims were read with care.",
        "The link has reinforced fears that the group will return.",
        "Holt declined to say where the fleet was.",
        "She would not say that.",
        "He was told to leave.",
        "The report was read by many.",
        "Holt opened the door and took the post.",
        "The side conceded a late goal.",
        "She confessed her part in it.",
        "The town boasts a harbour.",
        "Holt claimed the prize himself.",
        "Holt claimed the prize that was hers.",
        "Holt claimed the prize she had won.",
        "Holt claimed the right to be heard.",
        "The storm claimed four lives and was gone.",
        "The storm claimed lives on the quay that was lost.",
        "The crews who conceded were tired.",
    ],
)
def test_no_statement_no_attribution(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A book called “The Long River” came out.",
        "Lazar, known as “Guppy,” was jailed.",
        "The show “Harbour Nights” said nothing of it.",
        "There the tune titled “Ebb” began.",
    ],
)
def test_a_name_in_marks_is_nobodys_words(text: str) -> None:
    (quotation,) = told(text).quotations
    assert quotation.attribution is None


def test_forms_of_cue_verbs() -> None:
    forms = cue_verbs().forms
    for word, lemma in {
        "said": "say",
        "denied": "deny",
        "denies": "deny",
        "arguing": "argue",
        "quipped": "quip",
        "told": "tell",
        "agreed": "agree",
        "preaches": "preach",
    }.items():
        assert lemma in [cue.lemma for cue in forms[word]]
    assert forms["pointed"][0].particles == ("out",)


def test_a_sentence_in_brackets_has_its_own_speaker() -> None:
    story = told("Holt agreed to come. (“We had asked him twice,” Ferris said.) He came.")
    (quotation,) = story.quotations
    assert quotation.attribution is not None
    assert story.draft.cut(story.attributions[quotation.attribution].speaker) == "Ferris"


def test_what_follows_according_to_is_its_speaker_only_where_it_is_an_apposition() -> None:
    assert (
        said("According to Kent Radio, the mayor resigned on Friday, ending a fight.")[0][1] == "Kent Radio"
    )
    assert said("According to Mira Holt, a lawyer, the mayor resigned.")[0][1] == "Mira Holt, a lawyer"


@pytest.mark.parametrize("dash", ["—", "–", "―", "--", "- "])
def test_a_name_signed_behind_any_dash(dash: str) -> None:
    assert said(f"“I carried the chairs upstairs in the dark.” {dash}Ruth Adeyemi")[0][0] == "Ruth Adeyemi"


def test_a_source_briefed_on_the_plan_is_not_one_that_briefs() -> None:
    assert ("Two officials", "said") in [
        (speaker, cue) for speaker, _, cue in said("Two officials briefed on the plan said it would fail.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We sail,” Holt said on Channel Five’s “Morning Watch.”",
        "“We sail,” said Mira Holt, the author of “A Long Way Down.”",
        "Mira Holt said on “Morning Watch” that “the boats will sail.”",
        "Writing in the magazine “Tide Tables,” Holt said: “We sail.”",
    ],
)
def test_the_title_of_a_work_is_not_spoken(text: str) -> None:
    story = told(text)
    (title,) = (one for one in story.quotations if one.inner.cut(story.text)[:1] in "AMT" and one.words > 1)
    assert (title.attribution, title.use) == (None, "title")


@pytest.mark.parametrize(
    "text",
    [
        "Holt slogans were shouted at the “big gate” all day.",
        "The board owns two state parks on the lower river with a “locked” gate.",
    ],
)
def test_a_noun_that_looks_like_a_cue_is_none(text: str) -> None:
    assert [quotation.attribution for quotation in told(text).quotations] == [None]


def test_the_pronoun_of_a_relative_clause_is_the_mention() -> None:
    story = told("The plan was read by Mira Holt, the chair, who called it “a farce.”")
    (said,) = story.attributions
    cut = story.draft.cut
    assert (cut(said.mention), cut(said.speaker)) == ("who", "the chair") or cut(said.speaker) == "Mira Holt"


def test_a_describing_clause_keeps_its_own_words() -> None:
    story = told("Holt, who calls Ferris “a crook,” said he doubts that the quay will go.")
    (quotation,) = story.quotations
    assert quotation.attribution is not None
    assert story.draft.cut(story.attributions[quotation.attribution].cue) == "calls"


@pytest.mark.parametrize("text", ["In another, his (who but shown", "Then, the crews who said"])
def test_a_speaker_may_end_the_text(text: str) -> None:
    assert told(text).quotations == ()
    _ = told(text).attributions
