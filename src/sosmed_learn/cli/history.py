"""Earlier versions of a course file, read through the ``git`` command. Nothing of the repository is changed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from sosmed_learn.cli.revision import RevisionUnreadable, contents, git
from sosmed_learn.content.translations import Version

MOST_VERSIONS = 200
"""What is older says little about a translation of today, and reading takes time."""

_COMMIT = "\x01"
_THERE = "AMR"  # added, modified, renamed: where a commit deletes a file there is nothing to read


def versions(path: Path) -> list[Version]:
    """The file as it was after each commit, the oldest first; empty for one that was never committed.

    Raises ``RevisionUnreadable`` without git, and outside of a repository.
    """
    around = path.parent
    asked = ["log", f"-n{MOST_VERSIONS}", "--follow", f"--diff-filter={_THERE}", f"--format={_COMMIT}%H %cs"]
    if not git(around, "rev-list", "--all", "--max-count=1").strip():
        return []  # nothing was committed yet, and git would call that an error
    listed = git(around, "-c", "core.quotePath=false", *asked, "--name-only", "--", path.name)
    found = list(_commits(listed.decode("utf-8", "surrogateescape")))
    texts = contents(around, [f"{commit}:{name}" for commit, _day, name in found])
    return [
        Version(day, text.decode("utf-8", "replace"))
        for (_commit, day, _name), text in zip(reversed(found), reversed(list(texts)), strict=True)
    ]


def history_of_git() -> Callable[[Path], list[Version]]:
    """``versions``, with git's refusal as wrong use of the command."""

    def history(path: Path) -> list[Version]:
        try:
            return versions(path)
        except RevisionUnreadable as error:
            raise click.UsageError(str(error)) from error

    return history


def _commits(listed: str) -> Iterator[tuple[str, str, str]]:
    """Commit, day and name of the file there, out of what ``git log --name-only`` prints."""
    for part in listed.split(_COMMIT)[1:]:
        head, _empty, name, *_rest = part.split("\n")
        commit, day = head.split()
        yield commit, day, name
