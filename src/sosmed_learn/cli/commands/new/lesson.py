"""``sosmed-learn new lesson``: a lesson file, and its name in the list of module.yaml."""

import os
from pathlib import Path

import click

from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _, in_use


def lesson_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], required=False, metavar=_("[NAME]"))
    inside = click.Option(
        ["--in", "folder"],
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        metavar=_("FOLDER"),
        help=_("The folder of the module; without it, the one that you are in."),
    )
    title = click.Option(["--title"], metavar=_("WORDS"), help=_("The title in Indonesian."))
    title_en = click.Option(["--title-en"], metavar=_("WORDS"), help=_("The title in English."))
    concept = click.Option(["--concept"], metavar="ID", help=_("The concept that it teaches; one of the module."))
    words = _(
        "Begin a lesson with something to read and two questions, and add it to the list of the module. "
        "Without a NAME you are asked."
    )
    params: list[click.Parameter] = [name, inside, title, title_en, concept]
    return click.Command("lesson", callback=_lesson, params=params, help=words)


def _lesson(name: str | None, folder: Path, title: str | None, title_en: str | None, concept: str | None) -> None:
    from sosmed_learn.cli.commands.new.asking import name_and_title  # noqa: PLC0415 - only what is needed
    from sosmed_learn.cli.commands.new.concepts import the_concept  # noqa: PLC0415
    from sosmed_learn.cli.commands.new.places import lesson_modeline, now_check, the_module, write  # noqa: PLC0415
    from sosmed_learn.content.folders import MODULE  # noqa: PLC0415
    from sosmed_learn.content.inserting import CannotInsert, with_lesson  # noqa: PLC0415
    from sosmed_learn.content.problems import name_of  # noqa: PLC0415
    from sosmed_learn.content.scaffold import Subject, Voice, lesson_file  # noqa: PLC0415

    module, value = the_module(folder)

    def refusal(found: str) -> str:
        if found in value.lessons:
            words = _("{name} is in the list of {path} already. Choose another name.")
            return words.format(name=found, path=name_of(module.path / MODULE))
        if os.path.lexists(module.lesson_path(found)):
            words = _("{path} is there already, and nothing is overwritten. Choose another name.")
            return words.format(path=name_of(module.lesson_path(found)))
        return ""

    found, titles = name_and_title(name, title, title_en, example=_("A new lesson"), refusal=refusal)
    tested = the_concept(concept, value, asked=name is None)
    path, listing = module.lesson_path(found), module.path / MODULE
    voice = Voice(in_use(), value.languages)
    text = lesson_file(found, titles, Subject(tested), voice, lesson_modeline(module.path, path))
    try:
        changed = with_lesson(listing.read_bytes(), found)
    except CannotInsert as error:
        words = _(
            "{name} cannot be added to the list of {path} by itself. "
            "Write the list as lessons: [a, b] first, then try again."
        )
        raise Refused(words.format(name=found, path=name_of(listing))) from error
    write({path: text}, changed={listing: changed})
    now_check([module.path])
