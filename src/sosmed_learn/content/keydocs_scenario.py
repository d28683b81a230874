"""What each group and key of a scenario is for, in a sentence. ``keydocs`` adds them to those of the rest."""

from collections.abc import Mapping

from sosmed_learn.content import format as shape
from sosmed_learn.i18n import N_

_AT = N_("The time of day in the story, such as 19:40.")
_FROM = N_("Who says it. Without a name it is told, not said.")

SCENARIO_GROUPS: Mapping[type[shape.Shape], str] = {
    shape.ScenarioShape: N_("A case in which learners choose what to do, and see what comes of it."),
    shape.NodeShape: N_("A moment of the story: what is said, then `choices`, or an `ending`."),
    shape.MessageShape: N_("One more thing that is said at that moment."),
    shape.ReplyShape: N_("Something that the learner can do there."),
    shape.MeterShape: N_("Something that choices raise and lower, such as trust. It goes from 0 to `most`."),
    shape.ClockShape: N_("The time that the learner has in the story. It stands still while one reads and thinks."),
}

SCENARIO_KEYS: Mapping[type[shape.Shape], Mapping[str, str]] = {
    shape.ScenarioShape: {
        "id": N_("The scenario's id, unique in its lesson. It never changes: progress is kept under it."),
        "title": N_("The title, shown above the story all the time."),
        "nodes": N_("The moments of the story, in any order."),
        "start": N_("The id of the node with which the story begins; without it, the first one."),
        "intro": N_("What to know before it begins: who one is, and what is at stake."),
        "telling": N_("How messages are drawn: a chat, public comments, or notes of a case."),
        "concept": N_("The id of the concept that is practised."),
        "meters": N_("Up to four meters that choices change."),
        "clock": N_("A clock, where time matters."),
        "facts": N_("The ids of the facts that the texts of this scenario cite as [^id]."),
        "aliases": N_("Ids that the scenario had before, so that progress is kept after renaming."),
        "ignore": N_("Warnings that do not fit here, each with its reason."),
    },
    shape.NodeShape: {
        "id": N_("The node's id, which `to` names. It never changes: what learners have tried is kept under it."),
        "text": N_("What is said or told first."),
        "from": _FROM,
        "at": _AT,
        "messages": N_("What is said after that."),
        "choices": N_("What the learner can do now."),
        "ending": N_("That the story ends here, and how well: good, fair or poor."),
        "title": N_("The name of the ending, by which learners know which ones they have found."),
        "debrief": N_("What to take from this ending: what decided it, and what to do next time."),
    },
    shape.MessageShape: {"text": N_("What is said or told."), "from": _FROM, "at": _AT},
    shape.ReplyShape: {
        "text": N_("What the learner says or does."),
        "to": N_("The id of the node with which the story goes on."),
        "id": N_("An id, if the words may still change. Without one, it is made from the Indonesian words."),
        "why": N_("About the decision: what it does, and why it is good, or why it tempts all the same."),
        "tone": N_("About the tone: how it sounds to whoever reads it."),
        "effects": N_("By how much it changes meters: the id of each, and a number such as 1 or -1."),
        "minutes": N_("How many minutes of the story it takes."),
        "misconception": N_("The id of the common wrong belief behind this choice."),
    },
    shape.MeterShape: {
        "id": N_("The meter's id, which `effects` name."),
        "title": N_("What it is called, in one or two words."),
        "start": N_("Where it stands at the beginning."),
        "most": N_("The most that it can have; 5 without it."),
        "empty": N_(
            "The id of the node with which the story goes on when the meter is at 0. A choice that leads to an ending "
            "of its own goes there."
        ),
    },
    shape.ClockShape: {
        "starts": N_("The time of day at which the story begins, such as 19:40."),
        "minutes": N_("How many minutes there are."),
        "late": N_(
            "The id of the node with which the story goes on when they are over. A choice that leads to an ending of "
            "its own goes there."
        ),
    },
}
