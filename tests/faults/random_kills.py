"""``python -m tests.faults.random_kills COUNT SEED``: a process saves answers and is killed at a random moment, again
and again in the same folder. Prints as JSON how many answers were told as saved and what was wrong afterwards.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

import tinydb  # noqa: F401 - so that the forked processes need not import it

from tests.faults.checking import verdict
from tests.faults.scenarios import DAY, small
from tests.storage.building import note, store_in

KILLS_PER_FOLDER = 50
MOST_ANSWERS = 20
LONGEST_MOMENT = 0.003
"""Seconds after an answer; saving one takes about half of that."""


def main(count: int, seed: int) -> int:
    """All kills."""
    small()
    chance = random.Random(seed)
    told_in_all, wrong = 0, []
    for first in range(0, count, KILLS_PER_FOLDER):
        with tempfile.TemporaryDirectory() as folder:
            home, told = Path(folder) / "home", set[str]()
            for number in range(first, min(first + KILLS_PER_FOLDER, count)):
                told |= life(home, f"{number:05d}", chance)
                found = verdict(home, told, may={f"{number:05d}-{len(told_of(told, number)):05d}"})
                told |= {event.id for event in store_in(home).load()}
                wrong += [f"kill {number}: {what}" for what in found]
            told_in_all += len(told)
    print(json.dumps({"kills": count, "told": told_in_all, "wrong": wrong}))
    return 1 if wrong else 0


def told_of(told: set[str], number: int) -> list[str]:
    """What the process of that number told as saved; the next one may be on disk too."""
    return [name for name in told if name.startswith(f"{number:05d}-")]


def life(home: Path, name: str, chance: random.Random) -> set[str]:
    """What one process told as saved until it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        save_for_ever(home, name, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = [pipe.readline() for _ in range(chance.randrange(MOST_ANSWERS))]
        time.sleep(chance.uniform(0, LONGEST_MOMENT))  # the random moment itself; nothing is waited for
        os.kill(child, signal.SIGKILL)
        told += pipe.readlines()
    os.waitpid(child, 0)
    return {line.strip() for line in told}


def save_for_ever(home: Path, name: str, told: int) -> None:
    """Save answers, and tend as the app does, until killed."""
    store = store_in(home)
    store.progress()
    for number in range(sys.maxsize):
        event = note(f"{name}-{number:05d}")
        store.append(event)
        os.write(told, f"{event.id}\n".encode())
        if number == MOST_ANSWERS // 2:
            store.tend(DAY)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
