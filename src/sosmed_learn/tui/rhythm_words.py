"""How the rhythm of a learner is said. A week below the goal is said for what it was, and nothing is made of it."""

from collections.abc import Iterator

from sosmed_learn.core.rhythm import Rhythm
from sosmed_learn.i18n import _, ngettext


def this_week_in_short(rhythm: Rhythm) -> str:
    """``2 dari 3 hari``, for the head of Home; empty without a goal."""
    count, goal = rhythm.now.count, rhythm.goal
    if goal is None:
        return ""
    if count > goal:
        return f"{_days(count)} ✓"
    words = ngettext("{done} of {goal} day", "{done} of {goal} days", goal).format(done=count, goal=goal)
    return f"{words} ✓" if count == goal else words


def this_week(rhythm: Rhythm) -> str:
    """The week that is not over yet, in a sentence."""
    count, goal = rhythm.now.count, rhythm.goal
    if goal is None:
        return _("This week: {days}.").format(days=_days(count))
    if count > goal:
        return _("{days} this week, more than your goal of {goal}.").format(days=_days(count), goal=goal)
    words = ngettext("{done} of {goal} day this week.", "{done} of {goal} days this week.", goal)
    sentence = words.format(done=count, goal=goal)
    reached = _("Your goal is reached.")
    return f"{sentence} {reached}" if count == goal else sentence


def weeks_before(rhythm: Rhythm) -> Iterator[str]:
    """What is to be said of the weeks before, if anything."""
    if rhythm.goal is None:
        yield _("No goal is set. Every day is still kept here.")
        return
    if rhythm.kept:
        words = ngettext("Goal reached in {count} week so far", "Goal reached in {count} weeks so far", rhythm.kept)
        row = _(", the last {count} of them in a row").format(count=rhythm.in_a_row) if rhythm.in_a_row > 1 else ""
        yield f"{words.format(count=rhythm.kept)}{row}."
    last = rhythm.weeks[-2] if len(rhythm.weeks) > 1 else None
    if last is not None and last.goal is not None and not last.kept:
        yield _("Last week: {days}. Nothing is lost by that.").format(days=_days(last.count))


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=count)
