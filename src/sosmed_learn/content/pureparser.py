"""PyYAML's own parser, for builds that lack the C library: the same events, about fifteen times as slow."""

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class PureParser(Reader, Scanner, Parser):
    """Takes the place of ``yaml.cyaml.CParser``."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)

    def dispose(self) -> None:
        """Called by ``yaml.compose`` at the end."""
        Parser.dispose(self)
