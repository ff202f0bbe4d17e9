"""Exit codes, and the exceptions that end a command with one of them."""

OK = 0
FINDINGS = 1
USAGE = 2
BUG = 3
INTERRUPTED = 130


class Failure(Exception):
    """A command that did its work and has to say no, with its exit code; everything was printed already."""

    def __init__(self, code: int = FINDINGS) -> None:
        super().__init__(code)
        self.code = code
