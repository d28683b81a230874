"""What is seen of fences without reading Markdown agrees with what Markdown makes of them."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sosmed_learn.content.texts import plainly_closed

PIECES = [
    "```",
    "````",
    "~~~",
    "`",
    "chat",
    " ",
    "    ",
    "- ",
    "> ",
    "1. ",
    "<b>",
    "<!--",
    "[a]: /u '",
    "Rani: ya",
    "\n",
    "\n\n",
]


def _unclosed(said: str) -> bool:
    """Whether a block between fences takes in all that follows it."""
    for token in MarkdownIt().parse(f"{said}\n"):
        if token.type == "fence" and token.map:
            first, end = token.map
            if token.content.count("\n") == end - first - 1:
                return True
    return False


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_plainly_closed_is_closed_for_markdown(said: str) -> None:
    assert not (plainly_closed(said) and _unclosed(said))


def test_a_chat_between_texts_is_plainly_closed() -> None:
    assert plainly_closed("Baca:\n\n- satu\n\n```chat\nRani: ya\n```\n\n~~~~\n~~~\n~~~~~\n") is False
    assert plainly_closed("Baca:\n\n- satu\n\n```chat\nRani: ya\n```\n\nLalu jawab.")


def test_a_fence_that_stays_open_is_not() -> None:
    assert not plainly_closed("```chat\nRani: ya\n")
