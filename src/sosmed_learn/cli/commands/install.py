"""``sosmed-learn install``: a module from a pack, a folder or an address on disk, among the learner's own courses."""

import click

from sosmed_learn.i18n import _


def install_command() -> click.Command:
    """The command, with its help in the language in use."""
    source = click.Argument(["source"], metavar=_("SOURCE"))
    words = _(
        "Install a module, or a newer version of one. SOURCE is a pack, the folder of a module, a folder of modules, "
        "or an address on this computer that begins with file://. It says what comes and what changes, and asks."
    )
    more = _(
        "Progress is kept, except where it says otherwise before. A module with errors is not installed, and neither "
        "is one under the name of a course that comes with the app. Nothing is fetched from the network."
    )
    return click.Command("install", callback=_install, params=[source, *asked_options()], help=words, epilog=more)


def asked_options() -> list[click.Parameter]:
    """``--yes`` and ``--force``, alike wherever something is installed."""
    return [
        click.Option(["--yes", "-y"], is_flag=True, help=_("Do not ask.")),
        click.Option(
            ["--force"], is_flag=True, help=_("Also install an older version, or other content under the same version.")
        ),
    ]


def _install(source: str, *, yes: bool, force: bool) -> None:
    from sosmed_learn.cli.commands.courses.installing import install  # noqa: PLC0415 - only this command needs these
    from sosmed_learn.cli.commands.courses.sources import packs_at, path_of  # noqa: PLC0415
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415

    places = bundled()
    install(packs_at(path_of(source), places), places, yes=yes, force=force)
