"""Measures what memory costs, against a bare key press: planning the next review with 2,000 questions and 100,000
answers, and reading all reviews at a start.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median

import msgspec

from sosmed_learn.core.events import Answered
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.remembering import Memories, Reviewable
from sosmed_learn.core.reviewing import sitting, waiting
from tests.bench.history import BEGUN, answer
from tests.bench.telling import report

QUESTIONS, EVENTS = 2_000, 100_000
MODULES, LESSONS = 5, 40
ROOM = 20
TURNS = 40
FRAME = 6.0
"""In bare key presses: one takes some 2.5 ms where a frame of 16 ms was measured."""
START_LIMIT = 1.0
"""The same, of what a start reads."""


def place(number: int) -> tuple[str, str, str]:
    """Where that question stands."""
    return f"module-{number % MODULES}", f"lesson-{number // MODULES % LESSONS}", f"question-{number}"


def answers(count: int, begin: int = 0) -> list[Answered]:
    """So many answers, ten minutes apart, each question's in turn."""
    made = []
    for number in range(begin, begin + count):
        module, lesson, question = place(number % QUESTIONS)
        at = BEGUN + timedelta(minutes=10 * number)
        name = f"{int(at.timestamp() * 1000):012x}-0000-{number:016x}"
        made.append(answer(question, id=name, at=at, offset=420, module=module, lesson=lesson))
    return made


def questions() -> list[Reviewable]:
    """All that can be asked, of 25 concepts, as many in each module."""
    found = []
    for number in range(QUESTIONS):
        module, lesson, question = place(number)
        concept = f"concept-{number % 25}"
        found.append(Reviewable((module,), (lesson,), (question,), concept=concept, family=question))
    return found


def seconds(act: Callable[[], object]) -> float:
    """How long it takes, as the processor counts."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def planned(memories: Memories) -> None:
    """All that the next screen has to know."""
    sitting(memories, ROOM)
    waiting(memories, ROOM)


def main(bare_key: Callable[[], float]) -> int:
    """Print what it costs; 1 when it is too much."""
    print(f"\nplanning with {QUESTIONS:,} questions behind {EVENTS:,} answers")
    events, asked = answers(EVENTS), questions()
    begun = time.process_time()
    progress = fold(events)
    folding = time.process_time() - begun
    today = (BEGUN + timedelta(minutes=10 * EVENTS, days=9)).date()
    begun = time.process_time()
    memories = Memories().up_to(progress, asked, today)
    first = time.process_time() - begun
    print(f"  folding all {folding:.1f} s, working out every memory for the first time {first:.1f} s")
    taken = []
    for event in answers(TURNS, EVENTS):
        progress = progress.apply(event)
        begun = time.process_time()
        memories = memories.up_to(progress, asked, today)
        planned(memories)
        taken.append(time.process_time() - begun)
    key = bare_key()
    fine = report("the next review, after an answer", "ms", median(taken) * 1000, key * 1000, FRAME)
    kept, decoder = msgspec.msgpack.encode(Progress(asked=progress.asked)), msgspec.msgpack.Decoder(Progress)
    read = median(seconds(lambda: decoder.decode(kept)) for _ in range(TURNS))
    told = f"what a start reads of reviews ({len(kept) / 1e6:.1f} MB)"
    fine &= report(told, "ms", read * 1000, key * 1000, START_LIMIT)
    return 0 if fine else 1
