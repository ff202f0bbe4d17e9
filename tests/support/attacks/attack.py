"""What an attack is."""

from typing import NamedTuple

SIGN, PORT = "@SIGN@", "@PORT@"  # a file that would be made, a port that would be called
URL = f"http://127.0.0.1:{PORT}/x"


class Attack(NamedTuple):
    """A Word file, and the code of the finding that it must give; "" where it is harmless because a part is left out.

    One that is `endless` is stopped by the child's limits: it can be tried nowhere else.
    """

    file: bytes
    code: str
    endless: bool = False
