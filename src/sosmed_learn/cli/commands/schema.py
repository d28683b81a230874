"""``sosmed-learn schema``: the course format as JSON Schema, so that editors complete and explain keys."""

from pathlib import Path

import click

from sosmed_learn.cli.streams import reason, say, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _

KINDS = ("module", "lesson", "glossary", "facts")


def schema_command() -> click.Command:
    """The command, with its help in the language in use."""
    kind = click.Argument(["kind"], required=False, type=click.Choice(KINDS), metavar="[module|lesson|glossary|facts]")
    write = click.Option(
        ["--write", "folder"],
        type=click.Path(file_okay=False, path_type=Path),
        metavar=_("FOLDER"),
        help=_("Write the schemas into the folder .schema beside your modules, for editors."),
    )
    words = _(
        "Print the course format as JSON Schema (draft-07). Without a kind of file, one schema for all of them. "
        "An editor with yaml-language-server then completes and explains every key."
    )
    return click.Command("schema", callback=_schema, params=[kind, write], help=words)


def _schema(kind: str | None, folder: Path | None) -> None:
    from sosmed_learn.content.schema import schema_of, schema_of_any  # noqa: PLC0415 - only this command needs it
    from sosmed_learn.content.schemafiles import as_text  # noqa: PLC0415

    if folder is None:
        say(as_text(schema_of(kind) if kind else schema_of_any()))
    elif kind:
        raise click.UsageError(
            _("--write always writes the schemas of all kinds of files. Leave out {kind}.").format(kind=kind)
        )
    else:
        _write(folder)


def _write(folder: Path) -> None:
    from sosmed_learn.content.schemafiles import example, write_schemas  # noqa: PLC0415

    try:
        written = write_schemas(folder)
    except OSError as error:
        words = _("The schemas cannot be written into {path}: {reason}.").format(path=folder, reason=reason(error))
        raise Refused(words) from error
    for path in written:
        say(str(path))
    tell(_("The first line of each course file now tells the editor where its schema is. In a lesson, for example:"))
    tell(f"  {example('lesson')}")
