"""Today's plan, and what comes next, in words: what, how long, and why. Plain strings, for screens and for one line."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sosmed_learn.core.asks import Ask
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.plan import Reason
from sosmed_learn.core.today import Today
from sosmed_learn.i18n import _, ngettext
from sosmed_learn.tui.wording import minutes, offer_title, said

_NAMED = 2
"""Concepts that are named; of more one reads none."""
_REASONS = 2
"""Sentences on the questions: more nobody reads, and each question says itself why it is asked."""


def offer_reason(view: OfferView) -> str:
    """Why it is offered, in one sentence."""
    if view.offer.reason == "path":
        words = _gap_words(view)
    elif view.offer.reason == "remedy" and view.offer.through == view.offer.concept:
        words = _("{concept} went wrong several times, so its own lesson comes first.")
    elif view.offer.reason == "mapping" and not view.done:
        words = _reasons()["map"]  # it was only looked into
    else:
        words = _reasons()[view.offer.reason]
    return words.format(
        step=min(view.done + 1, view.steps),
        steps=view.steps,
        done=view.done,
        concept=said(view.concept_title) if view.concept_title else "",
        through=said(view.through_title) if view.through_title else "",
    )


def _reasons() -> dict[Reason, str]:
    return {
        "continue": _("You stopped at step {step} of {steps}; go on from there."),
        "next": _("It comes next in the module you were in."),
        "first": _("A good place to begin for what you do."),
        "other": _("You have not begun this module yet."),
        "task": _("You wrote this a while ago. See what of it holds by now."),
        "sitting": _("You stopped in the middle of it, with {done} of {steps} questions answered."),
        "exam": _("All lessons are done. The exam shows what has stayed."),
        "repeat": _("All lessons are done. This one went least well, so it is worth another look."),
        "map": _("{steps} short questions show what you know, what you do not, and what you are wrongly sure of."),
        "mapping": _("You stopped after question {done}; the map gets clearer with each of at most {steps}."),
        "remedy": _("{concept} went wrong several times. It rests on {through}, so that comes first."),
    }


def _gap_words(view: OfferView) -> str:
    """Because of which gap the map leads there, and what of the lesson is enough."""
    why = {
        "blind": _("{concept} is a blind spot of yours: you were sure, and it is something else."),
        "missing": _("You do not know {concept} yet."),
        "unsure": _("You know {concept}, without being sure of it."),
        "needed": _("What comes later on your map rests on {concept}."),
    }.get(view.offer.gap, _("{concept} was not looked at yet."))
    how = {
        "example": _("Its worked example and the questions are enough."),
        "test": _("You may know it already: a short test tells."),
    }.get(view.offer.how, "")
    return f"{why} {how}".rstrip()


def plan_title(today: Today) -> str:
    """What to do, in a few words."""
    title = offer_title(today.offer) if today.offer else ""
    if not today.asks:
        return title or _("There is no lesson to open yet.")
    count = len(today.asks)
    if not title or not today.leads_on:
        return ngettext("{count} question to review", "{count} questions to review", count).format(count=count)
    return ngettext(
        '{count} question to review, then "{title}"', '{count} questions to review, then "{title}"', count
    ).format(count=count, title=title)


def plan_facts(today: Today) -> str:
    """How long it takes, and where it is from."""
    offer = today.offer
    if today.asks:
        cut = offer is not None and today.leads_on and offer.minutes > today.minutes - today.asking
        rest = cut or today.more
        return _("about {minutes}").format(minutes=minutes(today.planned)) + (_(", the rest can wait") if rest else "")
    if offer is None:
        return ""
    # The title of an exam says of which module it is.
    module = said(offer.module_title) if offer.has_lesson else ""
    facts = " · ".join(words for words in (module, minutes(offer.minutes)) if words)
    return facts + (_(", in parts if you like") if today.minutes < offer.minutes else "")


def plan_reason(today: Today) -> str:
    """Why just this: the questions first, and then the step that is announced behind them."""
    if today.asks:
        words = [*islice(_of_asks(today.asks), _REASONS)]
        if today.offer and today.leads_on:
            title, reason = offer_title(today.offer), offer_reason(today.offer)
            words.append(_('"{title}": {reason}').format(title=title, reason=reason))
        return " ".join(words)
    if today.unread:
        return _("Looking up what is fading, which would come first.")
    return offer_reason(today.offer) if today.offer else ""


def _of_asks(asks: Iterable[Ask]) -> Iterator[str]:
    """Of what one was sure and wrong, what is fading besides, and what is looked at."""
    concepts: dict[str, list[str]] = {}
    for ask in asks:
        name = said(ask.item.concept)
        if name not in concepts.setdefault(ask.why, []):
            concepts[ask.why].append(name)
    if sure := concepts.get("sure"):
        yield _("You were sure of something else about {concepts}.").format(concepts=_listed(sure))
    if fading := [name for name in concepts.get("due", []) if name not in concepts.get("sure", [])]:
        yield _("Fading: {concepts}.").format(concepts=_listed(fading))
    if words := concepts.get("words"):
        yield _("A belief about {concepts} is asked in other words.").format(concepts=_listed(words))
    if confirm := concepts.get("confirm"):
        yield _("The map takes you to know {concepts}; that is looked at once.").format(concepts=_listed(confirm))


def _listed(names: list[str]) -> str:
    shown = names[:_NAMED]
    if any(_(" and ") in name for name in shown):
        return "; ".join(shown)
    return _("{one} and {other}").format(one=shown[0], other=shown[1]) if len(shown) > 1 else shown[0]
