"""The verb ``quotes``: conditions on quotations, and its problems."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from newslint.checks.quotes import newslint_checks
from newslint.language.pipeline import Pipeline
from newslint.model import Hit
from newslint.readers.plain import PlainReader
from newslint.rulebook.check import Check
from newslint.rulebook.shape import typed
from newslint.story.story import Story

CHECKS = {check.problem: check for check in newslint_checks()}


def read(text: str) -> Story:
    return Story(PlainReader().read("draft.txt", text.encode()), Pipeline())


def look(text: str, problem: str | None = None, **options: Any) -> list[tuple[str, Mapping[str, str]]]:
    """The words hit and the facts given, for each hit of the check with these options."""
    check: type[Check[Any]] = CHECKS[problem]
    story = read(text)
    hits: list[Hit] = list(check(typed(check.Options, options)).look(story))
    assert all(set(hit.facts) == set(check.facts) for hit in hits)
    return [(story.draft.cut(hit.span), hit.facts) for hit in hits]


def words(text: str, problem: str | None = None, **options: Any) -> list[str]:
    return [hit for hit, _ in look(text, problem, **options)]


NEWS = "Mira Holt said the quay was lost. “We sail at noon,” she said. She hates the word ‘quayside’.\n"


def test_all_quotations_without_conditions() -> None:
    assert words(NEWS) == ["“We sail at noon,”", "‘quayside’"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"speaker": "given", "use": "speech"}, ["“We sail at noon,”"]),
        ({"min_words": "4"}, ["“We sail at noon,”"]),
        ({"max_words": 1}, ["‘quayside’"]),
        ({"mark": "single"}, ["‘quayside’"]),
        ({"how": "after"}, ["“We sail at noon,”"]),
        ({"use": "title"}, []),
    ],
)
def test_each_condition(options: dict[str, Any], found: list[str]) -> None:
    assert words(NEWS, **options) == found


def test_facts_of_a_quotation() -> None:
    ((_, facts),) = look(NEWS, speaker="given", use="speech")
    assert facts == {"speaker": "she", "cue": "said", "words": "4"}


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(ValidationError):
        look(NEWS, speakr="missing")


def test_a_speaker_who_is_missing() -> None:
    text = "The fleet left at dawn.\n\n“Nobody told us where it would go.”\n\nThe quay was empty.\n"
    assert words(text, speaker="missing", min_words=5) == ["“Nobody told us where it would go.”"]


def test_of_an_unclosed_quotation_nobody_can_tell_the_speaker() -> None:
    text = "The fleet left at dawn.\n\n“Nobody told us where it would go, the cook.\n\nThe quay was empty.\n"
    assert words(text, speaker="missing") == []
    assert words(text, "unclosed") == ["“Nobody"]


def test_nor_of_one_behind_it() -> None:
    text = "“Nobody told us where, the cook said, “and nobody will tell us now.”\n"
    assert words(text, speaker="missing") == []


def test_quotations_that_follow_one_another_ask_for_one_speaker() -> None:
    text = "“Nobody told us.” “Nobody told them.”\n\n“Nobody told me.” It rained. “Nobody asked.”\n"
    assert look(text, speaker="missing") == [
        ("“Nobody told us.” “Nobody told them.”", {"speaker": "", "cue": "", "words": "6"}),
        ("“Nobody told me.”", {"speaker": "", "cue": "", "words": "3"}),
        ("“Nobody asked.”", {"speaker": "", "cue": "", "words": "2"}),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We sail at noon,” Holt said.\n",
        "“We sail at noon.\n\n“We said so,” Holt said.\n",
        "The ’90s boats of the fishermen’s.\n",
        "'We sail at noon' tomorrow, he said of the boats' crews.\n",
    ],
)
def test_nothing_unclosed(text: str) -> None:
    assert words(text, "unclosed") == []


def test_verb_before_pronoun() -> None:
    (found,) = look("“We sail at noon,” said she.\n", "verb before pronoun")
    assert found == ("said she", {"better": "she said"})
    assert words("“We sail at noon,” said Mira Holt.\n", "verb before pronoun") == []


def test_loaded_verbs_of_the_list_only_where_they_are_cues() -> None:
    text = "“We sail,” Holt claimed. The storm claimed a boat. Ferris claimed that he knew.\n"
    assert words(text, "loaded verb", words=["claim"]) == ["claimed", "claimed"]
    assert words(text, "loaded verb", words=["claim"], of="quotations") == ["claimed"]
    assert words(text, "loaded verb", words=["gush"]) == []


def test_loaded_verbs_of_whole_quotations_only() -> None:
    text = "“We sail at noon,” Holt claimed. Holt claimed “fair play” for all.\n"
    assert words(text, "loaded verb", words=["claim"], of="speech") == ["claimed"]
    assert words(text, "loaded verb", words=["claim"], of="quotations") == ["claimed", "claimed"]


def test_stops_outside_the_mark() -> None:
    text = "He called it “a farce”, and “a shame”. She saw “a wreck”; he “a boat.”\n"
    assert words(text, "stop outside the mark") == ["”,", "”."]
    assert words(text, "stop outside the mark", stops=["comma"]) == ["”,"]
    assert look(text, "stop outside the mark", stops=["comma"])[0][1]["better"] == ",”"


@pytest.mark.parametrize("seed", ["000_f71851e13b63328c.txt", "001_c9998f730054019f.txt"])
def test_the_seeds_have_no_quotation_without_a_speaker(seed: str, checkout: Path) -> None:
    text = (checkout / "seeds" / seed).read_text(encoding="utf-8")
    assert words(text, speaker="missing", use="speech") == []
    assert words(text, "unclosed") == []


def test_a_speaker_merely_carried_over_is_neither_given_nor_missing() -> None:
    text = "“We will not sell the quay,” Holt said.\n\n“We have told every buyer so.”\n"
    assert words(text, speaker="missing", min_words=5) == []
    assert words(text, speaker="missing", carried=True, min_words=5) == ["“We have told every buyer so.”"]
    assert words(text, speaker="given", min_words=5) == ["“We will not sell the quay,”"]
    assert look(text, how="carried") == [
        ("“We have told every buyer so.”", {"speaker": "Holt", "cue": "said", "words": "6"})
    ]
    open_ended = (
        "“We will not sell the quay,” Holt said, “and that is that.\n\n“We have told every buyer so.”\n"
    )
    assert words(open_ended, speaker="missing", min_words=5) == []
    assert words(open_ended, how="carried") == []


@pytest.mark.parametrize("before", ["“Never!”", "She pauses."])
def test_calls_in_a_scene_need_no_speaker(before: str) -> None:
    text = f"The hall was full.\n\n{before}\n\n“Or do we roll up our sleeves and row?”\n"
    assert words(text, speaker="missing", min_words=5) == []


@pytest.mark.parametrize("before", ["Kent/Pictures.", "She paused for a while.", "“Nobody told us that.”"])
def test_what_is_no_scene(before: str) -> None:
    text = f"The hall was full.\n\n{before}\n\n“Or do we roll up our sleeves and row?”\n"
    assert words(text, speaker="missing", min_words=5)[-1:] == ["“Or do we roll up our sleeves and row?”"]


RUN = "Holt said: “We will not sell.\n\n“The board knows.\n\n“The mayor knows.”\n"


def test_a_speaker_far_above() -> None:
    assert words(RUN, "speaker far above", after=2) == ["“The mayor knows.”"]
    assert words(RUN, "speaker far above", after=3) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One. Two. Three,” Holt said.", ["Holt"]),
        ("“One. Two,” Holt said.", []),
        ("Holt said: “One. Two. Three.”", []),
        ("Holt was blunt. “One. Two. Three,” she said.", []),
    ],
)
def test_late_attribution(text: str, found: list[str]) -> None:
    assert words(text, "late attribution", most=2) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We sail,” said Mira Holt. “We stay,” said Joan Ferris.", ["“We stay,”"]),
        ("“We sail,” said Mira Holt. “We stay,” she added.", []),
        ("“We sail,” said Mira Holt. Joan Ferris said: “We stay.”", []),
        ("“We sail,” said Mira Holt.\n\n“We stay,” said Joan Ferris.", []),
        ("“We sail,” said Mira Holt. The hall was full by then. “We stay,” said Joan Ferris.", []),
    ],
)
def test_speakers_that_collide(text: str, found: list[str]) -> None:
    assert words(text, "speakers collide") == found


def test_fragments() -> None:
    text = "Holt called it “a farce,” them “a circus” and the vote “a joke.”\n"
    assert words(text, "fragments", most=2) == ["“a joke.”"]
    assert words(text, "fragments", most=3) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('“We sail,” Holt said. “At noon.”\n\n"We stay," Ferris said.', ['"']),
        ("‘We sail,’ Holt said. ‘At noon.’\n\n“We stay,” Ferris said.", ["“"]),
        ('“We sail at noon,” Holt said. “Nobody stays."', ['"']),
        ("“We sail,” Holt said. “He told me, ‘Go.’” It is a ‘trap’.", []),
        ('“We sail,” Holt said.\n\n"We stay," Ferris said.', []),  # nobody knows which is the house's
    ],
)
def test_mixed_marks(text: str, found: list[str]) -> None:
    assert words(text, "mixed marks") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘We sail,’ Holt said. She called it ‘a farce.’", [".’"]),
        ("‘We sail,’ Holt said. She called it ‘a farce’.", []),
        ("“We sail,” Holt said. She called it ‘a farce.’", []),
        ("‘We sail,’ Holt said. ‘At noon.’", []),
        ("She called it “a farce.”", []),
    ],
)
def test_a_stop_that_is_the_writers(text: str, found: list[str]) -> None:
    assert words(text, "stop inside the mark") == found
