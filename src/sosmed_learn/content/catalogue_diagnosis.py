"""W586 to W589: what the blind-spot map asks about a module. Part of ``catalogue``; finds nothing itself."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

DIAGNOSES = {
    "W586": Entry(
        N_("The blind-spot map needs {low} questions or more about `{id}`, but has {count}."),
        N_("Write more about it in a file that `bank` under `diagnosis` names, best one of each level."),
        N_("With fewer the map can only guess at this concept, and a retake asks what was asked before."),
    ),
    "W587": Entry(
        N_("Only the blind-spot map uses this file, and it has nothing but questions: this step is never shown."),
        N_("Remove it, or move it into a lesson."),
    ),
    "W588": Entry(
        N_("`{key}` has no effect here: the blind-spot map asks each question once, and says nothing before its end."),
        N_("Remove it, or move the question into a lesson."),
    ),
    "W589": Entry(
        N_("`{id}` is also a question in lessons/{other}.yaml."),
        N_("Ask something else here, under an id of its own."),
        N_("Who has met a question shows that it is remembered, not that the concept is known; so the map is wrong."),
    ),
}
