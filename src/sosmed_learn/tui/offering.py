"""What opens the thing that comes next."""

from textual.message import Message

from sosmed_learn.core.plan import Offer
from sosmed_learn.tui.messages import DiagnosisAsked, ExamAsked, LessonChosen, PassingAsked, WorksheetAsked


def way_to(offer: Offer) -> Message:
    """What opens the thing that is offered."""
    match offer.reason:
        case "task":
            return WorksheetAsked(offer.module, offer.lesson, offer.task)
        case "sitting" | "exam":
            return ExamAsked(offer.module)
        case "map" | "mapping":
            return DiagnosisAsked()
        case "path" if offer.how == "test":
            return PassingAsked(offer.module, offer.lesson)
    return LessonChosen(offer.module, offer.lesson, again=offer.reason in {"repeat", "remedy", "path"})
