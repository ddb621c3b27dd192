"""Opening spaCy pipelines: ours, an installed one, a folder; what is wrong told with what to install."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.language.bundled import BUNDLED, PATH
from newslint.model import Trouble

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

BLANK = "blank"
BATCH = 8  # blocks at a time: larger batches take gigabytes and no less time


def blank() -> Language:
    """English words and signs, without a model."""
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 2**40  # spaCy's limit guards the memory of parsers; there is none here
    return nlp


def bundled(without: Sequence[str] = ()) -> Language:
    """newslint's own pipeline, without some of its components."""
    # Its tokenizer is that of blank English, which is there already: reading it in takes half the time.
    return _load(BUNDLED, PATH, (*without, "tokenizer"))


def named(name: str) -> Language:
    """The pipeline of that name, or in that folder. Raises Trouble where it is missing, broken or reads
    another language."""
    from spacy.util import is_package

    by_path = _is_path(name)
    if not by_path and not is_package(name):
        raise Trouble(f"the pipeline “{name}” is not installed", remedy=_how_to_install(name))
    if by_path and not Path(name).is_dir():
        raise Trouble(
            f"there is no pipeline at “{name}”",
            remedy="Give the folder that holds its config.cfg and meta.json.",
        )
    nlp = _load(name, Path(name) if by_path else name)
    if nlp.lang not in ("en", "xx"):
        raise Trouble(
            f"the pipeline “{name}” reads “{nlp.lang}”, not English", remedy="Choose an English pipeline."
        )
    return nlp


def document(vocab: Vocab, data: bytes) -> Doc:
    """The document that was written as ``data``."""
    from spacy.tokens import Doc

    return Doc(vocab).from_bytes(data)


def place(name: str) -> Path | None:
    """The folder of the pipeline of that name, or in that folder, found without spaCy; None without one."""
    if _is_path(name):
        return Path(name)
    from importlib.util import find_spec

    try:
        found = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(found.origin).parent if found and found.origin else None


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or Path(name).is_dir()


def spacy_version() -> str:
    """From the package's metadata: importing spaCy takes half a second."""
    from importlib.metadata import version

    return version("spacy")


def told(error: Exception) -> str:
    """What an exception says, on one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__


def _load(name: str, place: str | Path, without: Sequence[str] = ()) -> Language:
    import spacy

    from newslint.language.ops import use_numpy

    try:
        nlp = spacy.load(place, exclude=list(without))
    except Exception as error:  # whatever a broken pipeline raises: OSError, ConfigValidationError, KeyError…
        raise Trouble(
            f"the pipeline “{name}” cannot be opened: {told(error)}", remedy=_how_to_mend(name)
        ) from error
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)  # a lemmatizer has the attribute, and no model
        if model:
            use_numpy(model)
    return nlp


def _how_to_install(name: str) -> str:
    if name.startswith("en_core_web_"):  # Explosion's are not on the package index
        return f"Install it with “python -m spacy download {name}”, or use “{BUNDLED}”."
    package = name.replace("_", "-")
    return f"Install it with “pip install {package}” or from the file its makers publish, or use “{BUNDLED}”."


def _how_to_mend(name: str) -> str:
    if name == BUNDLED:
        return f"Install newslint anew, or use “{BLANK}”."
    made_for = ".".join(spacy_version().split(".")[:2])
    return f"Install a version of “{name}” that was made for spaCy {made_for}, or use “{BUNDLED}”."
