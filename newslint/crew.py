"""Several processes at one run: each has a desk of its own, and proves the drafts it is handed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from newslint.desk import Desk
from newslint.keeping import KeepingDesk
from newslint.model import Trouble
from newslint.proofs import Copy, Order, Proved


class Crew:
    """As many processes as ``jobs``, started when the first draft is handed out. They are spawned, not
    forked: what a library holds open is not shared."""

    def __init__(self, order: Order, jobs: int, *, keep: bool) -> None:
        self.jobs = jobs
        self._pool = ProcessPoolExecutor(
            jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(order, keep)
        )

    def hand(self, copy: Copy) -> Callable[[], Proved]:
        """Hand out a draft; what is given back waits for what comes of it."""
        future = self._pool.submit(_prove, copy)
        return lambda: _awaited(future, copy)

    def dismiss(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


def _awaited(future: Future[Proved], copy: Copy) -> Proved:
    try:
        return future.result()
    except BrokenProcessPool:
        remedy = "It may have run out of memory: give fewer jobs (-j)"
        return Proved(Trouble("the process that read it ended early", path=copy.path, remedy=remedy))


_desk: Desk | None = None


def _begin(order: Order, keep: bool) -> None:
    global _desk
    _desk = KeepingDesk(order) if keep else Desk(order)


def _prove(copy: Copy) -> Proved:
    assert _desk is not None  # _begin came first
    return _desk.proved(copy)
