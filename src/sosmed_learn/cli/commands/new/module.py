"""``sosmed-learn new module``: a folder with a module.yaml, a glossary and a first lesson."""

import os
from pathlib import Path

import click

from sosmed_learn.cli.streams import tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _, in_use

NOT_FOR_A_MODULE = frozenset({"lessons", "facts", "seeds", "courses", "con", "prn", "aux", "nul"})
"""Folders that mean something else in a course folder, or that Windows cannot have."""


def module_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], required=False, metavar=_("[NAME]"))
    inside = click.Option(
        ["--in", "folder"],
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        metavar=_("FOLDER"),
        help=_("The folder of your modules; without it, the one that you are in."),
    )
    title = click.Option(["--title"], metavar=_("WORDS"), help=_("The title in Indonesian."))
    title_en = click.Option(["--title-en"], metavar=_("WORDS"), help=_("The title in English."))
    words = _(
        "Begin a module: a folder with module.yaml, a glossary and a first lesson, in both languages. "
        "Without a NAME you are asked."
    )
    params: list[click.Parameter] = [name, inside, title, title_en]
    return click.Command("module", callback=_module, params=params, help=words)


def _refuse_inside_a_module(folder: Path) -> None:
    """Raise ``Refused`` where a module would stand in another one, in which nobody looks for modules."""
    from sosmed_learn.content.folders import MODULE  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.content.problems import name_of  # noqa: PLC0415

    here = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve would follow links
    for around in (here, here.parent):
        if os.path.lexists(around / MODULE):
            words = _(
                "`{path}` is a module already, and a module inside a module is not read. "
                "Name the folder around it: --in {folder}"
            )
            raise Refused(words.format(path=name_of(around), folder=name_of(around.parent)))


def _module(name: str | None, folder: Path, title: str | None, title_en: str | None) -> None:
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.cli.commands.new.asking import name_and_title  # noqa: PLC0415
    from sosmed_learn.cli.commands.new.places import add_schemas, now_check, write  # noqa: PLC0415
    from sosmed_learn.cli.paths import pasted  # noqa: PLC0415
    from sosmed_learn.content.problems import name_of  # noqa: PLC0415
    from sosmed_learn.content.scaffold import NewModule, Voice, module_files  # noqa: PLC0415
    from sosmed_learn.content.schemafiles import courses_of, modeline  # noqa: PLC0415

    def refusal(found: str) -> str:
        if found in NOT_FOR_A_MODULE:
            words = _(
                "A module cannot be called {name}: a folder of that name means something else. Choose another name."
            )
            return words.format(name=found)
        if os.path.lexists(folder / found):
            words = _("{path} is there already, and nothing is overwritten. Choose another name.")
            return words.format(path=name_of(folder / found))
        return ""

    _refuse_inside_a_module(folder)
    found, titles = name_and_title(name, title, title_en, example=_("Product photos"), refusal=refusal)
    target = folder / found
    lesson = "pelajaran-pertama" if in_use() == "id" else "first-lesson"
    places = {"module": "module.yaml", "glossary": "glossary.yaml", "lesson": f"lessons/{lesson}.yaml"}
    modelines = {kind: modeline(kind, target / place, courses_of(target)) for kind, place in places.items()}
    files = module_files(NewModule(found, titles, lesson, SystemClock().today()), Voice(in_use()), modelines)
    write({target / place: text for place, text in files.items()})
    add_schemas(target)
    now_check([target])
    shown = pasted(str(courses_of(target)))
    tell(_("To see it in the app: SOSMED_LEARN_COURSES={path} sosmed-learn").format(path=shown))
