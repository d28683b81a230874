"""``sosmed-learn next``: what to do next and why, in one line: the same as Home offers."""

import click

from sosmed_learn.cli.streams import say
from sosmed_learn.cli.wiring import progress_of, study, tell_aside
from sosmed_learn.core.insight import insight
from sosmed_learn.core.itembank import item_bank
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.today import Today, todays_plan
from sosmed_learn.i18n import _, in_use, ngettext
from sosmed_learn.tui.plan_words import offer_reason, plan_facts, plan_reason, plan_title


def next_command() -> click.Command:
    """The command, with its help in the language in use."""
    return click.Command("next", callback=_next, help=_("Say what to do next, in one line."))


def _next() -> None:
    opened = study()
    progress = progress_of(opened)
    tell_aside(opened)
    clock = opened.clock
    known = insight(item_bank(opened.library), progress, clock.now(), clock.today())
    say(_line(todays_plan(known, opened.library)))


def _line(today: Today) -> str:
    if not today.asks:
        return _sentence(today.offer) if today.offer else _("There is no lesson to open yet.")
    return f"{plan_title(today)} ({plan_facts(today)}). {plan_reason(today)}"


def _sentence(view: OfferView) -> str:
    lesson, module = view.lesson_title.say(in_use()), view.module_title.say(in_use())
    time = ngettext("{count} minute", "{count} minutes", view.minutes).format(count=view.minutes)
    line = {
        "continue": _('Go on with "{lesson}" ({module}), step {step} of {steps}, about {time} in all.'),
        "next": _('Next: "{lesson}" ({module}), {time}.'),
        "other": _('A module you have not begun: "{lesson}" ({module}), {time}.'),
        "first": _('Begin with "{lesson}" ({module}), {time}: a good place for what you do.'),
        "task": _('Your document "{task}" of "{lesson}" ({module}): see what of it holds by now.'),
        "sitting": _('Go on with the exam of "{module}": {done} of {steps} answered, {time} in all.'),
        "exam": _('All lessons are done. The exam of "{module}" shows what has stayed: {steps} questions, {time}.'),
        "map": _(
            "Begin with the blind-spot map: {steps} questions, about {time}, show what you know, what you do not, "
            "and what you are wrongly sure of."
        ),
        "mapping": _("Go on with the blind-spot map: {done} of at most {steps} answered, about {time} more."),
        "remedy": _('"{lesson}" ({module}), {time}: {concept} was missed several times, and it rests on {through}.')
        if view.offer.through != view.offer.concept
        else _('"{lesson}" ({module}), {time}: {concept} was missed several times.'),
        "path": _('The map leads to "{lesson}" ({module}), {time}. {reason}'),
        "repeat": _('All lessons are done. Worth another look: "{lesson}" ({module}), {time}.'),
    }[view.offer.reason]
    step = min(view.done + 1, view.steps)
    task = view.task_title.say(in_use()) if view.task_title else ""
    concept = view.concept_title.say(in_use()) if view.concept_title else ""
    through = view.through_title.say(in_use()) if view.through_title else ""
    return line.format(
        concept=concept, through=through, done=view.done, task=task, lesson=lesson, module=module, time=time, step=step,
        steps=view.steps, reason=offer_reason(view),
    )  # fmt: skip
