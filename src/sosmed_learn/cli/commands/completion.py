"""``sosmed-learn completion SHELL``: the script that lets a shell complete our commands."""

import click
from click.shell_completion import get_completion_class

from sosmed_learn.i18n import _

SHELLS = ("bash", "zsh", "fish")


def completion_command() -> click.Command:
    """The command, with its help in the language in use."""
    words = _("Print the completion script of a shell. For bash: sosmed-learn completion bash >> ~/.bashrc")
    return click.Command(
        "completion", callback=_completion, params=[click.Argument(["shell"], type=click.Choice(SHELLS))], help=words
    )


def _completion(shell: str) -> None:
    root = click.get_current_context().find_root()
    maker = get_completion_class(shell)
    if maker is None:
        message = f"click knows no completion for {shell}"
        raise TypeError(message)
    name = root.info_name or "sosmed-learn"
    click.echo(maker(root.command, {}, name, f"_{name}_COMPLETE".replace("-", "_").upper()).source())
