"""The author's own editor, opened at a line in the way that it understands. Knows no screen."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct

from sosmed_learn.cli.streams import reason
from sosmed_learn.i18n import _

VARIABLES = ("VISUAL", "EDITOR")
WITHOUT_ANY = ("nano", "micro", "notepad.exe")
"""Tried where no editor is named: they say on screen how to leave them, or are a window."""

_GOTO = {"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"}
_COLON = {"hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce"}
_PLUS = {
    "vi", "vim", "nvim", "view", "nano", "pico", "micro", "emacs", "emacsclient", "kak", "joe", "jed", "mg", "ne",
    "ed", "gvim", "gedit", "pluma", "mousepad",
}  # fmt: skip
_LINE_OPTION = {"kate": "-l", "kwrite": "-l", "notepad++": "-n", "bbedit": "+", "mate": "-l", "xed": "-l"}
_WINDOWS = {
    *_GOTO, "subl", "sublime_text", "zed", "zeditor", "lapce", "gvim", "gedit", "pluma", "mousepad", "notepad",
    "bbedit", "kate", "kwrite", "notepad++", "mate", "xed", "open", "xdg-open",
}  # fmt: skip
"""Editors with a window of their own: the terminal stays ours while they are open."""

Run = Callable[[Sequence[str]], int]


class EditorCall(Struct, frozen=True):
    """A command that opens an editor, or the ``trouble`` that there is none. Implements ``core.study.Editing``."""

    command: tuple[str, ...] = ()
    takes_terminal: bool = False
    trouble: str = ""

    def run(self) -> str:
        """Open it, and where it takes the terminal, wait for its end; a sentence when that did not go well."""
        if self.trouble:
            return self.trouble
        try:
            if not self.takes_terminal:
                nowhere = subprocess.DEVNULL
                subprocess.Popen(self.command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)  # noqa: S603 - the author's own command
                return ""
            code = subprocess.run(self.command, check=False).returncode  # noqa: S603 - the same
        except OSError as error:
            words = _("The editor {name} cannot be started: {reason}. Set EDITOR to another one.")
            return words.format(name=self.command[0], reason=reason(error))
        return _("The editor {name} ended with code {code}.").format(name=self.command[0], code=code) if code else ""


def editor_call(path: str, line: int, environment: Mapping[str, str] = os.environ) -> EditorCall:
    """How to open ``path`` at ``line`` in the editor that the environment names, or in one that is easy to leave."""
    named = next((environment[name] for name in VARIABLES if environment.get(name, "").strip()), "")
    try:
        words = _split(named) if named else _found(environment)
    except ValueError:
        return EditorCall(trouble=_("The quotes in EDITOR do not match: {command}").format(command=named))
    if not words:
        return EditorCall(
            trouble=_("No editor is set. Name yours, such as nano, in the variable EDITOR and start again.")
        )
    name = _name(words)
    return EditorCall((*words, *_at_line(name, path, line)), takes_terminal=name not in _WINDOWS)


def _split(command: str) -> list[str]:
    """The words of the command; on Windows a backslash is part of a path."""
    if os.path.exists(command):  # noqa: PTH110 - a path with blanks that nobody has quoted
        return [command]
    return [word.strip('"') for word in shlex.split(command, posix=False)] if os.name == "nt" else shlex.split(command)


def _found(environment: Mapping[str, str]) -> list[str]:
    places = environment.get("PATH")
    return [found for name in WITHOUT_ANY if (found := shutil.which(name, path=places))][:1]


def _name(words: Sequence[str]) -> str:
    """The name of the editor without its folder and ending; ``flatpak run …`` and the like are what they are."""
    name = PurePath(words[0].replace("\\", "/")).name.lower()
    for ending in (".exe", ".cmd", ".bat"):
        name = name.removesuffix(ending)
    return name


def _at_line(name: str, path: str, line: int) -> tuple[str, ...]:
    """The arguments for a line, in the way of the editor; only the path for one that we do not know."""
    if name in _GOTO:
        return "-g", f"{path}:{line}"
    if name in _COLON:
        return (f"{path}:{line}",)
    if name in _LINE_OPTION:
        return (f"+{line}", path) if _LINE_OPTION[name] == "+" else (_LINE_OPTION[name], str(line), path)
    return (f"+{line}", path) if name in _PLUS else (path,)
