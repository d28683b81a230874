"""Is the module of a pack fit to be installed, and what does it mean for what is there? Changes nothing."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.content.changes import ModuleChanges, changes
from sosmed_learn.content.check import Report, check
from sosmed_learn.content.facts import core_facts, read_register
from sosmed_learn.content.folders import entries, files_in, look_into, read_module, read_modules
from sosmed_learn.content.format import ModuleFile
from sosmed_learn.content.locations import Places
from sosmed_learn.content.opening import open_courses
from sosmed_learn.content.packs.names import MANIFEST
from sosmed_learn.content.packs.pack import Pack, numbered
from sosmed_learn.content.problems import Problem, name_of

Standing = Literal["new", "update", "same", "other", "older"]
"""Of a pack to what is installed: ``other`` is the same version with other content."""

_NEEDS = "E307"  # a concept that another module may have


class Judged(Struct, frozen=True):
    """The errors of a module, and how much is in it."""

    errors: tuple[Problem, ...]
    lessons: int
    questions: int


def judge(folder: Path, name: str, bundled: Places, today: date, others: Sequence[Path] = ()) -> Judged:
    """What ``check`` says of the module in ``folder``, which is called ``name`` to people.

    Its concepts may need those of the bundled modules and of ``others``.
    """
    report = check([folder], bundled=bundled, today=today)
    errors = _errors(report)
    if any(problem.code == _NEEDS for problem in errors) and others:
        errors = _errors(check([folder, *others], bundled=bundled, today=today))
    place = name_of(folder)
    own = [problem for problem in errors if problem.path == place or problem.path.startswith(place + os.sep)]
    return Judged(tuple(_renamed(problem, place, name) for problem in own), report.lessons, report.questions)


def _errors(report: Report) -> list[Problem]:
    return [problem for problem in report.problems if problem.severity == "error"]


def _renamed(problem: Problem, place: str, name: str) -> Problem:
    args = tuple((key, value.replace(place, name)) for key, value in problem.args)
    return replace(problem, path=problem.path.replace(place, name, 1), args=args)


def standing(pack: Pack, folder: Path | None) -> Standing:
    """How the pack stands to the module that is installed in ``folder``."""
    value = value_of(folder) if folder else None
    if folder is None or value is None or value.id != pack.id:  # also in the place of what cannot be read any more
        return "update" if folder else "new"
    installed = numbered(value.version)
    if pack.number == installed:
        return "same" if same_content(pack, folder) else "other"
    return "update" if pack.number > installed else "older"


def value_of(folder: Path) -> ModuleFile | None:
    """The module.yaml of a module, if it has no error."""
    module = read_module(folder, folder.parent)
    return module.value if module.value and not module.file.sheet.has_errors else None


def same_content(pack: Pack, folder: Path) -> bool:
    """Whether the files in ``folder`` are those of the pack, as they are on disk now."""
    places = [*entries(folder), *entries(folder / "lessons"), *files_in(folder / "facts", ".yaml")]
    there = {path.relative_to(folder).as_posix() for path in places if path.is_file() and not path.name.startswith(".")}
    if there != {*pack.files, MANIFEST}:
        return False
    try:
        return all((folder / name).read_bytes() == data for name, data in pack.files.items())
    except OSError:
        return False


def bundled_ids(bundled: Places) -> frozenset[str]:
    """The ids that the modules of the app have or had: no other module can be opened under them."""
    values = [module.value for module in read_modules([look_into(bundled.courses)]) if module.value]
    return frozenset(name for value in values for name in (value.id, *value.aliases))


def also_in(name: str, folders: Sequence[Path]) -> Path | None:
    """The first module of that id, now or before, in these course folders; the app opens it and not a later one."""
    modules = read_modules([look_into(folder) for folder in folders])
    return next((each.path for each in modules if each.value and name in {each.value.id, *each.value.aliases}), None)


def noticed(old: Path, new: Path, bundled: Places) -> tuple[ModuleChanges, ...] | None:
    """What learners would notice; None when the old one cannot be opened whole, so that nobody can say."""
    before, after = (open_courses(folder, bundled.seeds) for folder in (old, new))
    return None if before.troubles or not before.modules else changes(before, after)


def told_otherwise(new: Path, others: Sequence[Path], bundled: Places) -> dict[str, Path]:
    """Ids of facts that another course folder tells otherwise, and which one: only one of the two can be shown."""
    ours = core_facts(read_register(new))
    if not ours:
        return {}
    for name in core_facts(read_register(bundled.seeds)):
        ours.pop(name, None)
    theirs = [(name, fact, folder) for folder in others for name, fact in core_facts(read_register(folder)).items()]
    return {name: folder for name, fact, folder in theirs if name in ours and ours[name] != fact}
