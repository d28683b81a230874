"""Stands between the store and the system: numbers the calls in ``storage.disk`` and does to one what is asked."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

from sosmed_learn.storage import disk

CALLS = (
    "make_folder",
    "open_for_append",
    "open_beside",
    "write",
    "sync",
    "truncate",
    "close",
    "replace",
    "link",
    "copy",
    "remove",
    "sync_folder",
)
"""Every function of ``disk`` that makes a call which changes something."""

Step = Callable[[int, str, Callable[..., Any], tuple[Any, ...]], Any]
"""What to do at the call of that number and name: the real function, and what it was given."""


@contextmanager
def between(step: Step) -> Iterator[None]:
    """Have ``step`` done in place of every call."""
    number = -1

    def stand_in(name: str, really: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            nonlocal number
            number += 1
            return step(number, name, really, given)

        return call

    with ExitStack() as stack:
        for name in CALLS:
            stack.enter_context(patch.object(disk, name, stand_in(name, getattr(disk, name))))
        yield


def half(name: str, really: Callable[..., Any], given: tuple[Any, ...]) -> None:
    """Do the first half of a call that writes; nothing of one that does not."""
    if name == "write":
        handle, data = given
        really(handle, data[: len(data) // 2])
    elif name == "copy":
        source, target = map(Path, given)
        target.write_bytes(source.read_bytes()[: source.stat().st_size // 2])


def counted(names: list[str]) -> Step:
    """Write down the name of every call."""

    def step(_number: int, name: str, really: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        names.append(name)
        return really(*given)

    return step


def dying(at: int, when: str) -> Step:
    """Be killed right ``before``, in the ``middle`` or right ``after`` the call ``at``."""

    def step(number: int, name: str, really: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        if number != at:
            return really(*given)
        if when == "after":
            really(*given)
        elif when == "middle":
            half(name, really, given)
        return die()

    return step


def failing(at: int, error: int, *, for_ever: bool) -> Step:
    """The call ``at`` fails after its first half, and every later one too if it is ``for_ever``."""

    def step(number: int, name: str, really: Callable[..., Any], given: tuple[Any, ...]) -> Any:
        if number == at or (for_ever and number > at):
            if name == "close":  # it fails, and the system has closed all the same
                really(*given)
            half(name, really, given)
            raise OSError(error, os.strerror(error))
        return really(*given)

    return step


def die() -> NoReturn:
    """End this process as a power cut does: no handler and no clean-up runs."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError
