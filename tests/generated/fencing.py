"""Chats, posts and charts as they stand in a text. All that could not be shown in one is kept out of its words."""

import re
from collections.abc import Callable
from random import Random

Words = Callable[[], str]
"""Something to say; what of it fits is used."""

_OPENED = re.compile(r"(?m)^( {0,3}(?:`{3,}|~{3,}) *)(chat|post|chart)(?= *$)")
_KEYS = ("account", "place", "picture", "caption", "hashtags", "views", "likes", "comments", "shares", "saves")
_MARKS = ("", "", " 7.05", " 19:40 ✓", " ✓✓", " ✓")


def fence(chance: Random, words: Words) -> str:
    """One of any kind."""
    kind, make = chance.choice([("chat", _chat), ("post", _post), ("chart", _chart)])
    marks = chance.choice(["```", "~~~", "````"])
    return "\n".join([f"{marks}{kind}", *make(chance, words), marks])


def unfenced(said: str) -> str:
    """``said`` without anything that would open one of these: who knows what followed."""
    return _OPENED.sub(r"\1x\2", said)


def _line(words: Words, most: int = 300) -> str:
    """One line, that is not empty."""
    return " ".join(words().split())[:most].strip() or "."


def _name(words: Words, most: int) -> str:
    return re.sub(r"[:>]", " ", _line(words, most)).strip() or "Rani"


def _chat(chance: Random, words: Words) -> list[str]:
    lines = [f"{_name(words, 30)}{chance.choice(_MARKS)}: {_line(words)}"]
    for _ in range(chance.randint(0, 5)):
        said = f"{chance.choice(['', '> ', '>'])}{_name(words, 30)}{chance.choice(_MARKS)}: {_line(words)}"
        more = f"  {_line(words)}" if not lines[-1].startswith("--") else said  # a message goes on, a day does not
        lines.append(chance.choice([said, said, more, f"-- {_line(words, 40)} --"]))
    return lines


def _post(chance: Random, words: Words) -> list[str]:
    lines = []
    for key in chance.sample(_KEYS, chance.randint(1, len(_KEYS))):
        lines.append(f"{key}: {_line(words)}")
        lines += [f"  {_line(words)}"] if not chance.randrange(4) else []
    return lines


def _chart(chance: Random, words: Words) -> list[str]:
    shape, width = chance.choice(["bars", "line", "share"]), chance.choice([1, 1, 2, 3])
    lines = [f"type: {shape}"] if shape != "bars" or chance.randrange(2) else []
    lines += [f"{key}: {_line(words, 60)}" for key in ("title", "unit", "x", "y") if not chance.randrange(2)]
    if width > 1:
        lines.append("series: " + " | ".join(f"s{at}" for at in range(width)))
    low = -50 if shape == "line" else 0
    for at in range(chance.choice([1, 2, 7, 31])):
        values = [chance.choice([0, chance.randint(low, 10**6), 10**12, 0.25]) for _ in range(width)]
        lines.append(f"{at} {_name(words, 30)}: {' | '.join(map(str, values))}")
    return lines
