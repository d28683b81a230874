"""Formulas that an author writes: ``spend / orders``. Exact decimals, a few functions, the given names, nothing else.

``simpleeval`` evaluates them; here it is cut down to arithmetic, comparisons and ``a if b else c``: no text, no
attributes, no lists, no names but the given ones. Sizes and powers have limits, so that no formula can be slow.
"""

import ast
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, DecimalException, localcontext
from functools import lru_cache
from threading import local
from typing import Any

from sosmed_learn.core.errors import SosmedError

LONGEST = 200
"""Characters of a formula."""
LARGEST = Decimal(10) ** 15
"""No number on the way may be larger: nobody can check it by hand."""
_MOST_POWER = 12
_DIGITS = 40


class FormulaError(SosmedError):
    """A formula that cannot be read or worked out. ``fault`` says what is wrong, ``word`` the part it is about.

    Faults: ``syntax``, ``name``, ``function``, ``feature``, ``zero``, ``large``, ``long``.
    """

    def __init__(self, fault: str, word: str = "") -> None:
        super().__init__(f"{fault}: {word}")
        self.fault = fault
        self.word = word


@lru_cache(maxsize=256)
def names_in(formula: str) -> tuple[str, ...]:
    """The names that the formula uses, functions apart, in their order. Raises ``FormulaError``."""
    tree = _parsed(formula)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    named = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called]
    named.sort(key=lambda node: (node.lineno, node.col_offset))
    return tuple(dict.fromkeys(node.id for node in named))


def evaluate(formula: str, values: Mapping[str, Decimal]) -> Decimal:
    """What the formula comes to. Raises ``FormulaError``; a condition gives 1 or 0."""
    import simpleeval  # noqa: PLC0415 - most sittings meet no formula

    tree = _parsed(formula)
    evaluator = _evaluator()
    evaluator.names = dict(values)
    try:
        with localcontext(prec=_DIGITS):
            value = evaluator.eval(formula, previously_parsed=tree)
    except simpleeval.NameNotDefined as error:
        raise FormulaError("name", error.name) from error
    except simpleeval.FunctionNotDefined as error:
        raise FormulaError("function", error.func_name) from error
    except simpleeval.InvalidExpression as error:
        raise FormulaError("feature") from error
    except ZeroDivisionError as error:
        raise FormulaError("zero") from error
    except DecimalException as error:  # 0 / 0 among them
        raise FormulaError("zero") from error
    except TypeError as error:  # a function with too many values, or a comparison that is added to something
        raise FormulaError("feature") from error
    except RecursionError as error:
        raise FormulaError("long") from error
    return _sized(Decimal(int(value)) if isinstance(value, bool) else value)


class _Mine(local):
    """What each thread has of its own: an evaluator holds the names of the formula that it works on."""

    evaluator: Any = None


_MINE = _Mine()


def _evaluator() -> Any:  # noqa: ANN401 - simpleeval is imported late
    """The thread's evaluator; to make one takes longer than most formulas do."""
    if _MINE.evaluator is None:
        import simpleeval  # noqa: PLC0415

        class Arithmetic(simpleeval.SimpleEval):  # type: ignore[misc]
            """Looks at each part of a formula once: what ``_parsed`` let through comes to numbers and nothing else.

            To search every number on the way for functions and modules takes more than half of the time.
            """

            def _eval(self, node: ast.AST) -> object:
                reader = self.nodes.get(type(node))
                return super()._eval(node) if reader is None else reader(node)

        made = Arithmetic(operators=_OPERATORS, functions=_FUNCTIONS, names={})
        made.nodes = {kind: reader for kind, reader in made.nodes.items() if kind in _ALLOWED}
        made.nodes[ast.Constant] = _constant

        def named(node: ast.Name) -> Decimal:
            """A name is a given value, and never a function: those are met where they are called."""
            if node.id not in made.names:
                raise simpleeval.NameNotDefined(node.id, made.expr)
            return made.names[node.id]  # type: ignore[no-any-return]

        made.nodes[ast.Name] = named
        _MINE.evaluator = made
    return _MINE.evaluator


def rounded(value: Decimal, places: int) -> Decimal:
    """Half up, as people round: 2.5 becomes 3. ``places`` is how many decimals are kept."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@lru_cache(maxsize=256)
def _parsed(formula: str) -> Any:  # noqa: ANN401 - one node of Python's syntax tree
    if len(formula) > LONGEST:
        raise FormulaError("long")
    try:
        tree = ast.parse(formula.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise FormulaError("syntax", formula) from error
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and type(node) not in _ALLOWED:
            raise FormulaError("feature", ast.get_source_segment(formula.strip(), node) or "")
    return tree


def _constant(node: ast.Constant) -> Decimal:
    return _number(node.value)


@lru_cache(maxsize=256, typed=True)
def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FormulaError("feature", str(value))
    return _sized(Decimal(str(value)))


def _sized(value: Decimal) -> Decimal:
    if -LARGEST <= value <= LARGEST:
        return value
    raise FormulaError("large")


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    if abs(exponent) > _MOST_POWER:
        raise FormulaError("large")
    return _sized(Decimal(base**exponent))


def _round(value: Decimal, places: Decimal = Decimal(0)) -> Decimal:
    return rounded(value, max(-_MOST_POWER, min(_MOST_POWER, int(places))))


def _floor(value: Decimal) -> Decimal:
    return Decimal(value // 1 if value >= 0 or value == value.to_integral_value() else value // 1 - 1)


def _ceil(value: Decimal) -> Decimal:
    return -_floor(-value)


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "min": min,
    "max": max,
    "abs": abs,
    "round": _round,
    "floor": _floor,
    "ceil": _ceil,
}
FUNCTIONS = tuple(_FUNCTIONS)
"""The functions that a formula can use."""

_OPERATORS: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Add: lambda a, b: _sized(a + b),
    ast.Sub: lambda a, b: _sized(a - b),
    ast.Mult: lambda a, b: _sized(a * b),
    ast.Div: lambda a, b: _sized(a / b),
    ast.Mod: lambda a, b: a % b,
    ast.Pow: _power,
    ast.USub: lambda a: -a,
    ast.UAdd: lambda a: a,
    ast.Not: lambda a: not a,
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
    ast.Gt: lambda a, b: a > b,
    ast.Lt: lambda a, b: a < b,
    ast.GtE: lambda a, b: a >= b,
    ast.LtE: lambda a, b: a <= b,
}
_ALLOWED = frozenset({ast.Name, ast.UnaryOp, ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Call, ast.Constant})
