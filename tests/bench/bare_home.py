"""The least that a home screen could be, to measure ours against: a header, a list of five, a label and a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Label, ListItem, ListView

TITLES = (
    "Strategi & perencanaan kampanye",
    "Analitik",
    "Manajemen komunitas",
    "Layanan pelanggan sosial",
    "Perdagangan sosial",
)


class BareHome(App[None]):
    def compose(self) -> ComposeResult:
        yield Header()
        yield Label("Pilih modul")
        yield ListView(*(ListItem(Label(title)) for title in TITLES))
        yield Footer()


if __name__ == "__main__":
    BareHome().run()
