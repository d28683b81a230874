"""What is wrong with drawn values and formulas: E44x and W54x."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

DRAWN = {
    "E441": Entry(
        N_("The formula `{value}` cannot be worked out: {reason}."),
        N_("Write it as on a calculator, with the names of the values, such as `spend / orders * 100`."),
    ),
    "E442": Entry(
        N_("There is no value `{id}` here."),
        N_("Values are declared under `given` or `computed`; a computed one can only use those above it."),
    ),
    "E443": Entry(
        N_("`{id}` already means something else in formulas and texts."),
        N_("Give the value another name; `answer`, `slip`, the names of functions and of other values are taken."),
    ),
    "E444": Entry(
        N_("There is nothing to draw for `{id}` from {low} to {high} in steps of {step}."),
        N_("Write the smaller number at `from`, the larger at `to`, and a step above 0."),
    ),
    "E445": Entry(
        N_("No draw of these values makes a question: {reason}."),
        N_("Change the ranges, or the condition at `where`, until the formula works and each slip differs from it."),
    ),
    "E446": Entry(
        N_("The answer is worked out from `{id}`, but this text does not show it."),
        N_("Put `{{{id}}}` into the text where learners need the number."),
    ),
    "E447": Entry(
        N_("The answer comes to {value}…, which nobody can type to its end."),
        N_("Add `round: 0` (or how many decimals you want), and say so in the question; or add a `tolerance`."),
    ),
    "E448": Entry(
        N_("The question itself shows the answer."), N_("Take `{{answer}}` out of the prompt; it belongs in `why`.")
    ),
    "W541": Entry(
        N_("The value `{id}` is drawn or worked out, but nothing uses it."), N_("Use it in a text, or remove it.")
    ),
    "W543": Entry(
        N_("`{text}` is shown as it stands: braces show a value only round its bare name."),
        N_("Write only the name of the value between the braces, such as `{{spend}}`."),
    ),
    "W542": Entry(
        N_("There are only {count} different draws, so practice soon repeats itself."),
        N_("Widen a range, make its step smaller, or add values to a list."),
    ),
}
