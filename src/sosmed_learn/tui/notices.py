"""Sentences about what went wrong, for the notice line. They name the thing, the reason, and what happens next."""

from sosmed_learn.core.errors import LessonUnreadable, StoreError
from sosmed_learn.core.study import EventStore
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.wording import safe

_REASONS = {
    "full": N_("the disk is full"),
    "denied": N_("no permission to write there"),
    "read-only": N_("the folder can only be read"),
    "locked": N_("another program holds the file"),
    "newer": N_("the file was made by a newer version; update the app"),
    "other": N_("the computer refused"),
}


def reason(error: StoreError) -> str:
    """Why, in a few words, with the system's own words where ours are vague."""
    words = _(_REASONS[error.trouble])
    return f"{words}: {safe(error.detail)}" if error.trouble == "other" and error.detail else words


def unsaved_notice(error: StoreError, count: int) -> str:
    """What is not on disk and what the app does about it."""
    kept = ngettext(
        "{count} answer or step is not saved yet ({reason}).",
        "{count} answers or steps are not saved yet ({reason}).",
        count,
    ).format(count=count, reason=reason(error))
    return kept + " " + _("Carry on; we keep trying and will not close before you know.")


def aside_notice(store: EventStore) -> str:
    """Said from then on when a damaged file was moved aside; empty otherwise."""
    aside = store.set_aside()
    if aside is None:
        return ""
    return _(
        "The progress file was damaged. It was kept as {name}, nothing was overwritten, and a new one began."
    ).format(name=safe(aside.name))


def unreadable_notice(error: LessonUnreadable) -> str:
    """A lesson that cannot be opened, with the place for its author."""
    return _("This lesson cannot be opened yet: its file has an error ({where}). The others are fine.").format(
        where=safe(error.where)
    )
