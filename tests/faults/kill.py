"""``python -m tests.faults.kill SCENARIO``: does it once for every call to the system, which is the last one it makes.

Prints as JSON how many kills there were and what was wrong after them.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import tinydb  # noqa: F401 - so that the forked processes need not import it

from tests.faults.checking import ids, originals_kept, verdict
from tests.faults.layer import between, counted, dying
from tests.faults.scenarios import SCENARIOS, Scenario, small
from tests.storage.building import contents, store_in


def main(name: str) -> int:
    """Every point of one scenario."""
    small()
    scenario = SCENARIOS[name]
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared"
        must = ids(scenario.prepare(prepared))
        seen, told = 0, {}
        for number, call, when in points(scenario, prepared):
            seen += 1
            wrong = killed(scenario, prepared, must, dies=(number, when))
            if wrong:
                told[f"{when} call {number} ({call})"] = wrong
    print(json.dumps({"points": seen, "wrong": told}))
    return 1 if told else 0


def points(scenario: Scenario, prepared: Path) -> Iterator[tuple[int, str, str]]:
    """Number and name of every call that the scenario makes, with each moment at which one can die there."""
    names: list[str] = []
    home = fresh(prepared)
    with between(counted(names)):
        run(scenario, home, -1)
    for number, name in enumerate(names):
        for when in ("before", "middle", "after") if name in {"write", "copy"} else ("before", "after"):
            yield number, name, when


def killed(scenario: Scenario, prepared: Path, must: set[str], dies: tuple[int, str]) -> list[str]:
    """What is wrong after the scenario was killed there, and after it was then done to its end."""
    home = fresh(prepared)
    before = contents(home)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with between(dying(*dies)):
            run(scenario, home, writing)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = set(pipe.read().split())
    _, status = os.waitpid(child, 0)
    wrong = [] if os.WIFSIGNALED(status) else ["was not killed"]
    every = ids([event for act in scenario.acts for event in act.events])
    wrong += verdict(home, must | told, must | every) + originals_kept(home, before)
    run(scenario, home, -1)  # as the learner does who starts the app again and answers again
    return wrong + verdict(home, must | every, ())


def run(scenario: Scenario, home: Path, told: int) -> None:
    """Do all acts that are not done yet, and write the ids of what is saved to ``told`` as soon as it is."""
    store = store_in(home)
    for act in scenario.acts:
        act.do(store)
        if told >= 0:
            os.write(told, "".join(f"{event.id}\n" for event in act.events).encode())


def fresh(prepared: Path) -> Path:
    """A folder like the one that was prepared."""
    home = prepared.with_name("home")
    shutil.rmtree(home, ignore_errors=True)
    if prepared.exists():
        shutil.copytree(prepared, home)
    return home


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
