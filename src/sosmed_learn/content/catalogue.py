"""What each problem code means: a sentence and a hint, in English, marked for translation. Finds nothing itself.

Codes never change their meaning: E1xx the file and its YAML, E2xx its shape, E3xx references, E4xx meaning, W5xx
warnings, W6xx how questions are written; of these, E35x, E45x and W55x are about scenarios, E47x and W57x about tasks,
W58x about exams and the diagnosis, W590 about a fact. Names in braces are the arguments of the problem; those in
``WORDS`` are themselves translated.
"""

from sosmed_learn.content.catalogue_diagnosis import DIAGNOSES
from sosmed_learn.content.catalogue_drawn import DRAWN
from sosmed_learn.content.catalogue_exam import EXAMS
from sosmed_learn.content.catalogue_fences import FENCES
from sosmed_learn.content.catalogue_files import FILE, YAML
from sosmed_learn.content.catalogue_lint import LINT
from sosmed_learn.content.catalogue_parts import PARTS
from sosmed_learn.content.catalogue_scenario import SCENARIOS
from sosmed_learn.content.catalogue_task import TASKS
from sosmed_learn.content.catalogue_values import MEANING, REFERENCES, SHAPE
from sosmed_learn.content.catalogue_warnings import WARNINGS
from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

GUESS = N_("Did you mean `{guess}`?")
"""Stands before the hint of any problem that has a guess."""

UNREAD = N_("The rest of the file was not read yet, so there may be more: check again after mending.")
"""Stands behind the hint of a problem at which reading stopped."""

CURLY = N_("YAML knows only straight quotes: \"…\" or '…', not “…” or ‘…’.")  # noqa: RUF001 - the curly ones are what this is about
"""Stands behind the hint of a problem in a line with curly quotes round a text."""

WORDS = frozenset({"expected", "form", "found", "meaning", "reason"})
"""Arguments that are words of ours and not of the course."""

CATALOGUE: dict[str, Entry] = (
    FILE
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
