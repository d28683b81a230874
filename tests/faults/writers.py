"""``python -m tests.faults.writers WRITERS ANSWERS SEED``: several processes save answers at once, are killed at random
moments and begin again. Prints as JSON how many kills there were and what was wrong in the end.
"""

import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import tinydb  # noqa: F401 - so that the forked processes need not import it

from sosmed_learn.cli.clock import SystemClock
from sosmed_learn.core.events import Event, Noted
from sosmed_learn.core.progress import fold
from tests.faults.scenarios import small
from tests.storage.building import raw_rows, store_in

LONGEST = 6
"""Answers that all writers together save from one kill to the next, at most. By the clock there would be more kills the
slower the machine is, until they do little but begin again."""
MOMENT = 0.003
"""Seconds from the last of these to the kill, at most; saving an answer takes about half of that."""


class Writer:
    """A process that saves ``count`` answers, and what it told as saved in all its lives."""

    def __init__(self, home: Path, name: str, count: int) -> None:
        self.told: list[str] = []
        self._rest = b""
        self._what = (home, name, count)
        self.begin()

    def begin(self) -> None:
        """Start it, once more after it was killed."""
        self.pipe, writing = os.pipe()
        self.child = os.fork()
        if not self.child:
            save(*self._what, told=writing)
            os._exit(0)
        os.close(writing)

    def kill(self) -> None:
        """At whatever it is doing just now."""
        os.kill(self.child, signal.SIGKILL)

    def listen(self) -> bool:
        """Take in what it tells; False when it has ended."""
        told = os.read(self.pipe, 65536)
        *whole, self._rest = (self._rest + told).split(b"\n")
        self.told += [line.decode() for line in whole]
        if not told:
            os.close(self.pipe)
        return bool(told)

    def ended_by_itself(self) -> bool:
        """Whether it has done all it had to do, and was not killed before."""
        return os.waitpid(self.child, 0)[1] == 0


def save(home: Path, name: str, count: int, told: int) -> None:
    """Go on where the last life ended, as a learner does who sees what is saved."""
    store, clock = store_in(home), SystemClock()
    clock.after(store.progress().newest)
    done = len(answers_of(name, store.load()))
    for number in range(done, count):
        now = clock.stamp()
        event = Noted(
            id=now.id, at=now.at, offset=now.offset, module="m", lesson="l", step="s", text=f"{name} {number}"
        )
        store.append(event)
        os.write(told, f"{event.id}\n".encode())


def answers_of(name: str, events: list[Event]) -> list[int]:
    """The numbers of the answers of one writer, in their order."""
    mine = [event.text.split() for event in events if isinstance(event, Noted)]
    return [int(number) for who, number in mine if who == name]


def all_saved(home: Path, names: list[str], count: int, chance: random.Random) -> tuple[list[Writer], int]:
    """Run the writers to their end, with kills on the way; the writers, and how many kills there were."""
    writers = [Writer(home, name, count) for name in names]
    running, kills, next_kill = list(writers), 0, chance.randint(1, LONGEST)
    while running:
        ready, _, _ = select.select([writer.pipe for writer in running], [], [])
        if sum(len(writer.told) for writer in writers) >= next_kill:
            time.sleep(chance.uniform(0, MOMENT))  # the random moment itself; nothing is waited for
            chance.choice(running).kill()
            kills += 1
            next_kill = sum(len(writer.told) for writer in writers) + chance.randint(1, LONGEST)
        for writer in [writer for writer in running if writer.pipe in ready]:
            if not writer.listen():
                running.remove(writer)
                if not writer.ended_by_itself():
                    writer.begin()
                    running.append(writer)
    return writers, kills


def complaints(home: Path, writers: list[Writer], names: list[str], count: int) -> Iterator[str]:
    """What is wrong in the end."""
    store = store_in(home)
    events = store.load()
    saved = {event.id for event in events}
    for writer in writers:
        yield from (f"lost {name}" for name in writer.told if name not in saved)
    for name in names:
        if answers_of(name, events) != list(range(count)):
            yield f"{name}: lost, doubled or in another order: {answers_of(name, events)}"
    if store.progress() != fold(events):
        yield "progress does not follow from the events"
    raw_rows(home)


def main(how_many: int, count: int, seed: int) -> int:
    """All of it."""
    small()
    names = [f"w{number}" for number in range(how_many)]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        writers, kills = all_saved(home, names, count, random.Random(seed))
        wrong = list(complaints(home, writers, names, count))
    print(json.dumps({"answers": how_many * count, "kills": kills, "wrong": wrong}))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
