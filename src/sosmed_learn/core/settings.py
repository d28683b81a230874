"""What the learner can set: names and values as they stand in the events. What they do is said by the screen.

A value that an older or a newer app has saved, or a hand, is kept and shown as it is until the learner chooses another.
"""

from collections.abc import Mapping

from msgspec import Struct

from sosmed_learn.core.plan import ROLES
from sosmed_learn.core.progress import GOAL
from sosmed_learn.core.text import LANGUAGES

REVIEWS = "reviews"
RETENTION = "retention"
CONFIDENCE = "confidence"
EXAM_LIMIT = "exam-limit"
ON, OFF = "on", "off"
_SWITCH = (ON, OFF)


class Setting(Struct, frozen=True):
    """One setting: its ``values`` in the order in which they are gone through, and the ``usual`` one."""

    name: str
    values: tuple[str, ...]
    usual: str

    def of(self, settings: Mapping[str, str]) -> str:
        """Its value now. A number written in another way is the same one."""
        now = settings.get(self.name, self.usual)
        return next((value for value in self.values if _same(value, now)), now)

    def beside(self, settings: Mapping[str, str], by: int) -> str:
        """The value that many steps further, round and round; from one that is not among them, the usual one."""
        now = self.of(settings)
        if now not in self.values:
            return self.usual
        return self.values[(self.values.index(now) + by) % len(self.values)]


SETTINGS = (
    Setting("language", LANGUAGES, "id"),
    Setting("theme", ("sosmed-dark", "sosmed-light"), "sosmed-dark"),
    Setting("role", ROLES, "admin"),
    Setting("minutes", ("5", "7", "10", "20"), "7"),
    Setting(GOAL, (OFF, *map(str, range(1, 8))), "3"),
    Setting(REVIEWS, _SWITCH, ON),
    Setting(RETENTION, ("0.8", "0.85", "0.9", "0.95"), "0.9"),
    Setting(CONFIDENCE, _SWITCH, ON),
    Setting(EXAM_LIMIT, _SWITCH, ON),
)


def reviews_on(settings: Mapping[str, str]) -> bool:
    """Whether the learner wants to be asked again what was learnt before."""
    return settings.get(REVIEWS) != OFF


def _same(value: str, now: str) -> bool:
    if value == now:
        return True
    try:
        return float(value) == float(now)
    except ValueError:
        return False
