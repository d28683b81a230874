"""Examples for W586 to W589: what the blind-spot map asks. Shows them; checks nothing."""

from sosmed_learn.content.explain.example import Example, claim

_BANK = "module.yaml: diagnosis: {bank: [probes]}\nlessons/probes.yaml: steps:\n"
_TWO = claim("probe-one") + "\n" + claim("probe-two")

DIAGNOSES = {
    "W586": Example("place", _BANK + claim("probe-one"), _BANK + _TWO),
    "W587": Example("place", _BANK + "- text: {id: Kas., en: Till.}", _BANK + claim()),
    "W588": Example("place", _BANK + claim(more="pretest: true"), _BANK + claim()),
    "W589": Example(
        "place",
        "lessons/first.yaml: question: {id: pick-one, …}\n" + _BANK + claim("pick-one"),
        "lessons/first.yaml: question: {id: pick-one, …}\n" + _BANK + claim("probe-one"),
    ),
}
