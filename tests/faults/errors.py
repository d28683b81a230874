"""``python -m tests.faults.errors SCENARIO full|short``: every call to the system fails, once and for ever.

In full, each with every error; in short, each with one of them in turn. Prints as JSON how many failures there were and
what was wrong during or after them.
"""

import errno
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.storage.store import TinyEventStore
from tests.faults.checking import ids, originals_kept, verdict
from tests.faults.kill import fresh, run
from tests.faults.layer import between, counted, failing
from tests.faults.scenarios import SCENARIOS, Act, Scenario, small
from tests.storage.building import contents, store_in

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EINTR)


def main(name: str, form: str) -> int:
    """Every failure of one scenario."""
    small()
    scenario = SCENARIOS[name]
    seen, told = 0, {}
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared"
        must = ids(scenario.prepare(prepared))
        for number, call, error, for_ever in failures(scenario, prepared, every=form == "full"):
            seen += 1
            wrong = failed(scenario, prepared, must, number, error, for_ever=for_ever)
            if wrong:
                told[f"{os.strerror(error)} {'from' if for_ever else 'at'} call {number} ({call})"] = wrong
    print(json.dumps({"points": seen, "wrong": told}))
    return 1 if told else 0


def failures(scenario: Scenario, prepared: Path, *, every: bool) -> Iterator[tuple[int, str, int, bool]]:
    """Number and name of every call, with the errors that it is to meet, once and for ever."""
    names: list[str] = []
    with between(counted(names)):
        run(scenario, fresh(prepared), -1)
    for number, name in enumerate(names):
        for error in ERRORS if every else [ERRORS[number % len(ERRORS)]]:
            yield number, name, error, False
            yield number, name, error, True


def failed(scenario: Scenario, prepared: Path, must: set[str], number: int, error: int, *, for_ever: bool) -> list[str]:
    """What is wrong while the disk fails, when it works again, and when what was not saved is saved again."""
    home = fresh(prepared)
    before = contents(home)
    store = store_in(home)
    with between(failing(number, error, for_ever=for_ever)):
        again, wrong = attempt(store, scenario.acts)
    every = ids([event for act in scenario.acts for event in act.events])
    waiting = ids([event for act in again for event in act.events])
    wrong += verdict(home, must | (every - waiting), waiting) + originals_kept(home, before)
    left, more = attempt(store, again)  # the same window tries again, as the app does
    wrong += more + [f"still refused: {act}" for act in left]
    return wrong + verdict(home, must | every, ())


def attempt(store: TinyEventStore, acts: Sequence[Act]) -> tuple[list[Act], list[str]]:
    """Those of ``acts`` that were refused, and what else left the store."""
    refused: list[Act] = []
    wrong: list[str] = []
    for act in acts:
        try:
            act.do(store)
        except (SaveFailed, StoreUnusable):
            refused.append(act)
        except Exception as error:  # noqa: BLE001 - that it is any other is what is looked for
            wrong.append(f"{act} raised {error!r}")
    return refused, wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
