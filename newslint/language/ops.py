"""Matrix products by numpy's own BLAS.

thinc's (BLIS) was measured at a third of its speed on the small matrices of a CPU pipeline: reading took
about twice as long. Only the models given are changed; what else a process does with spaCy is its own affair.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any

import numpy
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it brings none


class BlasOps(NumpyOps):  # type: ignore[misc]  # thinc’s operations are compiled, without types
    """thinc's operations on numpy arrays, with numpy's product of matrices."""

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return numpy.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def use_numpy(model: Model[Any, Any]) -> None:
    """Have a model multiply by numpy, where it runs on the processor."""
    ops = BlasOps()
    for node in model.walk():
        if type(node.ops) is NumpyOps:
            node.ops = ops


def one_thread() -> AbstractContextManager[object]:
    """While it holds, products are made on one core: of small matrices, others are only waited for."""
    limits: AbstractContextManager[object] = _pools().limit(limits=1, user_api="blas")
    return limits


@lru_cache(maxsize=1)
def _pools() -> ThreadpoolController:
    return ThreadpoolController()
