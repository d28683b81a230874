"""A task for the tests of core and of the screens: a plan of one page with words, numbers, a choice and a sum."""

from sosmed_learn.core.task import Criterion, Entry, FieldChoice, Task, TaskField
from sosmed_learn.core.text import Text

PLAN = Task(
    id="one-page",
    title=Text("Strategi satu halaman", "One-page strategy"),
    minutes=15,
    brief=Text("Tulis untuk usahamu sendiri.", "Write it for your own business."),
    document="strategi-satu-halaman",
    fields=(
        TaskField(id="who", label=Text("Siapa yang dituju?", "Who is it for?"), help=Text("Satu baris.", "One line.")),
        TaskField(id="sales", label=Text("Tambahan penjualan", "More sales"), kind="number", unit=Text.same("Rp")),
        TaskField(id="basket", label=Text("Belanja rata-rata", "Average order"), kind="number", unit=Text.same("Rp")),
        TaskField(
            id="orders",
            label=Text("Pesanan", "Orders"),
            kind="number",
            formula="sales / basket",
            unit=Text("pesanan", "orders"),
            places=0,
        ),
        TaskField(
            id="channel",
            label=Text("Kanal utama", "Main channel"),
            kind="choice",
            choices=(FieldChoice("wa", Text.same("WhatsApp")), FieldChoice("ig", Text("Instagram", "Instagram"))),
        ),
        TaskField(id="waits", label=Text("Yang ditunda", "What waits"), kind="lines"),
    ),
    template=Text(
        "# Rencana\n\nUntuk {who}: {orders} dari {sales}.\n\n| Kanal | Tunda |\n| - | - |\n| {channel} | {waits} |\n\n"
        "- {waits}\n",
        "# Plan\n\nFor {who}: {orders} from {sales}.\n\n| Channel | Waits |\n| - | - |\n| {channel} | {waits} |\n\n"
        "- {waits}\n",
    ),
    rubric=(
        Criterion("number", Text("Ada angkanya.", "It has a number.")),
        Criterion("waits", Text("Ada yang ditunda.", "Something waits.")),
    ),
)

FILLED = {
    "who": Entry("pembeli camilan kantor"),
    "sales": Entry("12 jt"),
    "basket": Entry("Rp 60.000"),
    "channel": Entry("wa"),
    "waits": Entry("TikTok\n- lokapasar | toko"),
}
