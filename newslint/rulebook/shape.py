"""The shape of what editors write: which keys a mapping may hold, of what type, within what bounds.

Shapes are plain frozen dataclasses, so that rules read before can be taken up again without the validator;
``fit`` holds what was read against them, with pydantic, and tells mistakes at their place.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from newslint.rulebook.mistakes import Loc, Placed, explain, named

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: object) -> Callable[[type], type]:
        return lambda shape: shape


S = TypeVar("S")


def key(default: Any = MISSING, *, description: str, **bounds: Any) -> Any:
    """A key of a shape; one without ``default`` must be there.

    ``bounds`` are those of ``pydantic.Field``: ``ge``, ``gt``, ``le``, ``lt``, ``min_length``, and ``alias``
    for a key that is no name in Python.
    """
    if isinstance(default, dict):
        return field(default_factory=dict, metadata={"description": description, **bounds})
    return field(default=default, metadata={"description": description, **bounds})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(key,))
class Shape:
    """A mapping with known keys: a subclass has an annotated field for each. Unknown keys are refused."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # What is not written for each class anew is not compiled at each start: there are fifty of them.
        dataclass(frozen=True, kw_only=True, eq=False, repr=False)(cls)

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"
        )

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))


class Before:
    """In ``Annotated``: what is written passes through ``function`` before it is typed."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.function, handler(source))


class After(Before):
    """In ``Annotated``: what is typed passes through ``function``, whose ValueError is a mistake told."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.function, handler(source))


def keys(shape: type) -> list[str]:
    """The keys of a shape as they are written."""
    return [name for name, _ in named(shape)]


def typed(shape: type[S], data: Mapping[str, Any]) -> S:
    """``data``, text as it was read, as the shape has it. Raises pydantic.ValidationError where it does not
    fit."""
    adapter: TypeAdapter[S] = _adapter(cast(Hashable, shape))
    return adapter.validate_python(data)


def fit(shape: type[S], data: Mapping[str, Any], file: Placed, at: Loc = (), noun: str = "key") -> S:
    """``data``, which stands at ``at`` in ``file``, as the shape has it.

    Raises Trouble with place and remedy for the first mistake; ``noun`` is what an editor calls its keys.
    """
    from pydantic import ValidationError

    try:
        return typed(shape, data)
    except ValidationError as error:
        raise explain(error, file, shape, at, noun) from error


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(shape)
