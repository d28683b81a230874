"""How what comes next is named, why it is offered, and what opens it."""

from textual.message import Message

from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.plan import Offer
from sosmed_learn.i18n import _
from sosmed_learn.tui.messages import ExamAsked, LessonChosen, WorksheetAsked
from sosmed_learn.tui.wording import offer_title

__all__ = ["offer_reason", "offer_title", "way_to"]


def way_to(offer: Offer) -> Message:
    """What opens the thing that is offered."""
    match offer.reason:
        case "task":
            return WorksheetAsked(offer.module, offer.lesson, offer.task)
        case "sitting" | "exam":
            return ExamAsked(offer.module)
    return LessonChosen(offer.module, offer.lesson, again=offer.reason == "repeat")


def offer_reason(view: OfferView) -> str:
    """Why it is offered, in one sentence."""
    return {
        "continue": _("You stopped at step {step} of {steps}; go on from there."),
        "next": _("It comes next in the module you were in."),
        "first": _("A good place to begin for what you do."),
        "other": _("You have not begun this module yet."),
        "task": _("You wrote this a few days ago. See what of it holds by now."),
        "sitting": _("You stopped in the middle of it, with {done} of {steps} questions answered."),
        "exam": _("All lessons are done. The exam shows what has stayed."),
        "repeat": _("All lessons are done. This one went least well, so it is worth another look."),
    }[view.offer.reason].format(step=min(view.done + 1, view.steps), steps=view.steps, done=view.done)
