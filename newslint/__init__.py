"""newslint, the editorial linter for newsrooms.

``newslint.check(text_or_path, date=…)`` is the Python entry; everything else is reached through its module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.version import VERSION

if TYPE_CHECKING:
    from newslint.run import check as check

__version__ = VERSION
__all__ = ["__version__", "check"]


def __getattr__(name: str) -> object:
    # Lazy, so that `newslint --version` and plugins that only need the values of model/ import nothing heavy.
    if name == "check":
        from newslint.run import check

        return check
    raise AttributeError(f"module 'newslint' has no attribute {name!r}")
