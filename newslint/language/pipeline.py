"""The one door to spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from newslint.language import bundled, opening
from newslint.language.abilities import Ability
from newslint.language.bundled import BUNDLED, COSTLY
from newslint.language.labels import Entity, entity, relation
from newslint.language.opening import BATCH, BLANK
from newslint.language.parse import Named, Parse, Token
from newslint.model import Span, Trouble

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TOKENS: frozenset[Ability] = frozenset({"tokens"})
RUN = re.compile(r"\S{1,200}")  # what has no space is read in pieces: spaCy's tokenizer is quadratic in it
LONGEST = 1_000_000  # characters of a block that a trained pipeline reads; spaCy's own limit
Runs = list[tuple[int, int]]

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
    """A spaCy pipeline by name or path, opened when first read from. ``newslint`` is our own, ``blank``
    English without a model.

    ``abilities`` and ``version`` of another pipeline need it opened; of those two they do not.
    Raises Trouble, saying what to install, where the pipeline is missing or broken.
    """

    def __init__(self, name: str = BUNDLED) -> None:
        self.name = name
        self._ours: tuple[Language, frozenset[Ability]] | None = None

    @cached_property
    def abilities(self) -> frozenset[Ability]:
        """What its parses can be relied on for, by what its components say they set."""
        if self.name == BLANK:
            return TOKENS
        return bundled.abilities() if self.name == BUNDLED else _abilities(self._whole)

    @cached_property
    def version(self) -> str:
        """What its parses depend on: the versions of spaCy and of the pipeline."""
        spacy = f"spacy {opening.spacy_version()}"
        if self.name == BLANK:
            return f"{BLANK}, {spacy}"
        about = self.about
        return f"{about.get('lang')}_{about.get('name')} {about.get('version')}, {spacy}"

    @property
    def about(self) -> Mapping[str, Any]:
        """Its meta.json, as spaCy has it: name, version, licence, performance; ``blank`` has none."""
        if self.name == BLANK:
            return {
                "description": "English words and signs, and nothing more",
                "license": "MIT",
            }
        return bundled.about() if self.name == BUNDLED else self._whole.meta

    @property
    def folder(self) -> Path:
        """Where it lies, for plain ``spacy.load``. Raises Trouble for ``blank``, which lies nowhere."""
        if self.name == BLANK:
            raise Trouble("the pipeline “blank” has no folder", remedy=f"Name another, such as “{BUNDLED}”.")
        return bundled.PATH if self.name == BUNDLED else Path(self._whole.path)

    @cached_property
    def _whole(self) -> Language:
        return opening.named(self.name)

    @cached_property
    def _words(self) -> Language:
        """What finds words; ours are those of blank English."""
        return opening.blank() if self.name in (BLANK, BUNDLED) else self._whole

    def _opened(self, needs: frozenset[Ability]) -> Language:
        """The pipeline with what is needed. Of our own, which opens quickly, nothing else is loaded."""
        if self.name != BUNDLED:
            return self._whole
        if self._ours is None or not needs <= self._ours[1]:
            wanted = needs | (self._ours[1] if self._ours else frozenset())
            self._ours = opening.bundled(bundled.left_out(wanted)), wanted
        return self._ours[0]

    def read(self, text: str, offset: int = 0, needs: frozenset[Ability] | None = None) -> Parse:
        """One block's text as a Parse; ``read_all`` says how."""
        return self.read_all([(text, offset)], needs)[0]

    def read_all(
        self, texts: Sequence[tuple[str, int]], needs: frozenset[Ability] | None = None
    ) -> tuple[Parse, ...]:
        """Blocks, each read alone, as Parses in the same order.

        White space of any kind and length is read as one space, and is no token.

        Args:
            texts: each block's text, and the offset of its start in the draft, by which spans are shifted.
            needs: what the parses must be able to do, None for all that the pipeline gives; trees and names
                are left out where they are not needed.

        Raises:
            Trouble: where the pipeline fails on a text, or a trained one is given over a million characters.
        """
        gives = self._given(needs)
        runs = [_runs(text) for text, _ in texts]
        flat = [
            " ".join(text[start:end] for start, end in run)
            for run, (text, _) in zip(runs, texts, strict=True)
        ]
        docs = map(self._words.make_doc, flat) if gives == TOKENS else self._docs(flat, gives)
        return tuple(
            Parse(_frozen(doc, run, offset, gives), gives, _names(doc), doc)
            for doc, run, (_, offset) in zip(docs, runs, texts, strict=True)
        )

    def thawed(self, text: str, gives: frozenset[Ability], frozen: bytes) -> Parse:
        """A block that ``frozen`` gave, as it stands at offset 0, with nothing read again.

        Raises ValueError, or whatever spaCy does, where the bytes are of no document of that text.
        """
        doc = opening.document(self._words.vocab, frozen)
        runs = _runs(text)
        if doc.text != " ".join(text[start:end] for start, end in runs):
            raise ValueError("this is another text")
        return Parse(_frozen(doc, runs, 0, gives), gives, _names(doc), doc)

    def _given(self, needs: frozenset[Ability] | None) -> frozenset[Ability]:
        """What a parse for these needs is able to do: what takes no time is given unasked."""
        if needs is None:
            return self.abilities
        return TOKENS if needs <= TOKENS else self.abilities - (COSTLY - needs)

    def _docs(self, texts: Sequence[str], gives: frozenset[Ability]) -> Iterator[Doc]:
        for text in texts:
            if len(text) > LONGEST:
                raise Trouble(
                    f"a paragraph of {len(text):,} characters is too long for the pipeline “{self.name}”",
                    remedy=f"Break it into paragraphs, or use the pipeline “{BLANK}”.",
                )
        nlp = self._opened(gives)
        from newslint.language.ops import one_thread

        try:
            with one_thread():
                yield from nlp.pipe(texts, batch_size=BATCH, disable=_idle(nlp, gives))
        except Exception as error:  # a pipeline is somebody else's program
            raise Trouble(
                f"the pipeline “{self.name}” failed on a paragraph: {opening.told(error)}",
                remedy="Install it anew, or choose another pipeline.",
            ) from error


