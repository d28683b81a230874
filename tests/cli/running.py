"""Running the command line inside the test, and a small course on disk."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SRC = Path(__file__).resolve().parents[2] / "src"

MODULE = """\
format: 1
id: shop
version: 1.0.0
reviewed: 2026-11-23
title: {id: Warung, en: Shop}
summary: {id: "Kamu bisa menghitung pesanan.", en: "You can count orders."}
concepts:
  - {id: orders, title: {id: Pesanan, en: Orders}, needs: []}
lessons: [first]
"""
LESSON = """\
id: first
title: {id: Mulai dari pesanan, en: Start from orders}
minutes: 8
concepts: [orders]
outcomes:
  - {id: Menghitung pesanan., en: Count orders.}
steps:
  - id: why
    text: {id: Pesanan membayar sewa., en: Orders pay the rent.}
  - question:
      id: pick-one
      kind: single
      concept: orders
      level: 1
      prompt: {id: "Mana yang dihitung?", en: "Which one counts?"}
      choices:
        - {text: {id: Pesanan, en: Orders}, correct: true, why: {id: Membayar sewa., en: They pay the rent.}}
        - {text: {id: Suka, en: Likes}, why: {id: Tidak membayar., en: They pay nothing.}}
      explanation: {id: "Hitung pesanan.", en: "Count orders."}
"""


@dataclass(frozen=True)
class Ran:
    """What a command said and with which code it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def course(folder: Path, lesson: str = LESSON) -> Path:
    """A folder of courses with one module; it is without problems unless ``lesson`` has some."""
    lessons = folder / "shop" / "lessons"
    lessons.mkdir(parents=True)
    (folder / "shop" / "module.yaml").write_text(MODULE, encoding="utf-8")
    (lessons / "first.yaml").write_text(lesson, encoding="utf-8")
    return folder


def rows(text: str) -> list[dict[str, Any]]:
    """The objects of JSON Lines."""
    return [json.loads(line) for line in text.splitlines()]


def in_a_process(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command as a shell starts it, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "sosmed_learn", *arguments],
        env={**os.environ, "PYTHONPATH": str(SRC), "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
