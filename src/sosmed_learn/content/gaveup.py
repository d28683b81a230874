"""Why YAML gave up, and how to read on: asks the rules one after the other. Imported only when it has given up.

The rules are in ``blockrules`` and ``flowrules``.
"""

from collections.abc import Callable

import yaml

from sosmed_learn.content import blockrules, flowrules
from sosmed_learn.content.case import Case, add, place
from sosmed_learn.content.glued import Mend, MendFirstError
from sosmed_learn.content.nodes import Trail
from sosmed_learn.content.problems import Sheet


def explain(error: yaml.MarkedYAMLError | MendFirstError, trail: Trail, lines: list[str], sheet: Sheet) -> list[Mend]:
    """Say what is wrong; how to read on, or nothing if that cannot be done."""
    if isinstance(error, MendFirstError):
        sheet.add(error.code, error.span, **error.args_of_problem)
        return error.mends
    at = place(error.problem_mark)
    start = place(error.context_mark) if error.context_mark else at
    case = Case(error.problem or "", error.context or "", at, start, lines, trail, sheet)
    for rule in _RULES:
        mends = rule(case)
        if mends is not None:
            return mends
    add(sheet, "E129", *at)
    return []


# The first that knows the case speaks; the order is from the certain to the general.
_RULES: tuple[Callable[[Case], list[Mend] | None], ...] = (
    blockrules.too_deep,
    blockrules.under_block,
    blockrules.spacing,
    flowrules.suspected,
    flowrules.hashtag,
    flowrules.glued_colon,
    flowrules.closed_above,
    flowrules.property_sign,
    flowrules.token,
    blockrules.directive,
    blockrules.block_head,
    blockrules.not_allowed,
    flowrules.in_quotes,
    blockrules.no_colon,
    flowrules.behind_quote,
    flowrules.in_flow,
    flowrules.behind_bracket,
    flowrules.not_closed,
    blockrules.misfit,
)
