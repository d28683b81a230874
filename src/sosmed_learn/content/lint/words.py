"""The words that the rules look for, in each language. Lists only: what is made of them is in the rules.

A phrase is written with single spaces and in small letters.
"""

from collections.abc import Mapping

from sosmed_learn.core.text import Language

Lists = Mapping[Language, frozenset[str]]


def _set(words: str) -> frozenset[str]:
    return frozenset(word.strip().replace("_", " ") for word in words.split())


ABSOLUTE: Lists = {
    "id": _set(
        "selalu tidak_pernah tak_pernah pasti mustahil tidak_mungkin dijamin menjamin tanpa_kecuali mutlak selamanya"
    ),
    "en": _set("always never impossible guaranteed definitely certainly without_exception forever"),
}
"""Words that leave no exception."""

NARROW: Lists = {
    "id": _set("hanya cuma satu-satunya semata semata-mata"),
    "en": _set("only solely exclusively nothing_but"),
}
"""Words that narrow; a single one is everyday speech."""

EVERY: Lists = {"id": _set("semua setiap tiap seluruh"), "en": _set("all every each everyone everybody")}
MUST: Lists = {"id": _set("harus wajib pasti"), "en": _set("must")}
"""Together they leave no exception: "semua komentar harus dihapus"."""

SPANS: Lists = {
    "id": _set("hari pagi siang sore malam minggu pekan bulan tahun jam kali senin selasa rabu kamis jumat sabtu"),
    "en": _set(
        "day morning evening night week month year hour time monday tuesday wednesday thursday friday saturday sunday"
    ),
}
"""Behind "every" these say how often, and that is no claim about all cases."""

ONE_OF: Lists = {
    "id": _set("satu dua tiga sebagian sekali salah sedikit beberapa sekitar kira-kira"),
    "en": _set("one two three once some part few about a"),
}
"""Behind "only" these make it a plain "just"."""

DOUBTED: Lists = {"id": _set("tidak belum bukan tak tentu"), "en": _set("not isn't aren't almost nearly no")}
"""Before an absolute word these take the absolute away: "belum pasti", "not always"."""

VAGUE: Lists = {
    "id": _set(
        "biasanya sering sering-sering seringkali sering_kali kadang kadang-kadang terkadang jarang umumnya sesekali "
        "lazimnya sesering_mungkin dari_waktu_ke_waktu sekali-sekali"
    ),
    "en": _set(
        "usually often sometimes frequently rarely occasionally generally seldom as_often_as_possible "
        "from_time_to_time now_and_then once_in_a_while"
    ),
}
"""How often, without saying how often."""

HASTE: Lists = {
    "id": _set(
        "secepatnya sesegera_mungkin secepat_mungkin sebentar_lagi sebanyak_mungkin sebanyak-banyaknya "
        "beberapa_kali beberapa_saat agak_lama agak_cepat agak_sering agak_banyak agak_panjang cukup_lama "
        "cukup_cepat cukup_sering cukup_banyak cukup_panjang lumayan_lama lumayan_sering lumayan_banyak "
        "nanti_saja kapan-kapan"
    ),
    "en": _set(
        "as_soon_as_possible asap as_many_as_possible as_much_as_possible soon a_lot quite_a_lot a_few_times "
        "several_times fairly_long fairly_often fairly_soon fairly_quickly quite_long quite_often quite_soon "
        "rather_long rather_often pretty_long pretty_often"
    ),
}
"""How soon, how long or how much, without saying it; only where it is how an option begins."""

NOT: Lists = {
    "id": _set("tidak bukan tak bukanlah jangan"),
    "en": _set("not cannot isn't aren't shouldn't don't doesn't won't can't wouldn't never"),
}
"""The small words on which a question can turn."""

WRONG: Lists = {
    "id": _set(
        "salah keliru dihindari hindari kurang_tepat kurang_sesuai kurang_cocok kurang_benar kurang_pas kurang_bijak"
    ),
    "en": _set("wrong false incorrect untrue inaccurate avoid avoided"),
}
"""Words that ask for what does not hold, as a "not" does."""

MODALS = frozenset({"sebaiknya", "seharusnya", "harus", "perlu", "boleh", "bisa", "dapat", "paling", "justru"})
"""What can stand between "yang" and a negation in Indonesian."""

LOST: Lists = {
    "id": _set(
        "hilang lupa terlupa dilupakan lepas ketinggalan tertinggal ditinggalkan terlewat dilewatkan terlalu "
        "berlebihan absen"
    ),
    "en": _set("missing missed forgotten forget omitted omit skipped skip lack lost too overpromise"),
}
"""Words behind a "not" that take it back: what must not be missing must be there."""

LINKS: Lists = {
    "id": _set(
        "yang untuk kepada bagi dari dengan pada oleh saat ketika kalau jika bila agar supaya soal tentang di ke "
        "setelah sebelum karena sehingga tetapi walau meski terhadap atas"
    ),
    "en": _set(
        "if when that who whose whom because for after before while where so from with although but to on in about "
        "which what at by since unless"
    ),
}
"""Where a new phrase begins: a negation behind one of these is not what is asked."""

