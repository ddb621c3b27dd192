from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from newslint.model import Draft, Trouble
from newslint.readers import markdown_inline
from newslint.readers.markdown import MarkdownReader

OPENING = "The council shut the lower bridge on Saturday.\n\n"


def read(source: str) -> Draft:
    return MarkdownReader().read("draft.md", source.encode())


def roles(source: str) -> list[tuple[str, str]]:
    draft = read(source)
    return [(block.role, draft.cut(block.span)) for block in draft.blocks]


def below(source: str) -> list[tuple[str, str]]:
    """Roles and texts of what stands below an opening paragraph."""
    return roles(OPENING + source)[1:]


def test_a_story() -> None:
    assert roles(
        "---\ntitle: Bridge shut\n---\n\n# Bridge *shut*\n\nBy Jane Roe\n\n"
        "MARLOW, Dec. 13 — The bridge is **shut**.\n\n"
        "![The bridge at dawn](bridge.jpg)\n*Photo by Jane Roe*\n\n## No way round\n\n> We were not told.\n\n"
        "1. The mill road\n2. The *north* road\n\n| Road | Cars |\n|---|---|\n| Mill | 40 |\n"
    ) == [
        ("headline", "Bridge shut"),
        ("byline", "By Jane Roe"),
        ("dateline", "MARLOW, Dec. 13 —"),
        ("lede", "The bridge is shut."),
        ("caption", "The bridge at dawn"),
        ("caption", "Photo by Jane Roe"),
        ("crosshead", "No way round"),
        ("quote", "We were not told."),
        ("list", "The mill road"),
        ("list", "The north road"),
        ("table", "Road"),
        ("table", "Cars"),
        ("table", "Mill"),
        ("table", "40"),
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("He *said* **so** ***twice***.", "He said so twice."),
        ("He `said` `` so`ber `` here.", "He said so`ber here."),
        ('A [link *here*](https://example.org/a_(b) "its title") stands.', "A link here stands."),
        (
            "A [link](<a b>) and [this][ref] and [ref][] and [ref].\n\n[ref]: /x",
            "A link and this and ref and ref.",
        ),
        ("A [bracket] (aside) [sic](not a link stands.", "A [bracket] (aside) [sic](not a link stands."),
        ("Fish &amp; chips &mdash; \\*now\\* &#8217;til 9\\.", "Fish & chips — *now* ’til 9."),
        ("One  \ntwo\\\nthree\nfour", "One\ntwo\nthree\nfour"),
        ("One<br>two<br/>\nthree", "One\ntwo\nthree"),
        ("One <b>bold</b> word", "One bold word"),
        ("<https://example.org> says so", "https://example.org says so"),
        ("~~Gone~~ here", "Gone here"),
        ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
        ("Unclosed *star and `tick", "Unclosed *star and `tick"),
        ("    An indented paragraph is prose.", "An indented paragraph is prose."),
        ("Named.[^1] Noted[^note] twice.", "Named. Noted twice."),
        ("An ![image](x.png) in a sentence.", "An  in a sentence."),
        ("𝔄stral *wörds* and e\u0301 accents", "𝔄stral wörds and e\u0301 accents"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_inline_markup(honest: Callable[[Draft], None], written: str, text: str, line_end: str) -> None:
    draft = read((OPENING + written).replace("\n", line_end))
    honest(draft)
    assert draft.cut(draft.blocks[1].span) == text


@pytest.mark.parametrize("word", ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"])
def test_a_word_is_where_it_is_written(word: str) -> None:
    source = (
        "> A *first* word\n> and a [second](x) one\n>> > and a third\n\n- outer\n\n"
        "  - inner `fourth` and\n    fifth\n\n"
        "| a \\| b | sixth |\n|:--|--:|\n| x | **seventh** |\n"
    )
    for written in (source, source.replace("\n", "\r\n")):
        draft = read(written)
        at = draft.text.index(word)
        start, end = draft.locate((at, at + len(word)))
        assert start.offset == written.index(word)
        assert end.offset == written.index(word) + len(word)
        assert written.split("\r\n" if "\r" in written else "\n")[start.line - 1][
            start.column - 1 :
        ].startswith(word)


def test_the_same_word_twice_keeps_its_places() -> None:
    source = OPENING + "shut *shut* [shut](shut) shut `shut`"
    draft = read(source)
    block = draft.blocks[1]
    assert draft.cut(block.span) == "shut shut shut shut shut"
    places = [
        draft.source_span((block.span.start + 5 * n, block.span.start + 5 * n + 4)).start for n in range(5)
    ]
    assert [place - len(OPENING) for place in places] == [0, 6, 13, 25, 31]


@pytest.mark.parametrize(
    "heading", ["## Way *round* ##", "## Way *round* #", "Way *round*\n---", "  ###   Way *round*  "]
)
def test_headings(heading: str) -> None:
    assert below(heading + "\n\nTraffic was light.") == [
        ("crosshead", "Way round"),
        ("body", "Traffic was light."),
    ]


def test_the_first_heading_of_the_first_rank_is_the_headline() -> None:
    assert [
        role for role, _ in roles("# One\n\nProse here.\n\n# Two\n\nMore prose.\n\n## Three\n\nMore.")
    ] == [
        "headline",
        "lede",
        "crosshead",
        "body",
        "crosshead",
        "body",
    ]


def test_what_is_no_prose_is_left_out() -> None:
    assert (
        below(
            "```\ncode here\n```\n\n<style>\nmarkup\n</style>\n\n"
            "<!-- a comment -->\n\n***\n\n[ref]: /x 'title'\n"
        )
        == []
    )


def test_prose_after_a_comment_on_its_line_is_read() -> None:
    assert below("<!-- checked --> The mayor said so.") == [("body", "The mayor said so.")]


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<div>\nThe mayor\nsaid so.\n</div>", [("body", "The mayor\nsaid so.")]),
        (
            '<div class="a > b">\n  <p>He <em>said</em> so.</p>\n  <p>She left.</p>\n</div>',
            [("body", "He said so."), ("body", "She left.")],
        ),
        (
            '<figure>\n<img src="a.png" alt="x">\n<figcaption>The bridge at dawn</figcaption>\n</figure>',
            [("caption", "The bridge at dawn")],
        ),
        ("<blockquote><p>We were<br>not told.</p></blockquote>", [("quote", "We were\nnot told.")]),
        (
            "<ul>\n<li>One road\n<li>Two roads\n</ul>\nAfter it",
            [("list", "One road"), ("list", "Two roads"), ("body", "After it")],
        ),
        ("<table><tr><td>Mill</td><td>40</td></tr></table>", [("table", "Mill"), ("table", "40")]),
        (
            "<h2>No way round</h2>\n<p>It is shut.</p>",
            [("crosshead", "No way round"), ("body", "It is shut.")],
        ),
        (
            "<p>Fish &amp; chips &mdash; 3 < 4 &nosuch; here</p>",
            [("body", "Fish & chips — 3 < 4 &nosuch; here")],
        ),
        ("<p>It was<script>var x = 'a';</script> shut.</p>", [("body", "It was shut.")]),
        ("<!--\nunseen\n--> The mayor said so.", [("body", "The mayor said so.")]),
        ("<p>Seen <!-- unseen --> words</p>", [("body", "Seen  words")]),
        ("> <div>\n> Not told\n> </div>", [("quote", "Not told")]),
        ("<br>\n<hr>", []),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_html_is_read_between_its_tags(
    honest: Callable[[Draft], None], html: str, read: list[tuple[str, str]], line_end: str
) -> None:
    source = (OPENING + html + "\n").replace("\n", line_end)
    assert roles(source)[1:] == read
    honest(MarkdownReader().read("draft.md", source.encode()))


def test_words_of_html_are_where_they_are_written() -> None:
    source = OPENING + '<div id="said">\n  <p>Ana &amp; Bo <b>said</b> so</p>\n</div>\n'
    draft = read(source)
    at = draft.text.index("said")
    assert draft.source_span((at, at + 4)).start == source.index("said</b>")


def test_a_comment_in_html_is_a_remark() -> None:
    draft = read(OPENING + "<div>\n<!-- newslint: ignore[dates] known -->\n<p>On Monday.</p>\n</div>\n")
    (remark,) = draft.remarks
    assert (remark.text, remark.at) == ("newslint: ignore[dates] known", draft.blocks[1].span.start)


@pytest.mark.parametrize(
    "opening", ["<!-- a note", "<script>", "<style type='x'>", "```", "~~~~ text", "<?php"]
)
def test_what_is_never_closed_hides_nothing_silently(opening: str) -> None:
    with pytest.raises(Trouble, match="is never closed") as told:
        read(f"{OPENING}{opening}\n\nThe mayor left.\n")
    assert (told.value.path, told.value.line) == ("draft.md", 3)
    assert told.value.remedy


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The *lower* bridge\nis shut.", "The *lower* bridge\nis shut."),
        ("| Mill *road* | 40 |\n|---|---|", "| Mill *road* | 40 |"),
        ("<p>The lower\nbridge</p>", "<p>The lower\nbridge</p>"),
    ],
)
def test_what_cannot_be_placed_is_read_as_it_stands(
    monkeypatch: pytest.MonkeyPatch, honest: Callable[[Draft], None], source: str, text: str
) -> None:
    """Whatever the parser and the source disagree about, no prose is left out."""

    def disagree(*_: object) -> None:
        raise markdown_inline.UnmappedError

    monkeypatch.setattr(markdown_inline.Content, "of_lines", disagree)
    monkeypatch.setattr(markdown_inline.Content, "of_cell", disagree)
    draft = read(source)
    honest(draft)
    assert draft.text == text


def test_hostile_html_takes_linear_time() -> None:
    for piece in (
        "<!--",
        "<a ",
        "<a '",
        '<a "',
        "<",
        "</div",
        "<div>",
        "<pre>",
        "&amp",
        "<?",
        "<p>x",
        "</p><h2>x",
    ):
        source = f"{OPENING}<div>\n{piece * 40_000}\n</div>\n"
        start = time.process_time()
        read(source)
        assert time.process_time() - start < 5, piece


def test_footnotes_are_notes() -> None:
    assert below("It was.[^1]\n\n[^1]: See the *log*.\n\n[^2]: Word\n") == [
        ("body", "It was."),
        ("note", "See the log."),
        ("note", "Word"),
    ]


def test_captions() -> None:
    assert below("![Dawn](a.png)\n\n*The bridge at dawn.*\n\n*All of this matters.*") == [
        ("caption", "Dawn"),
        ("caption", "The bridge at dawn."),
        ("body", "All of this matters."),
    ]
    assert below("![](a.png)\n*The bridge at dawn.*") == [("caption", "The bridge at dawn.")]


def test_remarks() -> None:
    source = (
        OPENING + "<!-- newslint: ignore[sources] known to the desk -->\nA source said so.\n\n"
        "He left <!-- newslint: off[dates] in a table --> on Monday.\n\n"
        "<!--\n newslint: on[dates]\n-->\n\nThe end.\n"
    )
    draft = read(source)
    assert draft.text.split("\n\n")[1:] == ["A source said so.", "He left  on Monday.", "The end."]
    assert [remark.text for remark in draft.remarks] == [
        "newslint: ignore[sources] known to the desk",
        "newslint: off[dates] in a table",
        "newslint: on[dates]",
    ]
    assert [remark.at for remark in draft.remarks] == [draft.blocks[n].span.start for n in (1, 2, 3)]
    for remark in draft.remarks:
        assert remark.source.cut(source).startswith("<!--")
        assert remark.source.cut(source).endswith("-->")


def test_a_rule_is_no_front_matter() -> None:
    draft = read("---\n\nThe bridge is shut.\n\n---\n")
    assert (draft.text, draft.front) == ("The bridge is shut.", {})


def test_the_parser_is_loaded_when_a_draft_is_read() -> None:
    told = (
        "import sys, newslint.readers.markdown as reader\n"
        "reader.newslint_readers(); print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_reader_registers_itself() -> None:
    from newslint.readers import markdown

    (reader,) = markdown.newslint_readers()
    assert reader.format == "markdown"
    assert ".md" in reader.suffixes
