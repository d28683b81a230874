"""Today's plan in words: what, how long, and why."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from sosmed_learn.core.asks import Ask
from sosmed_learn.core.today import Today
from sosmed_learn.i18n import _, ngettext
from sosmed_learn.tui.offering import offer_reason, offer_title
from sosmed_learn.tui.wording import minutes, said

_NAMED = 2
"""Concepts that are named; of more one reads none."""


def plan_words(today: Today) -> list[Content]:
    """The title, the time and what it is about, and the reason: each a line or more."""
    if not today.any:
        return [Content(_("There is no lesson to open yet."))]
    lines = [Content.styled(_title(today), "bold"), Content.styled(_facts(today), "$text-muted")]
    return [*lines, *(Content(reason) for reason in _reasons(today))]


def _title(today: Today) -> str:
    title = offer_title(today.offer) if today.offer else ""
    if not today.asks:
        return title
    count = len(today.asks)
    if not title:
        return ngettext("{count} question to review", "{count} questions to review", count).format(count=count)
    return ngettext(
        '{count} question to review, then "{title}"', '{count} questions to review, then "{title}"', count
    ).format(count=count, title=title)


def _facts(today: Today) -> str:
    offer = today.offer
    if today.asks:
        return _("about {minutes}").format(minutes=minutes(today.planned))
    if offer is None:
        return ""
    # The title of an exam says of which module it is.
    module = "" if offer.offer.reason in {"sitting", "exam"} else said(offer.module_title)
    facts = " · ".join(words for words in (module, minutes(offer.minutes)) if words)
    return facts + (_(", in parts if you like") if today.minutes < offer.minutes else "")


def _reasons(today: Today) -> Iterator[str]:
    if today.asks:
        yield " ".join(_of_asks(today.asks))
    elif today.offer is not None:
        yield offer_reason(today.offer)


def _of_asks(asks: Iterable[Ask]) -> Iterator[str]:
    """Of what one was sure and wrong, and what is fading."""
    concepts: dict[str, list[str]] = {}
    for ask in asks:
        name = said(ask.item.concept)
        if name not in concepts.setdefault(ask.why, []):
            concepts[ask.why].append(name)
    if sure := concepts.get("sure"):
        yield _("You were sure of something else about {concepts}.").format(concepts=_listed(sure))
    if fading := concepts.get("due"):
        yield _("Fading: {concepts}.").format(concepts=_listed(fading))
    if words := concepts.get("words"):
        yield _("A belief about {concepts} is asked in other words.").format(concepts=_listed(words))
    if confirm := concepts.get("confirm"):
        yield _("The map takes you to know {concepts}; that is looked at once.").format(concepts=_listed(confirm))


def _listed(names: list[str]) -> str:
    shown = names[:_NAMED]
    return _("{one} and {other}").format(one=shown[0], other=shown[1]) if len(shown) > 1 else shown[0]
