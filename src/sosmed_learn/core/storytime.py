"""The clock of a story: times of day as authors write them, ``19:40`` or ``19.40``, and how they go on."""

_HOUR = 60
_DAY = 24 * _HOUR


def minutes_of(time: str) -> int:
    """Minutes since midnight. Raises ``ValueError`` for what is no time of day."""
    hours, minutes = time.replace(".", ":").split(":")
    return int(hours) * _HOUR + int(minutes)


def after_minutes(time: str, minutes: int) -> str:
    """The time of day so many minutes later, ``19:40``; after midnight a new day begins."""
    now = (minutes_of(time) + minutes) % _DAY
    return f"{now // _HOUR:02d}:{now % _HOUR:02d}"