def frozen(parse: Parse) -> bytes:
    """What ``Pipeline.thawed`` makes the same parse of, wherever it stood."""
    doc = cast("Doc", parse._doc)
    data: bytes = doc.to_bytes(exclude=["tensor", "user_data"])  # nothing of ours looks at them
    return data


def _runs(text: str) -> Runs:
    """Where the stretches without white space begin and end."""
    return [match.span() for match in RUN.finditer(text)]


def _gives(nlp: Language, name: str) -> frozenset[Ability]:
    """What one component makes a pipeline able to do."""
    meta = nlp.get_pipe_meta(name)
    found = {ability for attribute in meta.assigns for ability in GIVES.get(attribute, ())}
    if meta.factory == "attribute_ruler":  # it may set anything, and says nothing; Explosion's sets these
        found |= {"tags", "morph"}
    return frozenset(found)


def _abilities(nlp: Language) -> frozenset[Ability]:
    return TOKENS.union(*(_gives(nlp, name) for name in nlp.pipe_names))


def _idle(nlp: Language, needs: frozenset[Ability]) -> list[str]:
    """The components that give nothing needed, of those that are costly."""
    given = {name: _gives(nlp, name) for name in nlp.pipe_names}
    return [name for name, gives in given.items() if gives and gives <= COSTLY and not gives & needs]


def _frozen(doc: Doc, runs: Runs, offset: int, abilities: frozenset[Ability]) -> tuple[Token, ...]:
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
    return tuple(tokens)


def _names(doc: Doc) -> tuple[Named, ...]:
    return tuple(
        Named(found.start, found.end, cast(Entity, kind))
        for found in doc.ents
        if (kind := entity(found.label_))
    )
