"""Examples for W58x: exams and what they draw from. Shows them; checks nothing."""

from sosmed_learn.content.explain.example import Example, claim

_BANK = "module.yaml: exam: {questions: 1, pass: 80, minutes: 5, bank: [bank]}\nlessons/bank.yaml: steps:\n"

EXAMS = {
    "W581": Example(
        "module", "exam: {questions: 20, pass: 80, minutes: 30}", "exam: {questions: 1, pass: 80, minutes: 30}"
    ),
    "W582": Example(
        "place",
        "module.yaml: concepts: [orders, prices]\nlessons/first.yaml: concepts: [orders, prices]\n"
        "lessons/first.yaml: question: {concept: orders, …}",
        "module.yaml: concepts: [orders, prices]\nlessons/first.yaml: concepts: [orders, prices]\n"
        "lessons/first.yaml: question: {concept: orders, …}, question: {concept: prices, …}",
    ),
    "W583": Example("place", _BANK + "- text: {id: Kas., en: Till.}", _BANK + claim()),
    "W584": Example("place", _BANK + claim(more="pretest: true"), _BANK + claim()),
    "W585": Example("place", _BANK + claim(more="tries: 2"), _BANK + claim()),
}
