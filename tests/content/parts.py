"""A valid lesson with one question of each kind whose answers have parts, and ways to spoil it."""

from pathlib import Path

from tests.content.building import M, Place, place
from tests.content.cases import Case

P = "courses/shop/lessons/parts.yaml"
PARTS = """\
id: parts
title: {id: Bagian, en: Parts}
minutes: 8
concepts: [orders]
steps:
  - text: {id: Baca dulu., en: Read first.}
  - question:
      id: bring-into-order
      kind: order
      concept: orders
      level: 2
      prompt: {id: Urutkan langkahnya., en: Put the steps in order.}
      items:
        - {id: baca, text: {id: Baca pesan, en: Read it}, why: {id: Awal., en: The start.}}
        - {id: balas, text: {id: Balas pesan, en: Answer it}, why: {id: Lalu., en: Then.}}
        - id: catat
          text: {id: Catat hasil, en: Note it}
          misconception: followers-are-results
          why: {id: Akhir., en: The end.}
        - {text: {id: Tutup buku, en: Close it}, why: {id: Usai., en: All done.}}
      combinations:
        - {items: [catat, balas, baca], why: {id: Mundur., en: Backwards.}}
        - {items: [balas, baca], why: {id: Dibalik., en: Reversed.}, misconception: followers-are-results}
      explanation: {id: "Lain kali, baca dulu.", en: "Next time, read first."}
  - question:
      id: match-pairs
      kind: match
      concept: orders
      level: 2
      prompt: {id: Pasangkan angkanya., en: Match the numbers.}
      pairs:
        - {id: suka, left: {id: Suka, en: Likes}, right: {id: Reaksi, en: A reaction}, why: {id: Cepat., en: Quick.}}
        - id: chat
          left: {id: Chat masuk, en: Chats}
          right: {id: Niat beli, en: A wish}
          why: {id: Bertanya., en: They ask.}
      extras:
        - {id: sewa, text: {id: Biaya sewa, en: The rent}}
      combinations:
        - {places: {suka: chat}, why: {id: Terlalu jauh., en: Too far.}}
        - {places: {chat: sewa}, why: {id: Bukan itu., en: Not that.}}
      explanation: {id: "Lain kali, hitung.", en: "Next time, count."}
  - question:
      id: sort-things
      kind: sort
      concept: orders
      level: 1
      prompt: {id: Pilah kanalnya., en: Sort the channels.}
      bins:
        - {id: milik, title: {id: Milik sendiri, en: Owned}}
        - {id: pinjam, title: {id: Pinjaman, en: Borrowed}}
      items:
        - {id: situs, text: {id: Situs web, en: A website}, bin: milik, why: {id: Punyamu., en: Yours.}}
        - {id: akun, text: {id: Akun video, en: A video account}, bin: pinjam, why: {id: Titipan., en: Not yours.}}
        - {text: {id: Daftar surel, en: A mailing list}, bin: milik, why: {id: Tersimpan., en: You keep it.}}
      combinations:
        - {places: {akun: milik, situs: pinjam}, why: {id: Tertukar., en: Swapped.}}
      explanation: {id: "Lain kali, tanya pemiliknya.", en: "Next time, ask who owns it."}
  - question:
      id: fill-gaps
      kind: fill
      concept: orders
      level: 2
      prompt: {id: Lengkapi catatannya., en: Complete the note.}
      sentence: {id: "Jumlah [[apa]] naik, [[kapan]].", en: "The number of [[apa]] rises, [[kapan]]."}
      blanks:
        - id: apa
          accept:
            - text: pesanan
            - text: orders
            - pattern: "pesanan *"
          model-answer: {id: pesanan, en: orders}
          why: {id: Itu uang., en: That is money.}
          slips:
            - {text: suka, misconception: followers-are-results, why: {id: Itu reaksi., en: A mere reaction.}}
        - id: kapan
          choices:
            - {text: {id: hari Jumat, en: on Friday}, correct: true, why: {id: Ada harinya., en: A day.}}
            - {text: {id: segera, en: soon}, why: {id: Tanpa hari., en: No day.}}
      explanation: {id: "Lain kali, tulis harinya.", en: "Next time, write the day."}
  - question:
      id: pick-sets
      kind: multiple
      concept: orders
      level: 2
      prompt: {id: "Mana saja angkanya?", en: "Which ones are numbers?"}
      choices:
        - {id: satu, text: {id: Satu, en: One}, correct: true, why: {id: Ya., en: Yes.}}
        - {id: dua, text: {id: Dua, en: Two}, correct: true, why: {id: Ini juga., en: This too.}}
        - {id: tiga, text: {id: Pohon, en: Tree}, why: {id: Bukan., en: No.}}
      combinations:
        - {choices: [satu, tiga], why: {id: Campur., en: Mixed.}, misconception: followers-are-results}
      explanation: {id: "Lain kali, hitung dua kali.", en: "Next time, count twice."}
"""

