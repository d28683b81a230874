"""A course file as an editor sees it, for a validator that knows nothing of us.

``typed`` is what YAML 1.2 makes of it, as editors read it; ``as_text`` has each scalar as it was typed, as our loader
reads it. PyYAML's own parser builds both.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import yaml

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WHOLE = re.compile(r"[-+]?[0-9]+")
_NOTHING = {"", "~", "null", "Null", "NULL"}
_TRUTHS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}


def typed(text: str) -> Any:
    """The file with the types of YAML 1.2's core schema. Raises ``yaml.YAMLError``."""
    return _value(_tree(text), _core)


def as_text(text: str) -> Any:
    """The file with every scalar as text. Raises ``yaml.YAMLError``."""
    return _value(_tree(text), lambda node: node.value)


@lru_cache(maxsize=1)  # both are made of it, one after the other, and it takes longer than all the rest
def _tree(text: str) -> yaml.Node | None:
    node: yaml.Node | None = yaml.compose(text, yaml.SafeLoader)
    return node


def _value(node: yaml.Node | None, scalar: Callable[[yaml.ScalarNode], Any]) -> Any:
    match node:
        case yaml.MappingNode():
            return {key.value: _value(value, scalar) for key, value in node.value}
        case yaml.SequenceNode():
            return [_value(item, scalar) for item in node.value]
        case yaml.ScalarNode():
            return scalar(node)
    return None


def _core(node: yaml.ScalarNode) -> Any:
    words: str = node.value
    if node.style:
        return words
    if words in _NOTHING:
        return None
    if words in _TRUTHS:
        return _TRUTHS[words]
    if _WHOLE.fullmatch(words):
        return int(words)
    return float(words) if _NUMBER.fullmatch(words) else words
