"""Work done in a process of its own: what it changes of its rights and limits, and its death, stay there."""

import os
from collections.abc import Callable


def in_child(work: Callable[[], str]) -> str:
    """What the work returns in a forked process, or the exception that ended it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            said = work()
        except BaseException as error:
            said = repr(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read().decode()
    os.waitpid(child, 0)
    return said


def start(work: Callable[[], None]) -> int:
    """Begin the work in a forked process and return its id; it exits with 1 where the work raises."""
    child = os.fork()
    if not child:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def ended_by_signal(child: int) -> bool:
    """Wait for the process: True if it was killed, False if it came to a good end. Anything else is a failure."""
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)