_LONG = "kata " * 19
_NOTE = "{places: {akun: milik, situs: pinjam}, why: {id: Tertukar., en: Swapped.}}"
_SET = "{choices: [satu, tiga], why: {id: Campur., en: Mixed.}, misconception: followers-are-results}"

WRONG = [
    Case("E301", P, "id: balas, text", "id: baca, text", "baca, text", "parts.yaml:14", "another id", nth=1),
    Case(
        "E301",
        P,
        "id: chat\n",
        "id: suka\n",
        "suka\n",
        "parts.yaml:32",
        "another id",
    ),
    Case(
        "E301",
        P,
        "{id: sewa, text",
        "{id: chat, text",
        "chat, text",
        "parts.yaml:33",
        "another",
    ),
    Case("E301", P, "id: pinjam, title", "id: milik, title", "milik, title", "milik", "another", nth=1, also=("E331",)),
    Case("E301", P, "- id: kapan", "- id: apa", "apa\n          choices", "`apa`", "another id", also=("E333",)),
    Case(
        "E305",
        P,
        "          misconception: followers-are-results",
        "          misconception: followers-are-result",
        "followers-are-result\n",
        "followers-are-result",
        "Did you mean",
    ),
    Case(
        "E305",
        P,
        "text: suka, misconception: followers-are-results",
        "text: suka, misconception: likes",
        "likes",
        "likes",
        "misconceptions",
    ),
    Case(
        "E305",
        P,
        "Reversed.}, misconception: followers-are-results",
        "Reversed.}, misconception: likes",
        "likes",
        "likes",
        "misconceptions",
    ),
    Case("E331", P, "bin: pinjam", "bin: pinjm", "pinjm", "`pinjm`", "Did you mean `pinjam`?"),
    Case("E331", P, "situs: pinjam", "situs: pijam", "pijam", "`pijam`", "Did you mean `pinjam`?"),
    Case("E332", P, "items: [balas, baca]", "items: [balas, bac]", "bac]", "`bac`", "baca, balas, catat"),
    Case("E332", P, "places: {suka: chat}", "places: {suak: chat}", "suak", "`suak`", "Did you mean `suka`?"),
    Case("E332", P, "places: {chat: sewa}", "places: {chat: seva}", "seva", "`seva`", "Did you mean `sewa`?"),
    Case("E332", P, "places: {akun: milik", "places: {akn: milik", "akn", "`akn`", "situs, akun"),
    Case("E332", P, "choices: [satu, tiga]", "choices: [satu, tga]", "tga", "`tga`", "`id:` of its own"),
    Case("E333", P, "Jumlah [[apa]]", "Jumlah [[ap]]", '"Jumlah', "`[[ap]]`", "Did you mean `apa`?"),
    Case("E333", P, "rises, [[kapan]].", "rises, [[kapan]] [[Nanti]].", '"The number', "[[Nanti]]", "under `blanks`"),
    Case(
        "E403",
        P,
        "{id: segera, en: soon}",
        "{id: hari Jumat, en: soon}",
        "{id: hari Jumat, en: soon",
        "parts",
        "`id`",
    ),
    Case(
        "E404",
        P,
        "on Friday}, correct: true,",
        "on Friday}, correct: true, misconception: followers-are-results,",
        "followers-are-results, why: {id: Ada",
        "right choice",
        "wrong",
    ),
    Case("E405", P, "- text: orders", '- text: "?!"', 'text: "?!"', "?!", "letters or digits"),
    Case("E405", P, "{id: pesanan, en: orders}", "{id: pesanan, en: order}", "order}", "order", "model answer"),
    Case("E406", P, "{text: suka, m", "{text: Orders, m", "{text: Orders", "Orders", "Remove the slip"),
    Case(
        "E407",
        P,
        "            - {text: suka, m",
        "            - {pattern: su*, why: {id: A., en: B.}}\n            - {text: suka, m",
        "{text: suka",
        "suka",
        "Remove",
    ),
    Case("E408", P, 'pattern: "pesanan *"', 'pattern: "*"', 'pattern: "*"', "anything", "Add a word"),
    Case(
        "E431",
        P,
        "{id: Balas pesan, en: Answer it}",
        "{id: Balas pesan, en: Read it!}",
        "Read it!",
        "parts.yaml:14",
        "other words",
    ),
    Case(
        "E431", P, "{id: Daftar surel, en: A mailing list}", "Situs web", "Situs web, bin", "parts.yaml:", "other words"
    ),
    Case(
        "E431",
        P,
        "{id: Pinjaman, en: Borrowed}",
        "{id: Pinjaman, en: Owned}",
        "Owned}",
        "parts.yaml:",
        "other words",
        nth=1,
    ),
    Case(
        "E432",
        P,
        "right: {id: Niat beli, en: A wish}",
        "right: {id: reaksi, en: A wish}",
        "reaksi",
        "this side",
        "kind: sort",
    ),
    Case(
        "E432",
        P,
        "left: {id: Chat masuk, en: Chats}",
        "left: {id: Chat masuk, en: Likes}",
        "Likes}",
        "this side",
        "kind: sort",
        nth=1,
    ),
    Case(
        "E432",
        P,
        "text: {id: Biaya sewa, en: The rent}",
        "text: {id: Biaya sewa, en: A reaction}",
        "A reaction}",
        "this side",
        "kind: sort",
        nth=1,
    ),
    Case(
        "E433",
        P,
        "items: [balas, baca]",
        "items: [balas, catat]",
        "{items: [balas, catat]",
        "is right",
        "wrong combination",
    ),
    Case(
        "E433",
        P,
        "places: {suka: chat}",
        "places: {suka: suka}",
        "{places: {suka: suka",
        "is right",
        "wrong combination",
    ),
    Case(
        "E433",
        P,
        "{akun: milik, situs: pinjam}",
        "{akun: pinjam, situs: milik}",
        "{places: {akun: pinjam",
        "is right",
        "wrong combination",
    ),
    Case(
        "E433",
        P,
        "choices: [satu, tiga]",
        "choices: [dua, satu]",
        "{choices: [dua, satu",
        "is right",
        "wrong combination",
    ),
    Case("E434", P, "on Friday}, correct: true,", "on Friday},", "choices:", "`kapan`", "Mark one choice"),
    Case(
        "E434",
        P,
        "{id: segera, en: soon},",
        "{id: segera, en: soon}, correct: true,",
        "choices:",
        "`kapan` has 2",
        "accept",
    ),
    Case("E435", P, "rises, [[kapan]].", "rises.", '"The number', "stands there 0 times", "`[[kapan]]`"),
    Case(
        "E435",
        P,
        "rises, [[kapan]].",
        "rises, [[kapan]] or [[kapan]].",
        '"The number',
        "stands there 2 times",
        "`[[kapan]]`",
    ),
    Case(
        "E436",
        P,
        "[catat, balas, baca]",
        "[balas, baca]",
        "{items: [balas, baca], why: {id: Dib",
        "parts.yaml:",
        "before",
    ),
    Case(
        "E436",
        P,
        f"        - {_NOTE}\n",
        f"        - {{places: {{akun: milik}}, why: {{id: A., en: B.}}}}\n        - {_NOTE}\n",
        "{places: {akun: milik, s",
        "parts.yaml:",
        "before",
    ),
    Case(
        "E436",
        P,
        f"        - {_SET}\n",
        f"        - {{choices: [tiga, satu], why: {{id: A., en: B.}}}}\n        - {_SET}\n",
        "{choices: [satu",
        "parts.yaml:",
        "before",
    ),
    Case("E437", P, "[balas, baca]", "[balas, balas]", "balas]", "`balas` twice", "Remove one"),
    Case(
        "E437",
        P,
        "places: {suka: chat}",
        "places: {suka: chat, chat: chat}",
        "chat}, why",
        "`chat` twice",
        "Remove one",
    ),
    Case("W531", P, "bin: pinjam", "bin: milik", "{id: pinjam, title", "`pinjam`", "Add an item"),
    Case("W532", P, "{id: Catat hasil,", f"{{id: {_LONG.strip()},", "kata", "94 characters", "Shorten it"),
    Case(
        "W532",
        P,
        "right: {id: Niat beli, en: A wish}",
        f"right: {{id: Niat beli, en: {_LONG.strip()}}}",
        "kata",
        "up to 90",
        "Shorten it",
    ),
    Case("W532", P, "{id: segera, en: soon}", f"{{id: {_LONG.strip()}, en: soon}}", "kata", "up to 90", "Shorten it"),
    Case(
        "W617",
        P,
        "why: {id: Lalu., en: Then.}",
        "why: {id: Awal., en: Then.}",
        "Awal., en: Then",
        "items.1.why",
        "tempting",
    ),
    Case(
        "W610",
        P,
        "{id: segera, en: soon}",
        '{id: segera, en: "On Friday!"}',
        '"On Friday!"',
        "Two options",
        "Change one",
    ),
    Case(
        "W611",
        P,
        "{id: Daftar surel, en: A mailing list}",
        "{id: Situs web saja, en: A mailing list}",
        "Situs web saja",
        "say the same",
        "Change one",
    ),
    Case(
        "W502",
        P,
        "{id: Lengkapi catatannya., en: Complete the note.}",
        "Lengkapi catatan toko ini?",
        "Lengkapi",
        "both languages",
        "en",
    ),
]

