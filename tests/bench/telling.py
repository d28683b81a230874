"""What all measurements share: taking turns, and a line that tells a ratio with its bound."""

from collections.abc import Callable
from statistics import median


def take_turns(ours: Callable[[int], float], theirs: Callable[[int], float], pairs: int) -> tuple[float, float]:
    """The medians of both, measured in turns; who goes first changes from pair to pair."""
    found: tuple[list[float], list[float]] = ([], [])
    for number in range(pairs):
        for which in (0, 1) if number % 2 else (1, 0):
            found[which].append((ours, theirs)[which](number))
    return median(found[0]), median(found[1])


def report(what: str, unit: str, ours: float, theirs: float, limit: float, *, beside: str = "bare") -> bool:
    """Print one line; whether the ratio is within its limit."""
    ratio = ours / theirs
    verdict = "pass" if ratio <= limit else "FAIL"
    figures = f"ours {ours:7.1f} {unit}   {beside} {theirs:7.1f} {unit}"
    print(f"{what:38} {figures}   ratio {ratio:5.2f} of {limit}   {verdict}", flush=True)
    return ratio <= limit
