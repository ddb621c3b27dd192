"""A desk that keeps what its pipelines read, for later runs."""

from __future__ import annotations

import os

from newslint.desk import Desk
from newslint.kept.readings import Readings
from newslint.language.pipeline import Pipeline
from newslint.proofs import Copy, Proof


class KeepingDesk(Desk):
    """A desk whose pipelines keep what they read of drafts that are files."""

    def open(self, name: str) -> Pipeline:
        return Readings(name)

    def prove(self, copy: Copy) -> Proof:
        pipeline = self.pipeline(self.config.effective(copy.path))
        if not isinstance(pipeline, Readings):
            return super().prove(copy)
        pipeline.turn(os.path.abspath(copy.path) if copy.stored else None)
        proof = super().prove(copy)
        pipeline.keep([block.span.cut(proof.draft.text) for block in proof.draft.blocks])
        return proof