SHAPE = [
    Case("E202", P, ", why: {id: Awal., en: The start.}", "", "{id: baca", "why", "Add `why"),
    Case("E202", P, "bin: pinjam, ", "", "{id: akun, text", "bin", "Add `bin"),
    Case("E202", P, "          right: {id: Niat beli, en: A wish}\n", "", "id: chat", "right", "Add `right"),
    Case(
        "E202",
        P,
        '      sentence: {id: "Jumlah [[apa]] naik, [[kapan]].", en: "The number of [[apa]] rises, [[kapan]]."}\n',
        "",
        "id: fill-gaps",
        "sentence",
        "Add `sentence",
    ),
    Case("E201", P, "extras:", "extra:", "extra", "extra", "Did you mean `extras`?"),
    Case("E201", P, "bins:", "bin:", "bin:", "bin", "Did you mean `bins`?"),
    Case("E204", P, "kind: order", "kind: ordering", "ordering", "ordering", "Did you mean `order`?"),
    Case("E205", P, "{places: {suka: chat}", "{places: {Suka: chat}", "Suka: chat", "Suka", "Did you mean `suka`?"),
    Case("E205", P, "{places: {suka: chat}", "{places: {suka: Chat}", "Chat}", "Chat", "Did you mean `chat`?"),
    Case("E214", P, "places: {suka: chat}", "places: {}", "{}, why", "0 items", "from 1 to 9"),
    Case("E227", P, "places: {suka: chat}", "places: [suka, chat]", "[suka, chat]", "a list", "below it"),
    Case("E214", P, "[balas, baca]", "[balas]", "[balas], why", "1 items", "from 2 to 9"),
    Case(
        "E214",
        P,
        "        - {id: pinjam, title: {id: Pinjaman, en: Borrowed}}\n",
        "",
        "- {id: milik",
        "1 items",
        "from 2 to 5",
    ),
    Case(
        "E225",
        P,
        "          choices:\n            - {text: {id: hari",
        "          accept: [{text: x}]\n          choices:\n            - {text: {id: hari",
        "choices:\n            - {text: {id: hari",
        "one item",
        "keep one",
        also=("E212",),
    ),
    Case("E212", P, "          why: {id: Itu uang., en: That is money.}\n", "", "accept", "together with `why`", ""),
    Case(
        "E212",
        P,
        "        - id: kapan\n",
        "        - id: kapan\n          why: {id: A., en: B.}\n",
        "why: {id: A.,",
        "together with `accept`",
        "",
    ),
]


def parts_place(root: Path) -> Place:
    """The small course with this lesson beside the other."""
    here = place(root)
    here.spoil(M, "lessons: [first]", "lessons: [first, parts]")
    here.write(P, PARTS)
    return here
