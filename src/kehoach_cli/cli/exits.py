"""Define the exit codes, and the exception that ends a command with one."""

OK = 0
FINDINGS = 1
USAGE = 2
BUG = 3
INTERRUPTED = 130


class Failure(Exception):
    """Ends a command with an exit code. Everything was printed before."""

    def __init__(self, code: int = FINDINGS) -> None:
        super().__init__(code)
        self.code = code
