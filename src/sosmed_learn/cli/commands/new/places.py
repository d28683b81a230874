"""Where new files go: the module or lesson that is meant, and writing with a sentence for whatever goes wrong."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from sosmed_learn.cli.commands.new.asking import choose, somebody_there
from sosmed_learn.cli.paths import look_at, pasted
from sosmed_learn.cli.streams import reason, say, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.content.documents import Document
from sosmed_learn.content.folders import LESSONS, MODULE, ModuleFolder, module_folders, read_module
from sosmed_learn.content.format import LessonFile, ModuleFile
from sosmed_learn.content.problems import name_of
from sosmed_learn.content.schemafiles import FOLDER, courses_of, modeline, write_schemas
from sosmed_learn.i18n import _


def the_module(folder: Path) -> tuple[ModuleFolder, ModuleFile]:
    """The module in ``folder``, or the only one below it; of several, the one that a person picks.

    Raises ``click.UsageError`` when none is meant clearly, ``Refused`` when it has an error.
    """
    look_at(folder)
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - "." has no name; resolve would follow links
    around = here.parent if here.name == LESSONS else here
    found = [path for path in module_folders(around) if os.path.lexists(path / MODULE)]
    if not found:
        words = _("There is no module in `{path}`. Name its folder with --in, or begin one: sosmed-learn new module.")
        raise click.UsageError(words.format(path=folder))
    if len(found) > 1 and not somebody_there():
        names = ", ".join(path.name for path in found)
        raise click.UsageError(_("Which one is meant? Name the folder with --in: {names}.").format(names=names))
    name = choose(_("Which module?"), [path.name for path in found])
    module = read_module(next(path for path in found if path.name == name), around)
    if module.value is None or module.file.sheet.has_errors:
        raise Refused(_broken(module.file.sheet.path))
    return module, module.value


def the_lesson(path: Path) -> tuple[Path, Document[LessonFile], ModuleFile]:
    """The lesson file that ``path`` names, or of a module the one that a person picks.

    Raises ``click.UsageError`` when none is meant clearly, ``Refused`` when it has an error.
    """
    look_at(path)
    file = Path(os.path.abspath(path)) if path.is_file() else None  # noqa: PTH100 - resolve would follow links
    if file and (file.parent.name != LESSONS or file.suffix != ".yaml"):
        raise click.UsageError(_("{path} is not a lesson of a module: those are lessons/NAME.yaml.").format(path=path))
    module, value = the_module(file.parent if file else path)
    if file:
        name = file.stem
    elif len(value.lessons) > 1 and not somebody_there():
        names = ", ".join(f"{LESSONS}/{lesson}.yaml" for lesson in value.lessons)
        raise click.UsageError(_("Which one is meant? Name the file with --in: {names}.").format(names=names))
    elif value.lessons:
        name = choose(_("Which lesson?"), value.lessons)
    else:
        raise click.UsageError(_("The module has no lesson yet. Begin one: sosmed-learn new lesson."))
    document = module.read_lesson(name)
    if not document.usable:
        raise Refused(_broken(document.sheet.path))
    return module.lesson_path(name), document, value


def _broken(path: str) -> str:
    return _("{path} has an error. Mend it first: sosmed-learn check shows where.").format(path=path)


def write(files: Mapping[Path, str], *, changed: Mapping[Path, bytes] | None = None) -> None:
    """Write new files, then change others, and say all their paths. Raises ``Refused`` where that cannot be."""
    from sosmed_learn.content.newfiles import write_new  # noqa: PLC0415 - not before all is known

    try:
        write_new(files, changed or {})
    except FileExistsError as error:
        words = _("{path} is there already, and nothing is overwritten. Choose another name.")
        raise Refused(words.format(path=name_of(Path(error.filename)))) from error
    except OSError as error:
        words = _("{path} cannot be written: {reason}")
        where = name_of(Path(error.filename)) if error.filename else ""
        raise Refused(words.format(path=where, reason=reason(error))) from error
    for path in (*files, *(changed or {})):
        say(name_of(path))


def add_schemas(module: Path) -> None:
    """Write the schemas beside the module, unless they are there. Without them an editor only helps less."""
    courses = courses_of(module)
    if os.path.lexists(courses / FOLDER):
        return
    try:
        write_schemas(courses)
    except OSError as error:
        words = _("The schemas cannot be written into {path}: {reason}.")
        tell(words.format(path=name_of(courses), reason=reason(error)))


def lesson_modeline(module: Path, lesson: Path) -> str:
    """The first line of a new lesson; empty in a module that has no schemas beside it."""
    courses = courses_of(module)
    return modeline("lesson", lesson, courses) if os.path.lexists(courses / FOLDER) else ""


def now_check(paths: Sequence[Path]) -> None:
    """Say what to do next."""
    names = " ".join(pasted(name_of(path)) for path in paths)
    tell(_("Write your own words over the example, then check them: sosmed-learn check {paths}").format(paths=names))
