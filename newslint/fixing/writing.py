"""A fixed source back in its file: its encoding, byte order mark and line ends as they were."""

from __future__ import annotations

import codecs
import os
import stat

from newslint.model import Draft, Trouble
from newslint.whole import Changed, write_whole

MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def spelt(draft: Draft, data: bytes, source: str) -> bytes:
    """``source`` in the encoding of the ``data`` that the draft was read from, and under its byte order mark.

    Raises Trouble where the format is none that can be written so, or the encoding lacks a character.
    """
    try:
        body = draft.source.encode(draft.encoding)
    except (UnicodeEncodeError, LookupError):
        body = b"\0"
    mark = data[: len(data) - len(body)]
    if mark + body != data or mark not in MARKS:
        raise Trouble(
            f"newslint cannot write {draft.format} files back as they were",
            path=draft.path,
            remedy="Make the changes by hand",
        )
    try:
        return mark + source.encode(draft.encoding)
    except UnicodeEncodeError as error:
        raise Trouble(
            f"a fix needs “{source[error.start]}”, which {draft.encoding} does not have; nothing was changed",
            path=draft.path,
            remedy="Save the draft as UTF-8",
        ) from error


def put_back(path: str, old: bytes, new: bytes) -> None:
    """Put ``new`` in the file of a draft, whole or not at all, provided it still holds ``old``.

    A link is followed; the file keeps its permissions. Raises Trouble where it has changed or gone since it
    was read, is read-only, or cannot be written.
    """
    target = os.path.realpath(path)
    changed = Trouble(
        "changed while it was being read, and was left as it is", path=path, remedy="Run newslint again"
    )
    try:
        # Whoever may write anything (root) still respects a file that says it is not to be written on.
        if not stat.S_IMODE(os.stat(target).st_mode) & 0o222 or not os.access(target, os.W_OK):
            raise Trouble("is read-only, and was left as it is", path=path, remedy="Allow it to be written")
        write_whole(target, new, over=old)
    except (FileNotFoundError, Changed) as error:
        raise changed from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Trouble(
            f"cannot be written: {reason}", path=path, remedy="Check the folder's permissions"
        ) from error
