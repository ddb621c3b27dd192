"""The one door to spaCy."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.language.abilities import Ability
from newslint.language.labels import entity, relation
from newslint.language.parse import Parse, Token
from newslint.model import Span, Trouble

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BLANK = "blank"
TOKENS: frozenset[Ability] = frozenset({"tokens"})
RUN = re.compile(r"\S{1,200}")  # what has no space is read in pieces: spaCy's tokenizer is quadratic in it
LONGEST = 1_000_000  # characters of a block that a trained pipeline reads; spaCy's own limit

# What a component says it sets, and what that makes the pipeline able to do.
GIVES: dict[str, tuple[Ability, ...]] = {
    "token.tag": ("tags",),
    "token.pos": ("tags",),
    "token.morph": ("morph",),
    "token.lemma": ("lemmas",),
    "token.dep": ("parse",),
    "doc.ents": ("entities",),
}


class Pipeline:
    """A spaCy pipeline by name or path, opened when first read from. ``blank`` is English without a model.

    ``abilities`` and ``version`` of a named pipeline need it opened; of ``blank`` they do not.
    Raises Trouble, saying what to install, where the pipeline is missing or broken.
    """

    def __init__(self, name: str = BLANK) -> None:
        self.name = name

    @cached_property
    def abilities(self) -> frozenset[Ability]:
        """What its parses can be relied on for, by what its components say they set."""
        return TOKENS if self.name == BLANK else _abilities(self._nlp)

    @cached_property
    def version(self) -> str:
        """What its parses depend on: the versions of spaCy and of the pipeline."""
        spacy = f"spacy {_spacy_version()}"
        if self.name == BLANK:
            return f"{BLANK}, {spacy}"
        meta = self._nlp.meta
        return f"{meta.get('lang')}_{meta.get('name')} {meta.get('version')}, {spacy}"

    @cached_property
    def _nlp(self) -> Language:
        return _blank() if self.name == BLANK else _open(self.name)

    def read(self, text: str, offset: int = 0) -> Parse:
        """One block's text as a Parse; spans are shifted by ``offset``, the block's start in the draft.

        White space of any kind and length is read as one space, and is no token. Raises Trouble where the
        pipeline fails on the text, or a trained one is given over a million characters.
        """
        runs = [match.span() for match in RUN.finditer(text)]
        flat = " ".join(text[start:end] for start, end in runs)
        if self.name == BLANK:
            return Parse(*_frozen(self._nlp.make_doc(flat), runs, offset, self.abilities))
        if len(flat) > LONGEST:
            raise Trouble(
                f"a paragraph of {len(flat):,} characters is too long for the pipeline “{self.name}”",
                remedy="Break it into paragraphs, or use the blank pipeline.",
            )
        nlp = self._nlp
        try:
            doc = nlp(flat)
        except Exception as error:  # a pipeline is somebody else's program
            raise Trouble(
                f"the pipeline “{self.name}” failed on a paragraph: {_told(error)}",
                remedy="Install it anew, or choose another pipeline.",
            ) from error
        return Parse(*_frozen(doc, runs, offset, self.abilities))


def _blank() -> Language:
    import spacy

    nlp = spacy.blank("en")
    nlp.max_length = 2**40  # spaCy's limit guards the memory of parsers; there is none here
    return nlp


def _open(name: str) -> Language:
    import spacy
    from spacy.util import is_package

    by_path = "/" in name or "\\" in name or Path(name).is_dir()
    if not by_path and not is_package(name):
        raise Trouble(f"the pipeline “{name}” is not installed", remedy=_how_to_install(name))
    if by_path and not Path(name).is_dir():
        raise Trouble(
            f"there is no pipeline at “{name}”",
            remedy="Give the folder that holds its config.cfg and meta.json.",
        )
    try:
        nlp = spacy.load(Path(name) if by_path else name)
    except Exception as error:  # whatever a broken pipeline raises: OSError, ConfigValidationError, KeyError…
        raise Trouble(
            f"the pipeline “{name}” cannot be opened: {_told(error)}", remedy=_how_to_mend(name)
        ) from error
    if nlp.lang not in ("en", "xx"):
        raise Trouble(
            f"the pipeline “{name}” reads “{nlp.lang}”, not English", remedy="Choose an English pipeline."
        )
    return nlp


def _how_to_install(name: str) -> str:
    if name.startswith("en_core_web_"):  # Explosion's are not on the package index
        return f"Install it with “python -m spacy download {name}”, or use “blank”."
    package = name.replace("_", "-")
    return f"Install it with “pip install {package}” or from the file its makers publish, or use “blank”."


def _how_to_mend(name: str) -> str:
    made_for = ".".join(_spacy_version().split(".")[:2])
    return f"Install a version of “{name}” that was made for spaCy {made_for}, or use “blank”."


def _spacy_version() -> str:
    """From the package's metadata: importing spaCy takes half a second."""
    from importlib.metadata import version

    return version("spacy")


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _abilities(nlp: Language) -> frozenset[Ability]:
    found: set[Ability] = {"tokens"}
    for name in nlp.pipe_names:
        meta = nlp.get_pipe_meta(name)
        for attribute in meta.assigns:
            found.update(GIVES.get(attribute, ()))
        if meta.factory == "attribute_ruler":  # it may set anything, and says nothing; Explosion's sets these
            found.update(("tags", "morph"))
    return frozenset(found)


def _frozen(
    doc: Doc, runs: list[tuple[int, int]], offset: int, abilities: frozenset[Ability]
) -> tuple[tuple[Token, ...], frozenset[Ability], Doc]:
    """The tokens with their places in the text as it was before its white space was flattened."""
    tokens: list[Token] = []
    run, flat = 0, 0  # the run of non-space that the token stands in, and where that begins in the flat text
    rich, parsed = abilities != TOKENS, "parse" in abilities
    for token in doc:
        while token.idx >= flat + runs[run][1] - runs[run][0]:
            flat += runs[run][1] - runs[run][0] + 1
            run += 1
        start = offset + runs[run][0] + token.idx - flat
        span = Span(start, start + len(token))
        if not rich:
            tokens.append(Token(span, token.text))
            continue
        tokens.append(
            Token(
                span,
                token.text,
                token.lemma_,
                token.pos_,
                token.tag_,
                str(token.morph),
                relation(token.dep_) if parsed else "",
                token.head.i if parsed else -1,
                entity(token.ent_type_),
            )
        )
    return tuple(tokens), abilities, doc
