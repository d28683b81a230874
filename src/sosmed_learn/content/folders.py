"""What stands where in a course folder, and reading one module's files. Checks nothing over several files.

A module is a folder with ``module.yaml``, perhaps ``glossary.yaml``, and ``lessons/<lesson>.yaml``.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document, read_file, read_lightly
from sosmed_learn.content.problems import Sheet, name_of
from sosmed_learn.content.source import MOST_BYTES as MOST_BYTES_OF_A_FILE
from sosmed_learn.content.source import inside
from sosmed_learn.i18n import N_

MODULE = "module.yaml"
GLOSSARY = "glossary.yaml"
LESSONS = "lessons"
COURSES = "courses"

MOST_MODULES = 200
MOST_BYTES = 20_000_000
"""What is read of one course folder at most: a folder that was named by mistake may hold anything."""

_YAML_LIKE = re.compile(r"(.+?)\.ya?ml(?:\.txt)?", re.IGNORECASE)

_HEAD = 8_000  # bytes
_KINDS = (  # with the keys that tell them from other YAML
    (MODULE, (b"format", b"version")),
    (GLOSSARY, (b"terms",)),
    (LESSONS, (b"minutes",)),
    (LESSONS, (b"steps",)),
)

# The order of the syllabus; modules of others come behind, by name.
_ORDER = ("strategy", "analytics", "community", "service", "commerce")


class ModuleFolder(Struct):
    """A module on disk with its module.yaml read."""

    path: Path
    file: Document[shape.ModuleFile]

    @property
    def value(self) -> shape.ModuleFile | None:
        return self.file.value

    def lesson_path(self, lesson: str) -> Path:
        return self.path / LESSONS / f"{lesson}.yaml"

    def read_lesson(self, lesson: str) -> Document[shape.LessonFile]:
        """The lesson's document. Raises nothing."""
        return read_file(self.lesson_path(lesson), self.path, shape.LessonFile)

    def read_glossary(self) -> Document[shape.GlossaryFile] | None:
        """The document of glossary.yaml, or None when there is none. Raises nothing."""
        path = self.path / GLOSSARY
        return read_file(path, self.path, shape.GlossaryFile) if os.path.lexists(path) else None


def read_module(folder: Path, root: Path) -> ModuleFolder:
    """The module in ``folder``, which must lie in ``root`` also after following links. Raises nothing."""
    path = folder / MODULE
    if not os.path.lexists(path):
        misnamed = misnamed_module(folder)
        sheet = Sheet(name_of(misnamed or path))
        if misnamed:
            sheet.add("E137", name=misnamed.name, other=MODULE)
        else:
            sheet.add("E133", path=name_of(folder))
        return ModuleFolder(folder, Document(sheet))
    if not inside(folder, root):
        sheet = Sheet(name_of(path))
        sheet.add("E108", path=name_of(folder))
        return ModuleFolder(folder, Document(sheet))
    return ModuleFolder(folder, read_lightly(path, folder, shape.ModuleFile))


class CourseFolder(Struct):
    """A folder of modules, or a module itself, before anything is read. ``sheet`` has what is wrong with it."""

    path: Path
    modules: list[Path]
    facts: list[Path]
    sheet: Sheet


