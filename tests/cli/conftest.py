"""Every command starts with a language of its own and leaves the process as it was."""

import gettext
from collections.abc import Iterator

import pytest

from sosmed_learn.cli.main import main
from tests.cli.running import Ran, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """``run("--lang", "en", "next")`` inside this process."""
    for name in ("LANGUAGE", "LANG"):
        monkeypatch.setenv(name, "id")
    domain = gettext.textdomain()

    def call(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    yield call
    gettext.textdomain(domain)
