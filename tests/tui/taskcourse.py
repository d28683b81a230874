"""A course for the tests of worksheets on screen: a lesson with a task and a text, and documents kept in memory."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import PurePath, PurePosixPath

from msgspec.structs import replace

from sosmed_learn.core.errors import SaveFailed
from sosmed_learn.core.events import Event, TaskChecked, TaskSaved
from sosmed_learn.core.module import Lesson, TaskStep, TextStep
from sosmed_learn.core.study import Kept
from sosmed_learn.core.task import Task
from sosmed_learn.core.text import Text
from tests.core.worksheets import PLAN
from tests.fakes import NOW, MemoryLibrary, finished
from tests.tui.course import lesson, module

WORDS = {"who": "kantor", "sales": "12 jt", "basket": "60rb", "channel": "wa", "waits": "TikTok"}


class MemoryDocuments:
    """Implements ``core.study.Documents``: ``files`` by name."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.full = False

    @property
    def place(self) -> PurePath:
        return PurePosixPath("data/documents")

    def keep(self, owners: Sequence[str], name: str, text: str, same: Sequence[str] = ()) -> Kept:
        assert owners[0].startswith("strategy/plan/")
        assert len(same) == 1
        if self.full:
            raise SaveFailed("full", "data/documents")
        self.files[f"{name}.md"] = text
        return Kept(self.place / f"{name}.md")


def task_lesson(task: Task = PLAN) -> Lesson:
    return lesson(
        "plan",
        Text("Rencana satu halaman", "A plan of one page"),
        TaskStep(task),
        TextStep("after", Text("Sudah selesai.", "That was it.")),
    )


def library(task: Task = PLAN) -> MemoryLibrary:
    return MemoryLibrary(
        [module("strategy", "Strategi", "Strategy", "plan")], {("strategy", "plan"): task_lesson(task)}
    )


def typed(days_ago: int = 0, **fields: str) -> TaskSaved:
    """What a learner typed some days ago."""
    at = NOW - timedelta(days=days_ago)
    return TaskSaved(
        id=f"c{9 - days_ago}0", at=at, offset=420, module="strategy", lesson="plan", task="one-page",
        fields=fields, reader="id",
    )  # fmt: skip


def checked(days_ago: int, **rest: bool) -> TaskChecked:
    """A check some days ago, in which the first point held."""
    at = NOW - timedelta(days=days_ago)
    event = TaskChecked(
        id=f"c{9 - days_ago}5", at=at, offset=420, module="strategy", lesson="plan", task="one-page",
        rubric={"number": True, "waits": False},
    )  # fmt: skip
    return replace(event, **rest)


def done(days_ago: int) -> list[Event]:
    """All filled in and checked some days ago, and the lesson finished."""
    end = replace(finished("strategy", "plan"), id=f"c{9 - days_ago}7")
    return [typed(days_ago, **WORDS), checked(days_ago), end]
