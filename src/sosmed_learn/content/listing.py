"""The lessons that a module.yaml lists against the files that are there, and what stands where it is not read.

Reads no lesson: of a file in the wrong place only the beginning is looked at, to say where it belongs.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sosmed_learn.content.folders import (
    GLOSSARY,
    LESSONS,
    MODULE,
    ModuleFolder,
    entries,
    files_in,
    is_folder,
    kind_of,
    misnamed_module,
    proper_name,
    refusal,
)
from sosmed_learn.content.format import ID_FORM, SLUG, ModuleFile
from sosmed_learn.content.guess import guess
from sosmed_learn.content.problems import Sheet, name_of
from sosmed_learn.content.source import inside
from sosmed_learn.content.walk import Path as Place


class Listing(Struct):
    """The lessons to read in their order, those of them that are not listed, and sheets about what is not read."""

    names: list[str]
    strays: set[str]
    sheets: list[Sheet]


class _Unread(Struct):
    """A file or folder that is not read, what it must be called, and the lessons in it."""

    path: Path
    code: str
    proper: str
    lessons: set[str]


def compare(module: ModuleFolder) -> Listing:
    """What is there to read. A listed lesson without a file is the problem of module.yaml."""
    listed = dict.fromkeys(name for name in (module.value.files if module.value else ()) if name)
    folder = module.path / LESSONS
    if is_folder(folder) and (reason := refusal(folder)):
        sheet = Sheet(name_of(folder))
        sheet.add("E109", path=sheet.path, reason=reason)
        return Listing([], set(), [sheet])
    names = [name for name in listed if os.path.lexists(module.lesson_path(name))]
    missing = set(listed).difference(names)
    strays = {path.stem: kind_of(path) for path in _lesson_files(module) if path.stem not in listed}
    sheets = []
    for found in (*_unread(module), *_unfit(module, strays, missing)):
        sheets.append(_sheet(module, found, missing))
        missing -= found.lessons
    lessons = {name for name, kind in strays.items() if re.fullmatch(SLUG, name) and kind in {LESSONS, ""}}
    meant = _report_missing(module, missing, lessons)
    certain = module.value is not None and not module.file.is_broken(("lessons",))
    return Listing([*names, *sorted(lessons)], lessons - meant if certain else set(), sheets)


def _report_missing(module: ModuleFolder, missing: set[str], strays: set[str]) -> set[str]:
    """Say which listed lessons are not there; the files that were probably meant by them."""
    meant: set[str] = set()
    for place, name in _places(module.value) if module.value else ():
        if name in missing and not module.file.sheet.full:
            likely = guess(name, strays - meant)
            meant.add(likely)
            path = name_of(module.lesson_path(name))
            module.file.report("E303", place, id=name, path=path, guess=likely)
    return meant


def _places(file: ModuleFile) -> Iterator[tuple[Place, str]]:
    """Where each lesson file is named."""
    yield from ((("lessons", at), name) for at, name in enumerate(file.lessons))
    yield from ((("exam", "bank", at), name) for at, name in enumerate(file.exam.bank if file.exam else ()))
    probes = file.diagnosis.bank if file.diagnosis else ()
    yield from ((("diagnosis", "bank", at), name) for at, name in enumerate(probes))


def _sheet(module: ModuleFolder, found: _Unread, missing: set[str]) -> Sheet:
    """What stands in the way of a listed lesson is an error; anything else may only lie around."""
    sheet = Sheet(name_of(found.path))
    code = found.code if missing.isdisjoint(found.lessons) else "E143"
    sheet.add(code, path=found.path.relative_to(module.path).as_posix(), other=found.proper, form=ID_FORM)
    return sheet


def _lesson_files(module: ModuleFolder) -> list[Path]:
    """The files in the module's lessons folder, unless the folder leads elsewhere."""
    folder = module.path / LESSONS
    return files_in(folder, ".yaml") if inside(folder, module.path) else []


def _unfit(module: ModuleFolder, strays: dict[str, str], missing: set[str]) -> Iterator[_Unread]:
    """Files among the lessons that are none, or that no list could name."""
    for name, kind in strays.items():
        path = module.lesson_path(name)
        if kind in {MODULE, GLOSSARY}:
            yield _Unread(path, "W508", kind, set())
        elif not re.fullmatch(SLUG, name):
            meant = guess(name, missing)
            yield _Unread(path, "W516", f"{LESSONS}/{meant}.yaml", {meant})


def _unread(module: ModuleFolder) -> Iterator[_Unread]:
    """What stands in a module but is not read."""
    if not (os.path.lexists(module.path / MODULE) or misnamed_module(module.path)):
        return  # a module.yaml under another name somewhere: what is around it is nobody's business
    for path in entries(module.path):
        proper = proper_name(path.name)
        if is_folder(path):
            yield from _unread_folder(path)
        elif proper and path.name not in {MODULE, GLOSSARY}:
            yield from _unread_file(module, path, proper)
    if inside(module.path / LESSONS, module.path):
        for path in entries(module.path / LESSONS):
            proper = proper_name(path.name)
            if proper and proper != path.name:
                yield _Unread(path, "W504", f"{LESSONS}/{proper}", {Path(proper).stem})


def _unread_folder(folder: Path) -> Iterator[_Unread]:
    if folder.name == LESSONS or folder.name.startswith("."):
        return
    lessons = {path.stem for path in files_in(folder, ".yaml") if kind_of(path) == LESSONS}
    if lessons or folder.name.lower() == LESSONS:
        yield _Unread(folder, "W508", LESSONS, lessons)


def _unread_file(module: ModuleFolder, path: Path, proper: str) -> Iterator[_Unread]:
    code = "W504" if proper != path.name else "W508"
    kind = proper.lower() if proper.lower() in {MODULE, GLOSSARY} else kind_of(path)
    if kind == GLOSSARY or (kind == MODULE and os.path.lexists(module.path / MODULE)):
        yield _Unread(path, code, kind, set())
    elif kind != MODULE:  # a misnamed module.yaml was said
        yield _Unread(path, code, f"{LESSONS}/{proper}", {Path(proper).stem})
