"""``python -m tests.content.lint [-v]``: how often each rule is right on the labelled set; ``-v`` names mistakes."""

import sys
from collections.abc import Iterator

from tests.content.lint.measuring import HOLDOUT, entries, score, total


def lines(*, wordy: bool) -> Iterator[str]:
    labelled = list(entries())
    yield f"{len(labelled)} labelled entries"
    held = [entry for entry in labelled if entry.name.startswith(HOLDOUT)]
    it = total(held)
    yield f"{len(held)} of them a hold-out: precision {it.precision:.2f}, recall {it.recall:.2f}"
    yield "rule  flawed  clean  precision  recall"
    for code in sorted({code for entry in labelled for code in entry.of}):
        it = score(code, labelled)
        yield f"{code}  {it.positives:6}  {it.negatives:5}  {it.precision:9.2f}  {it.recall:6.2f}"
        for entry in labelled if wordy else ():
            if code in entry.of and (code in entry.found) != (code in entry.flaws):
                yield f"      {'missed' if code in entry.flaws else 'false alarm'}: {entry.name}"


if __name__ == "__main__":
    sys.stdout.write("\n".join([*lines(wordy="-v" in sys.argv[1:]), ""]))
