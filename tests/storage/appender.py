"""A process that saves notes: ``python -m tests.storage.appender FILE NAME COUNT``, a line on stdout after each save.

Waits for a line on stdin before it begins, so that a test can let several begin at once.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from sosmed_learn.core.events import Noted
from sosmed_learn.storage.store import TinyEventStore


def note(name: str) -> Noted:
    now = datetime.now(UTC)
    return Noted(id=name, at=now, offset=420, module="strategy", lesson="first", step="s", text="catatan " * 20)


def main(file: str, name: str, how_many: str) -> None:
    store = TinyEventStore(Path(file))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(how_many)):
        event = note(f"{name}-{number:05d}")
        store.append(event)
        # Only now may anybody be told that it is saved.
        print(event.id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
