"""Our two themes. Quiet paper and ink, one accent, one warning; every pair of text and ground has at least 4.5:1."""

from textual.theme import Theme

DARK = Theme(
    name="sosmed-dark",
    dark=True,
    primary="#8fd0b0",
    secondary="#9fb8d8",
    accent="#8fd0b0",
    warning="#e9bd73",
    error="#f0a08c",
    success="#8fd0b0",
    foreground="#e8e6e1",
    background="#15181c",
    surface="#1c2025",
    panel="#262b31",
    variables={
        "text-muted": "#a8aeb5",
        "border": "#59626c",
        "footer-key-foreground": "#8fd0b0",
        "input-cursor-background": "#8fd0b0",
        "input-cursor-foreground": "#15181c",
        "input-selection-background": "#8fd0b0 30%",
        "block-cursor-background": "#8fd0b0",
        "block-cursor-foreground": "#15181c",
    },
)

LIGHT = Theme(
    name="sosmed-light",
    dark=False,
    primary="#0b6547",
    secondary="#2f4f7a",
    accent="#0b6547",
    warning="#7f4f00",
    error="#9c2f1c",
    success="#0b6547",
    foreground="#22262b",
    background="#fbf9f5",
    surface="#f3f0ea",
    panel="#e7e3da",
    variables={
        "text-muted": "#555b62",
        "border": "#8a8f95",
        "footer-key-foreground": "#0b6547",
        "input-cursor-background": "#0b6547",
        "input-cursor-foreground": "#fbf9f5",
        "input-selection-background": "#0b6547 25%",
        "block-cursor-background": "#0b6547",
        "block-cursor-foreground": "#fbf9f5",
    },
)
