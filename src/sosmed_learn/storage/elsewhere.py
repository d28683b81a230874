"""A last resort on quitting: answers that could not be saved, written where there is room."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from sosmed_learn.core.errors import SaveFailed
from sosmed_learn.core.events import Event
from sosmed_learn.storage import disk
from sosmed_learn.storage.mending import file_time
from sosmed_learn.storage.rows import to_line, to_row
from sosmed_learn.storage.troubles import trouble_of


def write_elsewhere(events: Sequence[Event]) -> Path:
    """Write ``events`` as JSON Lines into the learner's home folder, or where temporary files go; where.

    Raises ``SaveFailed`` when there is no room there either.
    """
    content = b"".join(to_line(to_row(event)) for event in events)
    # The checksum keeps apart what two windows write in the same second.
    name = f"sosmed-learn-{file_time()}-{crc32(content):08x}.jsonl"
    trouble = OSError()
    for folder in (Path.home, tempfile.gettempdir):
        try:
            path = Path(folder()) / name
            disk.write_whole(path, content)
        except RuntimeError:  # nobody has told where home is
            continue
        except OSError as error:
            trouble = error
        else:
            return path
    raise SaveFailed(trouble_of(trouble), name, str(trouble)) from trouble
