from __future__ import annotations

import pytest

from newslint.checks.support import Support
from newslint.rulebook.shape import typed
from tests.checks.text import flagged


def held(what: str, headline: str, body: str, role: str = "headline") -> list[str]:
    return flagged(Support, {"what": what}, f"{role}: {headline} ¶ lede: The council met. ¶ {body}")


@pytest.mark.parametrize(
    ("headline", "body", "flags"),
    [
        ("Mayor calls plan ‘a disgrace’", "The mayor called it “a farce”.", ["‘a disgrace’"]),
        ("Mayor calls plan ‘a disgrace’", "The mayor called it “a disgrace to the town”.", []),
        ("Mayor calls plan ‘A Disgrace’", "It was a disgrace, the mayor said.", []),
        ("‘We won’t … pay’, says mayor", "“We won't, whatever they say, pay,” the mayor said.", []),
        ("Mayor: ‘It [the plan] is dead’", "“It is dead,” the mayor said.", []),
        ("‘We are going to win’, says mayor", "“We’re going to win,” she said.", []),
        ("Mayor’s ‘working class’ roots", "She is from a working-class street.", []),
        ("Mayor meets ‘loser’ rivals", "She calls her rivals losers.", []),
        ("Mayor meets ‘winner’ rivals", "She calls her rivals losers.", ["‘winner’"]),
        ("Mayor: ‘The plan [is] dead’", "“The plan was dead,” the mayor said.", []),
    ],
)
def test_quotations(headline: str, body: str, flags: list[str]) -> None:
    assert held("quotations", headline, body) == flags


@pytest.mark.parametrize(
    ("headline", "body", "flags"),
    [
        ("Fire kills 14 people", "The fire killed 12 people.", ["14"]),
        ("Fire kills 14 people", "The fire killed fourteen people.", []),
        ("Mayor turns 70 as 33m pounds are raised", "On her 70th birthday £33million came in.", []),
        ("One protester is hurt", "Several demonstrators were hurt.", []),
        ("These 3 words shook the hall", "He said that he would go.", []),
        ("Fire kills 14 people", "The fire killed 12 men and two women.", []),
        ("Repairs cost £3m", "Repairs cost £2.95 million.", []),
        ("Repairs cost £3m", "Repairs cost £2.5 million.", ["£3m"]),
        ("5 things to know about the pool", "It opens in May.", []),
        ("Five big questions for the council", "It meets in May.", []),
        ("Rents rise 8% in a year", "Rents rose by 6 percent.", ["8%"]),
        ("Pool of 1987 reopens", "It was shut for years.", []),
    ],
)
def test_figures(headline: str, body: str, flags: list[str]) -> None:
    assert held("figures", headline, body) == flags


@pytest.mark.parametrize(
    ("headline", "body", "flags"),
    [
        ("Council closes pool in Harwich after flood", "The pool in Harwick closes.", ["Harwich"]),
        ("Council Closes Pool In Harwich", "The pool in Harwick closes.", ["Harwich"]),
        ("Council closes pool in Harwick after flood", "Harwick's pool closes.", []),
        ("Council closes pool in Marlow after flood", "The pool in Harwick closes.", []),  # another place
        ("Council meets Russians over pipeline deal", "The firm is based in Russia.", []),
        ("Mayor gives Tulley the keys to the hall", "Ms. Ann Tully resigned.", ["Tulley"]),
        ("Mayor gives Tully’s keys back", "Ms. Ann Tully resigned.", []),
        ("Mayor Ronald Pike resigns", "Donald Pike was mayor for years.", []),  # perhaps a brother
        ("Mayor is ready to go ‘Tulles’ way", "Ms. Ann Tully resigned.", []),
        ("Ross said to hold the keys", "Ms. Ann Rossi resigned. Dan Rose left.", []),  # short
    ],
)
def test_names(headline: str, body: str, flags: list[str]) -> None:
    assert held("names", headline, body) == flags


@pytest.mark.parametrize(
    ("caption", "flags"),
    [
        ("Mayor Ann Tully at the pool.", ["Ann Tully"]),
        ("The pool at noon. (Photo by Ann Tully/Agency)", []),
        ("The pool at noon. Photo: Ann Tully", []),
    ],
)
def test_the_photographer_is_no_person_of_the_story(caption: str, flags: list[str]) -> None:
    assert held("names", caption, "The pool is closed.", "caption") == flags


def test_words_that_say_the_same() -> None:
    options = {
        "what": "words",
        "words": [
            {"says": ["convicted"], "needs": ["convict", "guilty"]},
            {"says": ["charged", "indicted"], "needs": ["charge", "indict"]},
        ],
    }
    body = " ¶ lede: A man was charged. ¶ He will be tried in May."
    assert flagged(Support, options, f"headline: Man convicted{body}") == ["convicted"]
    assert flagged(Support, options, f"headline: Man indicted{body}") == []
    assert flagged(Support, options, "headline: Man convicted ¶ lede: A jury found a man guilty.") == []
    assert flagged(Support, options, "lede: Man convicted ¶ A man was charged.") == []


def test_a_headline_without_a_story_is_left_alone() -> None:
    assert flagged(Support, {"what": "figures"}, "headline: Fire kills 14 people") == []
    assert flagged(Support, {"what": "figures"}, "lede: Fire kills 14 people ¶ It killed 12.") == []


@pytest.mark.parametrize(
    "options", [{"what": "words"}, {"what": "names", "words": [{"says": ["a"], "needs": ["b"]}]}]
)
def test_options_that_make_no_sense(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="goes with “words:”"):
        Support(typed(Support.Options, options))
