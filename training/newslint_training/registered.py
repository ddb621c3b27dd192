"""What ``spacy train --code`` needs to know: the reader, and the fast products."""

from __future__ import annotations

import newslint_training.corpus  # registers the reader
from newslint_training.fast import use_openblas

use_openblas()
__all__ = ["newslint_training"]
