"""``python -m tests.content.packs.killing FOLDER``: an update that is killed at each call that writes.

After every death the module must be there whole, as it was or as it shall be, and the next installation must find its
way. Prints how often it died, or ends with what it found.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from sosmed_learn.content.packs.installed import installed
from sosmed_learn.content.packs.judging import same_content
from sosmed_learn.content.packs.pack import Pack
from sosmed_learn.content.packs.placing import clean, place, stage
from tests.content.packs.making import mine

LOOKING = {"os.listdir", "os.scandir", "os.walk", "os.fwalk"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
KILLED = 9


def die_at(number: int) -> None:
    """End this process without another word before its call ``number`` from now."""
    left = number

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        writes = event == "open" and arguments[2] & WRITING
        if writes or (event.startswith("os.") and event not in LOOKING):
            left -= 1
            if left == 0:
                os._exit(KILLED)

    sys.addaudithook(count)


def update(courses: Path, pack: Pack, number: int) -> bool:
    """Install the pack in a process of its own that dies at a call; whether it died."""
    child = os.fork()
    if child == 0:
        die_at(number)
        place(stage(pack, courses), pack.id, courses)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def main(room: Path) -> None:
    old, new = mine(room / "old"), mine(room / "new", "1.1.0")
    courses = room / "courses"
    deaths, kept, changed = 0, 0, 0
    while True:
        shutil.rmtree(courses, ignore_errors=True)
        courses.mkdir()
        place(stage(old, courses), old.id, courses)
        died = update(courses, new, deaths + 1)
        there = installed(courses)
        assert list(there) == ["mine"], there
        whole = [pack.version for pack in (old, new) if same_content(pack, there["mine"])]
        assert len(whole) == 1, f"death {deaths + 1}: neither the old nor the new version"
        clean(courses)
        assert list(courses.iterdir()) == [there["mine"]], f"death {deaths + 1}: something is left"
        assert same_content(new if whole == ["1.1.0"] else old, installed(courses)["mine"])
        place(stage(new, courses), new.id, courses)
        assert same_content(new, installed(courses)["mine"])
        if not died:
            assert whole == ["1.1.0"]
            break
        deaths, kept, changed = deaths + 1, kept + (whole == ["1.0.0"]), changed + (whole == ["1.1.0"])
    sys.stdout.write(f"{deaths} {kept} {changed}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
