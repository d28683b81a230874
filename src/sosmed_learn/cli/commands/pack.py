"""``sosmed-learn pack``: a module as one file that can be sent to learners.

Exit code 0 when the pack was written, 1 when it was refused, 2 when the command was used wrongly.
"""

import os
import tempfile
from pathlib import Path

import click

from sosmed_learn.cli.paths import look_at
from sosmed_learn.cli.streams import reason, say, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _, ngettext


def pack_command() -> click.Command:
    """The command, with its help in the language in use."""
    module = click.Argument(["module"], type=click.Path(path_type=Path), metavar=_("MODULE"))
    output = click.Option(
        ["--output", "-o"],
        type=click.Path(path_type=Path),
        help=_("Write to this file or into this folder, instead of ID-VERSION.zip here."),
    )
    force = click.Option(["--force"], is_flag=True, help=_("Overwrite a file of that name."))
    words = _(
        "Make one file of a module, with the facts that it cites, for learners to install. MODULE is its folder. "
        "A module with errors is not packed; they are shown as check shows them."
    )
    more = _(
        "The same module always gives the same file, byte for byte. Learners use it with sosmed-learn install FILE."
    )
    return click.Command("pack", callback=_pack, params=[module, output, force], help=words, epilog=more)


def _pack(module: Path, output: Path | None, *, force: bool) -> None:
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415
    from sosmed_learn.cli.commands.courses.sources import packed, refuse_broken  # noqa: PLC0415 - only here
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.content.packs.judging import judge  # noqa: PLC0415
    from sosmed_learn.content.packs.placing import stage  # noqa: PLC0415
    from sosmed_learn.content.problems import name_of  # noqa: PLC0415

    places, folder = bundled(), _module(module)
    pack = packed(folder, places)
    with tempfile.TemporaryDirectory(prefix="sosmed-learn-") as room:  # what learners get, looked at as they will
        staged = stage(pack, Path(room))
        refuse_broken(
            judge(staged, pack.file_name, places, SystemClock().today(), [folder.parent]).errors, pack.file_name
        )
    target = Path(pack.file_name) if output is None else output
    target = target / pack.file_name if target.is_dir() else target
    data = pack.as_bytes()
    _write(target, data, force=force)
    say(name_of(target))
    files = ngettext("{count} file", "{count} files", len(pack.files)).format(count=len(pack.files))
    words = _("{files}, {size} kB. Learners install it with: sosmed-learn install {name}")
    tell(words.format(files=files, size=max(1, len(data) // 1000), name=target.name))


def _module(path: Path) -> Path:
    """The folder of the module that is meant. Raises ``click.UsageError`` when it is none, or several."""
    from sosmed_learn.content.folders import MODULE, module_folders  # noqa: PLC0415
    from sosmed_learn.content.harmless import harmless  # noqa: PLC0415

    look_at(path)
    here = Path(os.path.abspath(path))  # noqa: PTH100 - "." has no name; resolve would follow links
    folder = here.parent if here.name == MODULE else here
    if os.path.lexists(folder / MODULE):
        return folder
    found = [each.name for each in module_folders(folder) if os.path.lexists(each / MODULE)]
    if found:
        words = _("There are several modules in {path}. A pack holds one: name its folder. There are {names}.")
        raise click.UsageError(words.format(path=harmless(str(path)), names=harmless(", ".join(found))))
    words = _("There is no module in {path}. Name the folder that has module.yaml in it.")
    raise click.UsageError(words.format(path=harmless(str(path))))


def _write(target: Path, data: bytes, *, force: bool) -> None:
    """Write the pack as a whole or not at all. Raises ``Refused``."""
    from sosmed_learn.content.packs.writing import write_pack  # noqa: PLC0415

    try:
        write_pack(target, data, over=force)
    except FileExistsError as error:
        words = _("{path} is there already. Raise the version of the module, choose another name, or add --force.")
        raise Refused(words.format(path=target)) from error
    except OSError as error:
        words = _("{path} cannot be written: {reason}").format(path=target, reason=reason(error))
        raise Refused(words) from error
