"""Config: what newslint.toml and [tool.newslint] say, and what of it holds for a draft.

A draft is under every config file from the root of its repository (or the home folder) down to its own
folder. They are read as layers, the nearest last: of a single value (``pipeline``, ``exclude``…) the
nearest that gives it wins; of rules, the nearest that says something as closely (by name, by family) wins,
so that a folder can change one rule and leave the rest. Within a file ``[[paths]]`` entries come after the
file's own keys, in their order.
"""

from newslint.config.chain import Config, Effective, load_config
from newslint.config.file import FILE_NAME, Level

__all__ = ["FILE_NAME", "Config", "Effective", "Level", "load_config"]
