"""The book of rules, kept between runs.

Reading and checking sixty rule files takes longer than reading a draft, and gives the same book until one
of them, newslint or a plugin changes. So a book without a mistake in it is put on a shelf: a folder of the
user's own (``NEWSLINT_CACHE_DIR``, else the system's place for caches), never the repository of drafts,
whose files are not to be trusted. Where nothing can be kept, the rules are read each time.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newslint.model import Trouble
from newslint.rulebook.book import Book, files_of, read_packs, shown_as
from newslint.rulebook.check import Check
from newslint.rulebook.pack import Pack
from newslint.rulebook.verbs import Verbs
from newslint.version import VERSION
from newslint.whole import write_whole

MOST = 8  # books kept; the one longest unused goes first
PACKAGE = Path(__file__).parent


def open_book(packs: Iterable[Pack], verbs: Verbs) -> tuple[Book, tuple[Trouble, ...]]:
    """What ``read_packs`` gives, from the shelf where that very book stands there."""
    packs = tuple(packs)
    place = shelf() / f"{_mark(packs, verbs)}.book"
    book = _taken(place)
    if book is not None:
        return book, ()
    book, troubles = read_packs(packs, verbs)
    if not troubles:
        _put(book, place)
    return book, troubles


def shelf() -> Path:
    """The folder that books are kept in, whether or not it is there."""
    if named := os.environ.get("NEWSLINT_CACHE_DIR"):
        return Path(named) / "books"
    from platformdirs import user_cache_path

    return user_cache_path("newslint", appauthor=False) / "books"


def _mark(packs: Iterable[Pack], verbs: Verbs) -> str:
    """What tells one book from another: the rules' texts and where they are, and the programs that read
    them."""
    digest = blake2b(f"{VERSION} {sys.version} {PACKAGE}".encode(), digest_size=20)
    for program in sorted({*_programs(), *(_module(check) for check in verbs.values())}):
        digest.update(f"\0{program} {_stamp(program)}".encode())
    for pack in packs:
        digest.update(f"\0{pack.name}".encode())
        files, overlooked = files_of(pack)
        digest.update("".join(f"\0{trouble}" for trouble in overlooked).encode())
        for file in files:
            try:
                text = file.read_bytes()
            except OSError:
                text = b"\0"  # read_packs will say what is wrong with it, and its book is not kept
            digest.update(f"\0{file}\0{shown_as(file)}\0{len(text)}\0".encode() + text)
    return digest.hexdigest()


def _programs() -> Iterator[str]:
    """The modules that say what a rule is. Only where newslint is worked on do they change without its
    version."""
    for room in ("model", "rulebook"):
        with os.scandir(PACKAGE / room) as entries:
            yield from (entry.path for entry in entries if entry.name.endswith(".py"))


def _module(check: type[Check[Any]]) -> str:
    return str(getattr(sys.modules.get(check.__module__), "__file__", "") or "")


def _stamp(file: str) -> int:
    try:
        return os.stat(file).st_mtime_ns
    except OSError:
        return 0


def _taken(place: Path) -> Book | None:
    """The book that stands there; None without one, or where it is somebody else's or cannot be read."""
    try:
        with place.open("rb") as file:
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            book = pickle.load(file)
        os.utime(place)
    except Exception:  # whatever half a file, or one of another make, brings about: the rules are read anew
        return None
    return book if isinstance(book, Book) else None


def _put(book: Book, place: Path) -> None:
    try:
        data = pickle.dumps(book, pickle.HIGHEST_PROTOCOL)
    except (pickle.PicklingError, AttributeError, TypeError):  # a plugin's check is no class of a module
        return
    with suppress(OSError):  # a full disk, or one that is not to be written on
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(place, data)
        books = sorted(place.parent.glob("*.book"), key=lambda book: book.stat().st_mtime, reverse=True)
        for old in books[MOST:]:
            old.unlink(missing_ok=True)
