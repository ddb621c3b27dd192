"""Which passage is the headline, the byline, the lede: shared by formats that leave it to the eye."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.late import late
from newslint.model import Role
from newslint.readers.openings import dateline_end, is_byline, is_dateline, label, shown_role
from newslint.readers.passages import Comment, Item, Passage
from newslint.readers.words import NO_FORENAMES, SMALL_WORDS

FINAL_STOP = late(r"[.…。]['’\")\]”»]*$")
FINAL_MARK = late(r"[.…。!?:;,]['’\")\]”»]*$|[—–-]$")
WORD = late(r"[^\W_][\w'’.\-]*")
HEADLINE_WORDS = range(2, 26)
LONGEST_HEADLINE = 180
# A first passage with a stop may still be a headline up to here.
SENTENCE_HEADLINE = range(3, 16)
FULL_NAME = late(r"\b([A-Z][a-zà-ÿ]+) (?:[A-Z]\. )?(?=([A-Z][\w-]+))")
ROOT = 5  # letters of a word that stay when it is inflected
LEDE_LENGTH = 400
DECK_WORDS = range(3, 46)
CROSSHEAD_WORDS = range(1, 9)
LONGEST_CROSSHEAD = 64
LABEL_IN_CAPITALS = late(r"[A-Z][A-Z’' ]{2,30}[.:]?")
SLUG = late(r"[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+){1,8}(?:\.\w{2,5})?")


def give_roles(items: Sequence[Item]) -> list[Item]:
    """The items, each passage with its role; a dateline before the lede becomes a passage of its own."""
    shown = [_labelled(item) if isinstance(item, Passage) else item for item in items]
    head, rest = _read_head(shown, headed=any(isinstance(i, Passage) and i.role == "headline" for i in shown))
    return head + _read_body(rest)


def _labelled(passage: Passage) -> Passage:
    """What a passage says of itself, by a label (which is not part of it) or by its form."""
    if passage.role:
        return passage
    if found := label(passage.text):
        role, end = found
        if passage.text[end:].strip():
            return passage.split(end)[1].as_role(role)
    role_shown = shown_role(passage.text)
    return passage.as_role(role_shown) if role_shown else passage


def _read_head(items: list[Item], *, headed: bool) -> tuple[list[Item], list[Item]]:
    """What stands above the story and the lede itself, with roles; and the items that are left."""
    head: list[Item] = []
    before: Role | None = None
    above = ""
    for i, item in enumerate(items):
        if isinstance(item, Comment) or item.role:
            head.append(item)
            if isinstance(item, Passage):
                if item.role in ("lede", "body"):
                    return head, items[i + 1 :]
                before, above = item.role, item.text
            continue
        text, following = item.text.strip(), _unread(items, i + 1)
        end = dateline_end(text)
        if end:
            dateline, lede = item.split(end + len(item.text) - len(item.text.lstrip()))
            return [*head, dateline.as_role("dateline"), lede.as_role("lede")], items[i + 1 :]
        role = _role_in_head(text, following, headed, before, above)
        head.append(item.as_role(role))
        if role == "lede":
            return head, items[i + 1 :]
        headed = headed or role == "headline"
        before, above = role, text
    return head, []


def _role_in_head(text: str, following: list[str], headed: bool, before: Role | None, above: str) -> Role:
    if is_dateline(text):
        return "dateline"
    if is_byline(text, signed=before in ("headline", "deck")):
        return "byline"
    if before is None and SLUG.fullmatch(text) and following:
        return "slug"
    if not headed and is_headline(text, following):
        return "headline"
    if before == "headline" and is_deck(text, following, above):
        return "deck"
    if LABEL_IN_CAPITALS.fullmatch(text) and following:
        return "crosshead"
    return "lede"


def _read_body(items: list[Item]) -> list[Item]:
    read: list[Item] = []
    for i, item in enumerate(items):
        if isinstance(item, Passage) and not item.role:
            role: Role = "crosshead" if is_crosshead(item.text, _unread(items, i + 1)) else "body"
            item = item.as_role(role)
        read.append(item)
    return read


def _unread(items: list[Item], start: int) -> list[str]:
    """The texts of the next few passages without a role of their own."""
    texts: list[str] = []
    for item in items[start : start + 8]:
        if isinstance(item, Passage) and not item.role:
            texts.append(item.text.strip())
            if len(texts) == 2:
                break
    return texts


def is_headline(text: str, following: list[str]) -> bool:
    """Whether the first passage of a draft is its headline: short, without a stop, and followed by a story.

    One with a full stop is known by its capitals, by the byline, dateline or label below it, or by a story
    that says the same again, or gives the full name of those it names.
    """
    words = WORD.findall(text)
    if len(words) not in HEADLINE_WORDS or len(text) > LONGEST_HEADLINE or not following:
        return False
    if text.count("\n") > 1:
        return False
    below = next((one for one in following if not is_byline(one)), "")
    if text.endswith((":", ",")) or (len(below) < len(text) and not FINAL_STOP.search(below)):
        return False
    if not FINAL_MARK.search(text) or in_title_case(words) or _opens_story(following[0]):
        return True
    if len(words) not in SENTENCE_HEADLINE:
        return False
    labelled = bool(LABEL_IN_CAPITALS.fullmatch(following[0]))
    return labelled or not FINAL_STOP.search(text) or _named_below(text, below) or _told_again(words, below)


def _told_again(words: list[str], below: str) -> bool:
    """Whether the next paragraph begins by saying the same in more words, as ledes do with headlines."""
    weighty = {word.lower()[:ROOT] for word in words if word.lower() not in SMALL_WORDS and len(word) > 2}
    again = {word.lower()[:ROOT] for word in WORD.findall(below[:LEDE_LENGTH])}
    return len(weighty) >= 4 and len(weighty & again) >= 0.6 * len(weighty)


def _named_below(text: str, below: str) -> bool:
    """Whether somebody has a surname here and the full name only below: the story proper begins there."""
    words = [word.removesuffix("’s").removesuffix("'s") for word in WORD.findall(text)]
    bare = {
        word
        for i, word in enumerate(words)
        if word[0].isupper()
        and not any(near[0].isupper() for near in words[max(i - 1, 0) : i] + words[i + 1 : i + 2])
    }
    return any(name in bare and first not in NO_FORENAMES for first, name in FULL_NAME.findall(below[:600]))


def _opens_story(text: str) -> bool:
    return bool(is_byline(text) or is_dateline(text) or dateline_end(text))


def in_title_case(words: list[str]) -> bool:
    """Whether Words Are Written Like This, as in American headlines."""
    weighty = [word for word in words[1:] if word.lower() not in SMALL_WORDS]
    return len(weighty) >= 3 and sum(not word[0].islower() for word in weighty) >= 0.85 * len(weighty)


def is_deck(text: str, following: list[str], above: str = "") -> bool:
    """Whether what stands below a headline is no story yet; archives end the headline with a semicolon."""
    if not following or len(WORD.findall(text)) not in DECK_WORDS:
        return False
    return above.endswith(";") or _opens_story(following[0]) or not FINAL_MARK.search(text)


def is_crosshead(text: str, following: list[str]) -> bool:
    """Whether a passage inside the story is a heading: a few words, no final mark, and prose below it."""
    text = text.strip()
    if len(text) > LONGEST_CROSSHEAD or "\n" in text or not following:
        return False
    if LABEL_IN_CAPITALS.fullmatch(text):
        return True
    if len(WORD.findall(text)) not in CROSSHEAD_WORDS or FINAL_MARK.search(text) or text[0].islower():
        return False
    return bool(FINAL_STOP.search(following[0])) and len(following[0]) > len(text)
