"""Sentences about what went wrong, for the notice line. They name the thing, the reason, and what happens next."""

from pathlib import PurePath

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
    """Said from then on when a file was found damaged; empty otherwise."""
    damage = store.damage()
    if damage is None:
        return ""
    if damage.gone:
        return _(
            "What was saved before is gone from {name}: it was removed while the app was open. "
            "New answers are saved; for a backup: sosmed-learn progress restore"
        ).format(name=safe(damage.name))
    words = (
        _("A progress file was damaged. All that could be read in it is kept, and the file itself as {name}.")
        if damage.kept
        else _("The progress file {name} is damaged and was left as it is. All that can be read in it counts.")
    )
    return words.format(name=safe(damage.name))


def copies_notice(count: int) -> str:
    """Said when a file-sync program has put copies of our files beside them; empty for none."""
    if not count:
        return ""
    found = ngettext(
        "A file-sync program left {count} copy of a progress file.",
        "A file-sync program left {count} copies of progress files.",
        count,
    ).format(count=count)
    return found + " " + _("To take in what is in them: sosmed-learn progress merge")


def elsewhere_words(path: PurePath) -> str:
    """Where answers went that could not be saved, and how to take them in later. Printed after the app has closed."""
    words = _("What could not be saved is in {path}. To take it in later: sosmed-learn progress merge {path}")
    return words.format(path=path)


def unreadable_notice(error: LessonUnreadable) -> str:
    """A lesson that cannot be opened, with the place for its author."""
    return _("This lesson cannot be opened yet: its file has an error ({where}). The others are fine.").format(
        where=safe(error.where)
    )


def nowhere_words(error: StoreError) -> str:
    """Why answers could not be written elsewhere either."""
    return _("It could not be written elsewhere either ({reason}).").format(reason=reason(error))