def look_into(folder: Path) -> CourseFolder:
    """What stands in a course folder, which need not exist. Raises nothing."""
    found = CourseFolder(folder, [], [], Sheet(name_of(folder)))
    name = found.sheet.path
    if not is_folder(folder):
        found.sheet.add("E140" if os.path.lexists(folder) else "E101", path=name)
    elif reason := refusal(folder):
        found.sheet.add("E109", path=name, reason=reason)
    else:
        modules = module_folders(folder)
        found.modules = list(_bounded(modules))
        found.facts = [path for facts in facts_folders(folder) for path in files_in(facts, ".yaml")]
        if len(found.modules) < len(modules):
            most, size = str(MOST_MODULES), str(MOST_BYTES // 1_000_000)
            found.sheet.add("E139", path=name, count=str(len(found.modules)), most=most, size=size)
        elif not modules and not found.facts:
            found.sheet.add("E132", path=name)
    return found


def refusal(folder: Path) -> str:
    """Why we may not look into the folder; empty when we may."""
    try:
        os.scandir(folder).close()
        if not os.access(folder, os.X_OK):  # its names may be read, but not its files
            return N_("you have no permission")
    except PermissionError:
        return N_("you have no permission")
    except (OSError, ValueError):
        return N_("the system refuses")
    return ""


def _bounded(modules: Iterable[Path]) -> Iterator[Path]:
    """Those modules from the first that are not too many, and whose YAML is not too much to read."""
    size = 0
    for at, module in enumerate(modules):
        size += size_of(module)
        if at >= MOST_MODULES or size > MOST_BYTES:
            return
        yield module


def size_of(module: Path) -> int:
    """Bytes of a module's files, as far as they are read at all."""
    return sum(_size(path) for folder in (module, module / LESSONS) for path in files_in(folder, ".yaml"))


def _size(path: Path) -> int:
    try:
        size = path.stat().st_size
    except OSError:  # gone, or a link to nowhere
        return 0
    return size if size <= MOST_BYTES_OF_A_FILE else 0  # a larger one is refused unread


def facts_folders(folder: Path) -> list[Path]:
    """Where the facts beside courses stand: ``facts`` or ``seeds/facts`` in ``folder``, or that folder itself."""
    found = [path for path in (folder / "facts", folder / "seeds" / "facts") if is_folder(path)]
    return found or ([folder] if folder.name == "facts" else [])


def read_modules(folders: Iterable[CourseFolder]) -> list[ModuleFolder]:
    """The modules of course folders, each once."""
    places = {os.path.realpath(path): (path, found.path) for found in reversed([*folders]) for path in found.modules}
    ordered = {os.path.realpath(path): None for found in folders for path in found.modules}
    return [read_module(*places[place]) for place in ordered]


def module_folders(folder: Path) -> list[Path]:
    """The folder itself if it is a module, otherwise the folders in it that are, or that look as if they should be."""
    if os.path.lexists(folder / MODULE) or misnamed_module(folder):
        return [folder]
    if any(path.name.lower() == LESSONS and is_folder(path) for path in entries(folder)):
        return [folder]
    found = [path for path in entries(folder) if is_folder(path) and _looks_like_module(path)]
    return sorted(found, key=lambda path: (_ORDER.index(path.name) if path.name in _ORDER else len(_ORDER), path.name))


def _looks_like_module(folder: Path) -> bool:
    if folder.name.startswith(".") or folder.name == "facts":
        return False
    return any(_YAML_LIKE.fullmatch(path.name) or path.name.lower() == LESSONS for path in entries(folder))


def misnamed_module(folder: Path) -> Path | None:
    """The file that was meant to be module.yaml, such as ``Module.yaml``, ``module.yml`` or ``modul.yaml``."""
    files = [path for path in entries(folder) if proper_name(path.name)]
    by_name = (path for path in files if proper_name(path.name).lower() == MODULE)
    return next(by_name, None) or next((path for path in files if kind_of(path) == MODULE), None)


def proper_name(name: str) -> str:
    """How a file must be called that is meant as YAML; empty for other files."""
    like = _YAML_LIKE.fullmatch(name)
    return f"{like[1]}.yaml" if like and not name.startswith(".") else ""


def kind_of(path: Path) -> str:
    """What a file is by the keys at its beginning: ``MODULE``, ``GLOSSARY`` or ``LESSONS``; empty if that is not clear.

    For files that stand where they are not read; only their beginning is looked at.
    """
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where we may not look
        return ""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:  # gone meanwhile, or not ours to read
        return ""
    return next((kind for kind, keys in _KINDS if all(re.search(rb"(?m)^%b\s*:" % key, head) for key in keys)), "")


def files_in(folder: Path, ending: str) -> list[Path]:
    """The files with that ending, by name; none when there is no such folder or it cannot be read."""
    return [path for path in entries(folder) if path.suffix == ending and not path.name.startswith(".")]


def is_project(folder: Path) -> bool:
    """Whether the folder is none of modules, but has one of these in it: ``courses`` at the root of a project."""
    return is_folder(folder / COURSES) and not any(
        os.path.lexists(path / MODULE) for path in (folder, folder / COURSES)
    )


def is_folder(path: Path) -> bool:
    """Whether there is a folder; a path that may not be looked at is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where we may not look


def entries(folder: Path) -> list[Path]:
    """What stands in the folder, by name."""
    try:
        return sorted(folder.iterdir())
    except (OSError, ValueError):  # missing, not a folder, or not ours to read: the caller finds nothing
        return []
