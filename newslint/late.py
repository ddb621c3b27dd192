"""Regular expressions that are compiled when they are first used.

newslint has hundreds, of which one draft needs a few dozen; compiling the others is a tenth of a cold run.
"""

from __future__ import annotations

import re
from typing import Any, cast

METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Late:
    """Stands for a compiled expression, and has its methods from the first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # asked only for what is not there yet
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update({method: getattr(compiled, method) for method in METHODS})
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives; a mistake in the expression shows when it is first used."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
