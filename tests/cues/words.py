"""The words that a reader of tests looks for in options, beside those of ``content.lint.words``."""

from sosmed_learn.content.lint.words import VAGUE, Lists


def _set(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


HEDGES: Lists = {
    "id": VAGUE["id"]
    | _set(
        "bisa mungkin barangkali boleh_jadi cenderung tergantung bergantung sebagian beberapa sekitar kira-kira "
        "belum_tentu sebaiknya dapat asal asalkan selama kecuali"
    ),
    "en": VAGUE["en"]
    | _set(
        "may might can could perhaps possibly probably likely tends depends depending some several about roughly "
        "should unless except provided partly"
    ),
}
"""Words that leave room."""

TURNS: Lists = {
    "id": _set(
        "kalau jika bila agar supaya karena sehingga tetapi tapi namun walau meski sambil lalu kemudian setelah "
        "sebelum sesudah selagi saat ketika sekaligus serta sampai hingga baru"
    ),
    "en": _set(
        "if when so_that because but though although while then after before once until since as_well_as both yet "
        "without whether"
    ),
}
"""Words with which an option says a second thing: a condition, a reason, what comes next."""
