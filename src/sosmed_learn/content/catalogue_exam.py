"""W58x: the exam of a module. Part of ``catalogue``; finds nothing itself."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

EXAMS = {
    "W581": Entry(
        N_("The exam is to ask {value} questions, but only {count} can be asked."),
        N_("Lower `questions`, or write more: in the lessons, or for the exam alone in a file that `bank` names."),
        N_("The exam then asks every question each time, so a second try only tests whether the first is remembered."),
    ),
    "W582": Entry(
        N_("`{id}` is taught, but no question of the exam is about it."),
        N_("Ask about it in a lesson or in the exam's bank. First guesses (`pretest`) do not count."),
        N_("A learner passes without having shown this, and is told nothing about it."),
    ),
    "W583": Entry(
        N_("Only the exam uses this file, and an exam has nothing but questions: this step is never shown."),
        N_("Remove it, or move it into a lesson."),
    ),
    "W584": Entry(
        N_("`{id}` is a first guess (`pretest`), which an exam never asks, and this file is for the exam alone."),
        N_("Remove `pretest`, or move the question into a lesson."),
    ),
    "W585": Entry(
        N_("`tries` has no effect here: in an exam every question is answered once."),
        N_("Remove it, or move the question into a lesson."),
    ),
}
