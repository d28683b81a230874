"""What is said of tries: which one this is, and how many are left. Says something only where it matters."""

from sosmed_learn.core.drilling import is_drawn
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.session import Session
from sosmed_learn.i18n import _, ngettext


def asked_again(session: Session) -> str:
    """Above a question that is asked once more: why, and what counts. Empty for one that is asked first."""
    question = session.question
    if question is None:
        return ""
    if session.drill is not None and is_drawn(question):
        return _("Once more with other numbers. It is not counted.")
    if session.answered is not None:
        return ""
    if session.rehearsal:
        words = _("Once more what went wrong. It is not counted.")
    elif session.drill is not None:
        words = _("Once more. Your first answer is the one that counts.")
    else:
        return ""
    return " ".join([words, *_which(session, question)])


def after_wrong(session: Session) -> str:
    """Under the verdict on a wrong answer: how many tries are left, and whether the question comes back."""
    question, given = session.question, session.answered
    if question is None or given is None or given.verdict.correct:
        return ""
    words = _which(session, question)
    left = session.tries_left(question)
    if left and session.can_retry:
        words.append(ngettext("One more try.", "{count} more tries.", left).format(count=left))
    if session.drill is None and session.comes_back(session.step):
        words.append(_("You will be asked this once more."))
    return " ".join(words)


def _which(session: Session, question: AnyQuestion) -> list[str]:
    """Which try of how many, where the author has set more than one."""
    number, most = session.try_number, question.tries or 1
    if number is None or most == 1 or (is_drawn(question) and not session.rehearsal):
        return []
    return [_("Try {number} of {all}.").format(number=number, all=most)]
