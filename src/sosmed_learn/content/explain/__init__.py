"""``page(code)``: all about one problem code, for an author who has a quarter of an hour. Finds nothing itself.

The sentences are those of the catalogue; the examples are tried by tests: the bad one gives the code, the good one not.
"""

from sosmed_learn.content.catalogue import CATALOGUE
from sosmed_learn.content.explain.english import ENGLISH
from sosmed_learn.content.explain.example import Example
from sosmed_learn.content.explain.of_diagnoses import DIAGNOSES
from sosmed_learn.content.explain.of_drawn import DRAWN
from sosmed_learn.content.explain.of_exams import EXAMS
from sosmed_learn.content.explain.of_fences import FENCES
from sosmed_learn.content.explain.of_files import FILES, YAML
from sosmed_learn.content.explain.of_meaning import MEANING, WARNINGS
from sosmed_learn.content.explain.of_parts import PARTS
from sosmed_learn.content.explain.of_questions import LINT
from sosmed_learn.content.explain.of_scenarios import SCENARIOS
from sosmed_learn.content.explain.of_tasks import TASKS
from sosmed_learn.content.explain.of_values import REFERENCES, SHAPE
from sosmed_learn.content.harmless import harmless
from sosmed_learn.i18n import N_, _, in_use

EXAMPLES: dict[str, Example] = (
    FILES
    | YAML
    | SHAPE
    | REFERENCES
    | MEANING
    | PARTS
    | DRAWN
    | FENCES
    | SCENARIOS
    | TASKS
    | EXAMS
    | DIAGNOSES
    | WARNINGS
    | LINT
)
"""An example for every code of the catalogue."""

_SHUT = N_(
    "Until it is mended, learners cannot open the lesson; the app tells them so, and the other lessons are safe."
)
_YAML_SOURCE = "YAML 1.1, https://yaml.org/spec/1.1/"
_FORMAT_SOURCE = "sosmed-learn: the course format, version 1"

_LONGEST = 100  # characters of a line of an example
_MOST = 14  # lines


def page(code: str) -> str:
    """The page about ``code``, in the language in use."""
    entry, example = CATALOGUE[code], EXAMPLES[code]
    why = entry.why or example.why or _SHUT
    spoken = ENGLISH.get(code) if in_use() == "en" else None
    bad, good = example.sketch or spoken or (example.bad, example.good)
    legend = f"{_(example.legend)}\n" if example.legend else ""
    kind = _("warning") if code.startswith("W") else _("error")
    parts = [
        f"{code} ({kind})\n{_plain(_(entry.what))}",
        _headed(_("Why it matters to a learner"), _(why)),
        _headed(_("How to mend it"), _plain(_(entry.hint))),
        _headed(_("Bad"), legend + _shown(bad)),
        _headed(_("Good"), _shown(good)),
        _headed(_("Source"), example.source or (_YAML_SOURCE if code in YAML else _FORMAT_SOURCE)),
    ]
    return "\n\n".join(parts)


def _headed(title: str, body: str) -> str:
    lines = body.split("\n")
    return "\n".join([title, *(f"  {line}".rstrip() for line in lines)])


def _plain(template: str) -> str:
    """A sentence with its arguments left open."""
    return template.format_map(_Open())


class _Open(dict[str, str]):
    """Arguments that are not known: an ellipsis for each."""

    def __missing__(self, name: str) -> str:
        return "…"


def _shown(piece: str) -> str:
    """An example on screen: tabs and odd spaces are named, and what is long only for length's sake is cut."""
    lines = [_line(line) for line in piece.rstrip("\n").split("\n")]
    rest = [f"… (+{len(lines) - _MOST})"] if len(lines) > _MOST else []
    return "\n".join([*lines[:_MOST], *rest]) if piece else _("(nothing)")


def _line(line: str) -> str:
    line = harmless(line).replace("\u00a0", "\\u00a0")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
