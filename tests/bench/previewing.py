"""How long an author waits: from a saved file until its new text stands on the terminal, with ``preview --watch``."""

import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from sosmed_learn.content.locations import bundled
from tests.terminal import Terminal, this_checkout

LIMIT_MS = 300
SAVES = 20
WORDS = "tebakan"
"""Stands in the first step of the lesson that is saved again and again."""


def main(saves: int = SAVES) -> int:
    """Measure and tell; 1 when half of the saves are not seen in time."""
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder) / "courses" / "strategy"
        shutil.copytree(bundled().courses / "strategy", module)
        lesson = module / "lessons" / "strategi-bukan-jadwal.yaml"
        text = lesson.read_text(encoding="utf-8")
        at = text.index("steps:")
        command, env = this_checkout(Path(folder) / "home", "preview", str(lesson), "--watch")
        with Terminal.start(command, env) as terminal:
            terminal.wait_for("pratinjau")
            terminal.settle(1.0)
            waits = [_wait(terminal, lesson, text[:at], text[at:], number) for number in range(saves)]
    half = median(waits) * 1000
    verdict = "pass" if half <= LIMIT_MS else "FAIL"
    print(
        f"from a save to its text on screen, {saves} saves: median {half:.0f} ms, most {max(waits) * 1000:.0f} ms, "
        f"limit {LIMIT_MS} ms   {verdict}"
    )
    return 0 if half <= LIMIT_MS else 1


def _wait(terminal: Terminal, lesson: Path, before: str, after: str, number: int) -> float:
    """Seconds from one save to the screen. Every second one replaces the file, the others write it in place."""
    words = f"Q{number:03}Z"
    text = before + after.replace(WORDS, words, 1)
    beside = lesson.with_suffix(".new")
    if number % 2:
        beside.write_text(text, encoding="utf-8")
        begun = time.monotonic()
        beside.replace(lesson)
    else:
        begun = time.monotonic()
        lesson.write_text(text, encoding="utf-8")
    terminal.seconds_until(words.encode())
    passed = time.monotonic() - begun
    terminal.settle(1.0)
    return passed
