"""The minutes that the learner has taken for now, and when they are over. Stops nobody; pages ask it."""

from typing import NamedTuple, Self

from sosmed_learn.core.study import Clock
from sosmed_learn.i18n import ngettext


class TimeBox(NamedTuple):
    """``ends`` is a moment on the clock that is never set."""

    minutes: int
    ends: float

    @classmethod
    def of(cls, minutes: int, clock: Clock) -> Self:
        """So many minutes from now on."""
        return cls(minutes, clock.seconds() + 60 * minutes)

    def is_over(self, clock: Clock) -> bool:
        """Whether they have passed."""
        return clock.seconds() >= self.ends

    def left(self, clock: Clock) -> int:
        """How many minutes are left, a begun one as a whole one."""
        return max(0, -int((clock.seconds() - self.ends) // 60))


def stop_words(timebox: TimeBox | None, clock: Clock) -> str:
    """That the minutes are over, where they are: what stands on screen has just begun, so it can wait."""
    if timebox is None or not timebox.is_over(clock):
        return ""
    words = ngettext(
        "Your {count} minute is over. This is a good place to stop: Esc keeps it, and you go on right here.",
        "Your {count} minutes are over. This is a good place to stop: Esc keeps it, and you go on right here.",
        timebox.minutes,
    )
    return words.format(count=timebox.minutes)
