from __future__ import annotations

from dataclasses import replace

import pytest

from newslint.checks.require import Require
from newslint.model import Span
from newslint.rulebook.shape import typed
from newslint.story.story import Story
from tests.checks.text import flagged, look, story

HELP = {"words": ["helpline"], "when": {"words": ["suicide"]}}


def test_missing_from_the_draft_as_a_whole() -> None:
    [(_, hit)] = look(Require, {"words": ["embargo", "released"]}, "Nothing here.")
    assert hit.span == Span(0, 0)
    assert hit.facts == {"wanted": "embargo or released", "trigger": ""}
    assert flagged(Require, {"words": ["embargo"]}, "Two embargoes were lifted.") == []


def test_only_when() -> None:
    assert flagged(Require, HELP, "A quiet day.") == []
    assert flagged(Require, HELP, "A suicide. ¶ A second suicide.") == ["suicide"]
    assert flagged(Require, HELP, "A suicide. ¶ Call the helpline.") == []


def test_the_trigger_outside_quotations_is_shown() -> None:
    told = "“It was suicide, I tell you,” she said. ¶ The suicide shook the town."
    [(_, hit)] = look(Require, HELP, told)
    assert hit.span.start > story(told).text.index("The")


def test_each_paragraph_for_itself() -> None:
    options = {"words": ["percent"], "within": "same paragraph", "when": {"words": ["poll"]}}
    assert (
        len(flagged(Require, options, "A poll. ¶ The poll says 4 percent. ¶ One poll, two polls, no poll."))
        == 2
    )


def test_very_text() -> None:
    options = {"text": "(Reuters)", "within": "first paragraph"}
    assert flagged(Require, options, "PARIS (Reuters) - It rained. ¶ More.") == []
    assert flagged(Require, options, "It rained. ¶ (Reuters)") == [""]
    assert flagged(Require, {**options, "within": "last paragraph"}, "It rained. ¶ (Reuters)") == []


def test_a_role() -> None:
    assert flagged(Require, {"role": "headline"}, "Text.") == [""]
    assert flagged(Require, {"role": "body"}, "Text.") == []


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"words": ["a"], "text": "b"},
        {"words": ["a"], "within": "same paragraph"},
        {"text": " "},
        {"role": "byline", "within": "each paragraph"},
        {"front": ["author"], "within": "lede"},
    ],
)
def test_options_that_make_no_sense(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"required|paragraph”|front matter"):
        Require(typed(Require.Options, options))


def test_the_story_without_its_headline_and_captions() -> None:
    options = {"words": ["convict"], "within": "story", "when": {"words": ["jury"]}}
    assert flagged(Require, options, "headline: Man convicted by jury ¶ lede: A man was tried.") == ["jury"]
    assert flagged(Require, options, "headline: Jury finds man guilty ¶ lede: He was convicted.") == []


def test_every_paragraph_of_the_roles() -> None:
    options = {"words": ["photo"], "within": "each paragraph"}
    text = "One photo. ¶ Two. ¶ Three photos."
    assert flagged(Require, options, text) == ["Two."]


def test_a_date() -> None:
    options = {"fact": "date", "within": "same paragraph", "when": {"words": ["file photo"]}}
    text = "A file photo of the pool. ¶ A file photo of May 2019. ¶ A file photo from Monday. ¶ It is 2020."
    assert flagged(Require, options, text) == ["file photo"]


def test_front_matter() -> None:
    check = Require(typed(Require.Options, {"front": ["author", "byline"]}))
    for front, hits in (({}, 0), ({"title": "Pool"}, 1), ({"byline": "Ann Tully"}, 0), ({"author": ""}, 1)):
        told = story("It rained.")
        draft = replace(told.draft, front=front)
        found = list(check.look(Story(draft, told.pipeline)))
        assert [hit.span for hit in found] == [Span(0, 0)] * hits


def test_a_block_of_the_role_will_do_for_front_matter() -> None:
    check = Require(typed(Require.Options, {"front": ["author"], "role": "byline"}))
    for text, hits in (("byline: By Ann Tully ¶ body: It rained.", 0), ("It rained.", 1)):
        told = story(text)
        draft = replace(told.draft, front={"title": "Rain"})
        assert len(list(check.look(Story(draft, told.pipeline)))) == hits
