"""Keys as authors call them who know other systems, or who write them in Indonesian, and what they are called here."""

from collections.abc import Collection

_MEANT: dict[str, tuple[str, ...]] = {
    "to": ("next", "goto", "go-to", "target", "lanjut", "ke"),
    "choices": ("options", "option", "answers", "alternatives", "pilihan", "opsi", "jawaban"),
    "accept": ("answers", "accepted", "correct-answers", "jawaban"),
    "answer": ("jawaban", "kunci", "solution", "result"),
    "prompt": ("question", "stem", "soal", "pertanyaan", "tanya"),
    "hints": ("hint", "petunjuk", "clue", "clues"),
    "why": ("feedback", "reason", "rationale", "because", "alasan", "umpan-balik"),
    "explanation": ("explain", "penjelasan", "general-feedback"),
    "correct": ("right", "is-correct", "iscorrect", "benar"),
    "title": ("name", "heading", "judul", "nama"),
    "text": ("content", "body", "teks", "isi", "markdown"),
    "minutes": ("duration", "length", "time", "menit", "durasi"),
    "steps": ("langkah", "items", "pages"),
    "concept": ("konsep", "topic", "skill", "tag"),
    "concepts": ("konsep", "topics", "skills", "tags"),
    "level": ("difficulty", "tingkat", "kesulitan"),
    "kind": ("type", "jenis", "tipe"),
    "unit": ("satuan", "units"),
    "tolerance": ("toleransi", "margin", "precision"),
    "formula": ("rumus", "equation", "expression"),
    "outcomes": ("objectives", "goals", "tujuan", "hasil"),
    "needs": ("prerequisites", "requires", "butuh", "prasyarat"),
    "facts": ("sources", "references", "fakta", "sumber"),
    "source": ("reference", "citation", "sumber"),
    "tries": ("retries", "retry", "attempts", "max-attempts", "max-trials", "percobaan"),
    "pass": ("pass-mark", "passing", "passing-score", "lulus"),
    "questions": ("count", "soal", "jumlah-soal"),
}


def in_our_words(key: str, free: Collection[str]) -> str:
    """The one of the keys that are still ``free`` which is meant by ``key``; empty when that is not known."""
    plain = key.lower().replace("_", "-").replace(" ", "-")
    return next((ours for ours, theirs in _MEANT.items() if plain in theirs and ours in free), "")