GENERIC: Lists = {
    "id": _set(
        "mana manakah yang apa apakah benar tepat betul salah keliru pernyataan kalimat berikut ini itu dari di antara "
        "bawah atas pilih pilihlah jawaban pilihan paling adalah saja semua satu lah tersebut hal"
    ),
    "en": _set(
        "which what of the following statement statements sentence sentences is are one ones true correct false best "
        "answer answers choose pick select these those right wrong all that apply option options most an a below above "
        "it"
    ),
}
"""What a question can say without saying what it is about."""

TRUE: Lists = {"id": _set("benar tepat betul"), "en": _set("true correct right")}
ABOUT: Lists = {"id": _set("tentang mengenai soal seputar terkait"), "en": _set("about regarding concerning")}
"""What asks for a true sentence, and what leads to its topic."""

ASKS: Lists = {
    "id": _set(
        "adalah ialah yaitu merupakan harus sebaiknya bisa dapat perlu ada punya pilih pilihlah tulis tulislah hitung "
        "hitunglah sebut sebutkan urutkan lengkapi ketik cari isi cocokkan tentukan pasangkan artinya jadi boleh wajib "
        "akan sudah tugasnya disebut namanya apa berapa siapa mana kapan bagaimana mengapa kenapa kecuali pilah susun "
        "kelompokkan"
    ),
    "en": _set(
        "is are was were has have had should must can will does do did choose pick name counts means write type "
        "calculate work complete fill put sort match find tell tells shows show needs need may called would could "
        "group arrange count measure measures what which who when how why where select give make makes use uses except"
    ),
}
"""Words that make a question or a sentence to complete of what else is a heading."""

FILLERS: Lists = {
    "id": _set(
        "juga saja lagi segera sangat sekali benar-benar sungguh itu ini tersebut pun lah nya adalah ialah para "
        "si sang dengan secara untuk yang"
    ),
    "en": _set("just simply very really also quite the a an that this it its truly please"),
}
"""Words without which an option says the same."""

JOINS = frozenset({"dan", "atau", "serta", "and", "or", "&", "plus"})
"""Words whose two sides can change places."""

_COUNTED = (
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    "one two three four five six seven eight nine ten",
)
NUMBERS: Mapping[str, str] = {
    word: str(number) for listed in _COUNTED for number, word in enumerate(listed.split(), start=1)
}
"""Numbers in words."""

PLAIN: Lists = {
    "id": _set(
        "hanya cuma cuman sekadar sekedar "
        "adalah ialah akan agar antara apakah apa atau bagaimana bagi bahwa banyak baru beberapa belum berapa berikut "
        "bisa boleh bukan buat cara cukup dalam dapat dari daripada dengan dulu dahulu harus hari hingga ingin itulah "
        "jadi jika juga jumlah kalau kali kalimat kamu kapan karena kalian kepada kerja ketika kecil besar kini kita "
        "lagi lain langkah lebih lewat masih masing-masing mana maka memang menjadi mereka minggu bulan tahun misal "
        "misalnya mungkin namun nanti orang pada paling para pasti perlu pernah pertama pilih punya saat saja sampai "
        "sangat satu sebaiknya sebelum sebuah seorang setelah setiap siapa sudah suatu supaya tanpa tapi tempat "
        "tentang terhadap tepat tersebut tetapi tidak tiga untuk waktu yaitu yang"
    ),
    "en": _set(
        "about above after again all also among and any are because been before being below best better between both "
        "but can could count day days did does doing done down each every few first for from gets give given good "
        "had has have her here his how into its just least less like made make makes many may mean means month "
        "more most much must need next not now number off once one only other our out over own people per right said "
        "same say says see shall she should show shown since some step still such take than that the their them then "
        "there these they thing this those three through time times today too two under until use used uses very want "
        "wants was way week well were what when where which while who whole whom whose why will with would year yet "
        "you your"
    ),
}
"""Words too plain to be a clue."""

COMMON: Lists = {
    "id": _set(
        "paket foto jam menit pukul besok "
        "admin akun aplikasi balas barang belanja bisnis chat harga iklan instagram kirim komentar konten laporan "
        "media sosial modal online pelanggan pembeli penjual penjualan pengikut pesanan postingan produk promo toko "
        "tiktok unggah unggahan usaha video whatsapp views jangkauan impresi orang anggota komunitas grup angka"
    ),
    "en": _set(
        "photo photos hour hours minute minutes tomorrow "
        "account accounts admin advert answer audience business buyer buyers chat chats comment comments community "
        "content customer customers follower followers group instagram media member members message messages number "
        "numbers order orders page post posts price prices product products promo reach reply replies report reports "
        "sales sell seller sells shop shops social store tiktok video videos views whatsapp impressions"
    ),
}
"""Words of the trade that stand in every second question; seeing one again tells nothing."""

PLURAL_BEFORE = frozenset({"are", "were", "these", "those", "two", "three", "both", "many", "several"})
SINGULAR_BEFORE = frozenset({"is", "was", "this", "each", "every"})
COUNTS = frozenset({"dua", "kedua", "two", "both", "tiga", "ketiga", "three"})
"""What an English stem says before its gap of how many things are meant, and in both languages how many are asked."""

VERB_AFTER = frozenset({"cara", "untuk", "harus", "sebaiknya", "perlu", "dapat", "boleh"})
"""An Indonesian stem that ends so goes on with a verb."""
