"""One attack: a file, and the finding it must give."""

from typing import NamedTuple

SIGN, PORT = "@SIGN@", "@PORT@"  # placeholders: the file that a working attack makes, the port that it calls
URL = f"http://127.0.0.1:{PORT}/x"


class Attack(NamedTuple):
    """A hostile file and the code of its finding; "" if the part with the attack is dropped.

    Only the child's limits stop an `endless` one, so tests run it in the child only.
    """

    file: bytes
    code: str
    endless: bool = False
