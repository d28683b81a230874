"""Work in shares: a child of this process for each but one, which it does itself. Knows nothing of courses.

A child is a fork, so it has all that was read before, and what it finds comes back through a pipe. It never decides
anything: of a share whose answer does not come whole, for whatever reason, there is none, and the caller does it again.
"""

import contextlib
import os
import selectors
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import NoReturn, Self

Share = Sequence[int]
"""The places of what is to be done."""
Work = Callable[[Share, Callable[[], None]], bytes]
"""Does a share, says so after each step of it, and gives the answer."""

_STEP, _ANSWER = b".", b"="
_PART = 1 << 16  # bytes that are taken from a pipe at a time


def possible() -> bool:
    """Whether children can be made here without harm.

    Of several threads a fork takes only one along, and what the others hold stays locked for ever. On macOS the
    system's own libraries have threads. Where somebody takes ended children away unasked, their numbers are not ours.
    """
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return False
    return threading.active_count() == 1 and signal.getsignal(signal.SIGCHLD) is signal.SIG_DFL


def deal(sizes: Sequence[int], count: int) -> list[Share]:
    """At most ``count`` shares of about the same size, the smallest last: the largest goes first to who has least."""
    shares: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for at in sorted(range(len(sizes)), key=lambda at: -sizes[at]):
        least = loads.index(min(loads))
        shares[least].append(at)
        loads[least] += sizes[at]
    by_load = sorted(range(count), key=lambda number: -loads[number])
    return [sorted(shares[number]) for number in by_load if shares[number]]


class _Child:
    """A process with its share, and what was heard of it."""

    def __init__(self, share: Share, number: int, pipe: int) -> None:
        self.share = share
        self.number = number
        self.pipe = pipe
        self.heard = bytearray()

    @property
    def steps(self) -> int:
        return len(self.heard.partition(_ANSWER)[0])

    @property
    def answer(self) -> bytes:
        return bytes(self.heard.partition(_ANSWER)[2])


class Children:
    """The children that do ``work``. When the ``with`` block is left, however that comes, none of them is there."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._children: list[_Child] = []
        self._pipes = selectors.PollSelector()  # takes no file number, of which there may be no more

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with _undisturbed():
            for child in self._children:
                with contextlib.suppress(ProcessLookupError, ChildProcessError):
                    os.kill(child.number, signal.SIGKILL)  # one that has ended feels nothing of it
                    os.waitpid(child.number, 0)
                os.close(child.pipe)
            self._children.clear()
            self._pipes.close()

    def hand_out(self, share: Share) -> bool:
        """Let a child begin with the share; False where the system has no process or pipe left for it."""
        with _undisturbed() as before:
            try:
                ours, theirs = os.pipe()
            except OSError:
                return False
            try:
                number = os.fork()
            except OSError:
                os.close(ours)
                return False
            else:
                if not number:
                    self._as_child(share, theirs, [ours, *(child.pipe for child in self._children)], before)
                child = _Child(share, number, ours)
                self._children.append(child)
                self._pipes.register(ours, selectors.EVENT_READ, child)
            finally:
                os.close(theirs)
        return True

    def _as_child(self, share: Share, pipe: int, others: Sequence[int], before: set[signal.Signals]) -> NoReturn:
        """Do the share and be gone: nothing that is still to be written or tidied up is the child's business."""
        try:
            for each in others:
                os.close(each)  # a pipe that somebody holds open is never told that nobody listens any more
            if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
                signal.signal(signal.SIGINT, signal.SIG_DFL)  # at once, and without a word
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            with os.fdopen(pipe, "wb") as stream:

                def step() -> None:
                    stream.write(_STEP)
                    stream.flush()

                stream.write(_ANSWER + self._work(share, step))
        finally:
            os._exit(0)  # also after an error, which whoever does the share again will meet

    def steps(self) -> int:
        """How many steps all children have said to be done by now."""
        self._listen(0)
        return sum(child.steps for child in self._children)

    def answers(self, heard: Callable[[], None]) -> Iterator[tuple[Share, bytes]]:
        """Each share with its answer, once all children have ended; empty for a child that gave none.

        ``heard`` is called whenever a child has said something.
        """
        while self._pipes.get_map():
            self._listen(None)
            heard()
        for child in self._children:
            yield child.share, child.answer

    def _listen(self, seconds: float | None) -> None:
        for key, _ in self._pipes.select(seconds):
            part = os.read(key.fd, _PART)
            key.data.heard += part
            if not part:
                self._pipes.unregister(key.fd)


@contextlib.contextmanager
def _undisturbed() -> Iterator[set[signal.Signals]]:
    """Hear of a Ctrl+C only at the end; gives the signals that had to wait before."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield {signal.Signals(number) for number in before}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
