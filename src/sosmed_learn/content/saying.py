"""What a problem says in words: what is wrong, why it matters, how to mend it. Lays nothing out.

Whatever comes from a course file or a file name is made harmless before it is put into a sentence.
"""

from sosmed_learn.content.catalogue import CATALOGUE, CURLY, GUESS, UNREAD, WORDS
from sosmed_learn.content.harmless import harmless
from sosmed_learn.content.problems import Problem
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import in_language, in_use


def message(problem: Problem, language: Language | None = None) -> str:
    """What is wrong, in ``language`` or the one in use, on one line and fit for a terminal."""
    return _filled(CATALOGUE[problem.code].what, problem, language or in_use())


def hint(problem: Problem, language: Language | None = None) -> str:
    """How to mend it, in ``language`` or the one in use, on one line and fit for a terminal."""
    given = dict(problem.args)
    parts = [GUESS] if given.get("guess") else []
    parts.append(CATALOGUE[problem.code].hint)
    parts += [CURLY] if "curly" in given else []
    parts += [UNREAD] if "unread" in given else []
    return " ".join(_filled(part, problem, language or in_use()) for part in parts)


def reason(problem: Problem, language: Language | None = None) -> str:
    """What it does to a learner, in ``language`` or the one in use; empty where that goes without saying."""
    why = CATALOGUE[problem.code].why
    return _filled(why, problem, language or in_use()) if why else ""


def _filled(template: str, problem: Problem, language: Language) -> str:
    said = {name: in_language(language, value) if name in WORDS else value for name, value in problem.args}
    return harmless(in_language(language, template).format_map(_Said(said)))


class _Said(dict[str, str]):
    """A sentence that names something that the problem does not know is still better than none."""

    def __missing__(self, name: str) -> str:
        return "…"
