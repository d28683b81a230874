"""The sentences about scenarios, E35x, E45x and W55x, in English and marked for translation. Finds nothing itself."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

SCENARIOS = {
    "E351": Entry(
        N_("There is no node `{id}` in this scenario."), N_("Write the id of one of its nodes. There are: {allowed}.")
    ),
    "E352": Entry(
        N_("There is no meter `{id}` in this scenario."), N_("Declare it under `meters`, or remove it from `effects`.")
    ),
    "E451": Entry(
        N_("This scenario has no ending."),
        N_("Let at least one node have `ending: good`, `fair` or `poor` in the place of `choices`."),
    ),
    "E452": Entry(
        N_("From the node `{id}` no ending can be reached."),
        N_("Let one of its choices, or one further on, lead to a node with `ending`."),
    ),
    "E453": Entry(
        N_("The meter begins at {value}, but it can have {high} at most."), N_("Lower `start`, or raise `most`.")
    ),
    "W551": Entry(
        N_("No way leads to the node `{id}`, so nobody ever sees it."),
        N_("Let a choice lead there, with `to: {id}`, or remove the node."),
        N_("What was written for learners never reaches them."),
    ),
    "W552": Entry(
        N_("{count} of {total} choices have no feedback, neither `why` nor `tone`."),
        N_("Say to each what it does (`why`) and how it sounds to the other side (`tone`). A draft can wait for that."),
        N_("Learners see what happens, but not why, and may learn the wrong thing from it."),
    ),
    "W553": Entry(
        N_("All endings of this scenario are good."),
        N_("Let a tempting wrong turn end as it would at work: `ending: poor` or `fair`."),
        N_("Where nothing can go wrong, learners click through and decide nothing."),
    ),
    "W554": Entry(
        N_("Whoever always takes the first choice comes to a good ending."),
        N_("Change the order of the choices at some nodes."),
        N_("Learners notice after two choices, and stop reading the others."),
    ),
    "W555": Entry(
        N_("The clock never runs out: no way takes {value} minutes before it ends."),
        N_("Lower the clock's `minutes`, or let choices cost more of them."),
        N_("Learners watch a clock that means nothing."),
    ),
    "W556": Entry(
        N_("This choice costs minutes, but the scenario has no clock."),
        N_("Add `clock: {{starts: …, minutes: …, late: …}}` to the scenario, or remove `minutes` from its choices."),
        N_("Learners never see that the choice costs time."),
    ),
    "W557": Entry(
        N_("No choice changes the meter `{id}`."),
        N_("Let choices raise or lower it, with `effects: {{{id}: -1}}`, or remove the meter."),
        N_("Learners watch a meter that means nothing."),
    ),
    "W558": Entry(
        N_("`{value}` speaks once here and is nearly `{other}`, who speaks more often."),
        N_("Write both alike, if they are one person."),
        N_("Learners would meet one more person than there is."),
    ),
    "W559": Entry(
        N_("Whoever always takes the longest choice comes to a good ending."),
        N_("Shorten some good choices, or write as much in the tempting ones."),
        N_("Learners notice after two choices, and stop reading the others."),
    ),
}
