"""``sosmed-learn completion SHELL``: the script that lets a shell complete our commands."""

import click
from click.shell_completion import get_completion_class

from sosmed_learn.cli.streams import say
from sosmed_learn.i18n import _

SHELLS = ("bash", "zsh", "fish")


def completion_command() -> click.Command:
    """The command, with its help in the language in use."""
    lines = (
        "\b",  # click then leaves the lines as they are
        "sosmed-learn completion bash >> ~/.bashrc",
        "sosmed-learn completion zsh >> ~/.zshrc   # " + _("below the line with compinit"),
        "sosmed-learn completion fish > ~/.config/fish/completions/sosmed-learn.fish",
    )
    words = _("Print the completion script of a shell. To switch it on:") + "\n\n" + "\n".join(lines)
    shell = click.Argument(["shell"], type=click.Choice(SHELLS))
    short = _("Print the completion script of a shell: bash, zsh or fish.")
    return click.Command("completion", callback=_completion, params=[shell], help=words, short_help=short)


def _completion(shell: str) -> None:
    root = click.get_current_context().find_root()
    maker = get_completion_class(shell)
    if maker is None:
        message = f"click knows no completion for {shell}"
        raise TypeError(message)
    name = root.info_name or "sosmed-learn"
    say(maker(root.command, {}, name, f"_{name}_COMPLETE".replace("-", "_").upper()).source())
