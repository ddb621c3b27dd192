"""Whatever is written: every piece of a draft is where it says, and no word of the prose is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.model import Draft, Trouble
from newslint.readers.markdown import MarkdownReader
from newslint.readers.plain import PlainReader

Honest = Callable[[Draft], None]
EXAMPLES = 100
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
# Nothing here means anything in Markdown, or begins a label; astral letters and combining marks do occur.
WORDS = st.text(st.sampled_from("abcdexyzABCÄéßñ𝔄𐍈한字“”‘’"), min_size=1, max_size=9).filter(
    lambda word: any(letter.isalpha() for letter in word)
)
ANYTHING = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200)
SIGNS = list("ab .,!?\n\n\r\t*_`[]()<>#-+=|~\\&;:\"'^1\u00a0\u2028𝔄é")
MARKDOWN_NOISE = st.lists(
    st.sampled_from(
        [
            *SIGNS,
            "&amp;",
            "&#10;",
            "<!--",
            "-->",
            "newslint: ",
            "\n- ",
            "\n> ",
            "\n---\n",
            "<br>",
            "](x)",
            "\n<div>",
            "</div>",
            "<p class='a'>",
            "</p>\n\n",
            "<li>",
            "<pre>",
            "</pre>",
            "<h2>",
            "&nbsp;",
        ]
    ),
    max_size=100,
).map("".join)


def read(reader: PlainReader | MarkdownReader, source: str) -> Draft | None:
    try:
        return reader.read("draft", source.encode())
    except Trouble:
        return None


@settings(max_examples=EXAMPLES, deadline=None)
@given(ANYTHING | MARKDOWN_NOISE)
def test_any_plain_text_is_read_honestly(honest: Honest, source: str) -> None:
    if draft := read(PlainReader(), source):
        honest(draft)


@settings(max_examples=EXAMPLES, deadline=None)
@given(MARKDOWN_NOISE | ANYTHING)
def test_any_markdown_is_read_honestly(honest: Honest, source: str) -> None:
    if draft := read(MarkdownReader(), source):
        honest(draft)


def phrases() -> st.SearchStrategy[str]:
    return st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


def inline() -> st.SearchStrategy[str]:
    phrase = phrases()
    simple = st.one_of(
        phrase,
        phrase.map("*{}*".format),
        phrase.map("**{}**".format),
        phrase.map("***{}***".format),
        phrase.map("_{}_".format),
        phrase.map("~~{}~~".format),
        phrase.map("`{}`".format),
        phrase.map("`` {} ``".format),
        phrase.map('[{}](https://example.org/a_b "Title of it")'.format),
        phrase.map("[{}](<https://example.org/with space>)".format),
        phrase.map("[{}][ref]".format),
        phrase.map("*{} [link](x) with **more***".format),
        st.sampled_from(
            ["\\*", "\\[", "&amp;", "&mdash;", "&#8217;", "&#x1D504;", "&nbsp;", "\\\\", "3 * 4", "a_b_c"]
        ),
        st.sampled_from(["<b>bold</b>", "<!-- a comment -->", "<https://example.org>", "word[^1]", "[sic]"]),
    )
    return st.lists(simple, min_size=1, max_size=6).map(" ".join)


@st.composite
def block(draw: st.DrawFn) -> str:
    lines = draw(st.lists(inline(), min_size=1, max_size=4))
    kind = draw(
        st.sampled_from(
            ["paragraph", "hard", "heading", "quote", "list", "nested", "setext", "table", "indented", "html"]
        )
    )
    one = " ".join(lines)
    if kind == "hard":
        return draw(st.sampled_from(["  \n", "\\\n", "<br>\n", " \n   "])).join(lines)
    if kind == "heading":
        return "#" * draw(st.integers(1, 6)) + " " + one + draw(st.sampled_from(["", " #", " ###  "]))
    if kind == "quote":
        return "\n".join(draw(st.sampled_from(["> ", ">", "  > "])) + line for line in lines)
    if kind == "list":
        mark = draw(st.sampled_from(["- ", "* ", "1. ", "-   "]))
        return "\n".join(mark + line for line in lines)
    if kind == "nested":
        return "- " + "\n  > ".join(["outer words", *lines])
    if kind == "setext":
        return "\n".join(lines) + "\n" + draw(st.sampled_from(["===", "---"]))
    if kind == "table":
        cells = [line.replace("|", "\\|") for line in lines]
        row = "| " + " | ".join(cells) + " |"
        return "\n".join([row, "|" + "---|" * len(cells), row, row.strip("| ")]) if len(cells) > 1 else row
    if kind == "html":
        opening, end = draw(
            st.sampled_from([("<div>\n", "\n</div>"), ("<p>", "</p>"), ("<ul><li>", "</ul>")])
        )
        return opening + draw(st.sampled_from(["\n", "<br>\n", "</p>\n<p>"])).join(lines) + end
    if kind == "indented":
        return "    " + "\n".join(lines)
    return "\n".join(lines)


UNSEEN = re.compile(
    r"<!--.*?-->|</?(?:b|div|p|ul|li)>|\(https?:[^)\s]*[^)]*\)|\(<[^>]*>\)|\]\[ref\]|&\w+;|&#\w+;|<br>|\(x\)|\[\^1\]"
)
LETTERS = re.compile(r"[^\W\d_]+")


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(block(), min_size=1, max_size=5), LINE_ENDS, st.booleans())
def test_no_word_of_markdown_is_lost(honest: Honest, blocks: list[str], line_end: str, bom: bool) -> None:
    source = "Opening words.\n\n" + "\n\n".join(blocks) + "\n\n[ref]: https://example.org\n"
    data = ("\ufeff" if bom else "") + source.replace("\n", line_end)
    draft = MarkdownReader().read("draft.md", data.encode())
    honest(draft)
    written = LETTERS.findall(UNSEEN.sub(" ", source.replace("[ref]: https://example.org", "")))
    assert not Counter(written) - Counter(LETTERS.findall(draft.text))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(block(), min_size=1, max_size=4), LINE_ENDS)
def test_line_ends_do_not_change_the_text(blocks: list[str], line_end: str) -> None:
    source = "Opening words.\n\n" + "\n\n".join(blocks)
    for reader in (MarkdownReader(), PlainReader()):
        here = reader.read("draft", source.encode())
        there = reader.read("draft", source.replace("\n", line_end).encode())
        assert there.text == here.text
        assert [block.role for block in there.blocks] == [block.role for block in here.blocks]
        for block_here, block_there in zip(here.blocks, there.blocks, strict=True):
            assert here.locate(block_here.span)[0][:2] == there.locate(block_there.span)[0][:2]


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.lists(phrases(), min_size=1, max_size=4), min_size=1, max_size=6), LINE_ENDS)
def test_no_word_of_plain_text_is_lost(honest: Honest, stanzas: list[list[str]], line_end: str) -> None:
    source = "\n\n".join("\n".join(lines) for lines in stanzas).replace("\n", line_end)
    draft = PlainReader().read("draft.txt", source.encode())
    honest(draft)
    assert draft.text.split() == source.split()


@settings(max_examples=EXAMPLES, deadline=None)
@given(ANYTHING, st.integers(0, 400), st.integers(0, 40))
def test_places_come_back(source: str, start: int, length: int) -> None:
    draft = read(PlainReader(), "Some words\r\n" + source)
    if draft:
        end = min(start + length, len(draft.text))
        first, last = draft.locate((min(start, end), end))
        assert 0 <= first.offset <= last.offset <= len(draft.source)
        for place in (first, last):
            lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", draft.source)
            assert sum(map(len, lines[: place.line - 1])) + place.column - 1 == place.offset
