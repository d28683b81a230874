"""The least that a question screen could be: a header, the question, an ``OptionList`` and a footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList, Static

ASKED = (
    "Rini, admin Keripik Mbok Sarti, mengunggah foto produk setiap pagi selama tiga bulan. Penjualan tetap jalan di "
    "tempat. Apa yang sebaiknya ia putuskan lebih dulu?"
)
OPTIONS = (
    "Tambahan jam unggah supaya akunnya makin ramai",
    "Ide video yang bisa viral supaya pembeli datang",
    "Orang yang dituju dan tindakan yang diharapkan",
)


class BareQuestion(App[None]):
    def compose(self) -> ComposeResult:
        yield Header()
        yield Static(ASKED)
        yield OptionList(*OPTIONS)
        yield Footer()


if __name__ == "__main__":
    BareQuestion().run()
