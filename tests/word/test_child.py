"""The child ends with the program, however the program ends and whatever the child is doing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kehoach_cli.word.render import Renderer
from tests.conftest import ROOT
from tests.support.docx import p, word_file

pytestmark = pytest.mark.slow

# A child that answers with one long call into C, during which its other threads do not run.
IN_ONE_CALL = """\
from kehoach_cli.sandbox import starting
starting._START = starting._START.replace(
    "; main(", "; sys.modules[main.__module__].answer = lambda request, handlers, role: 9 ** 9 ** 8; main("
)
"""
ENDLESS = "{% for a in range(1000) %}" * 6 + "{% if a < 0 %}x{% endif %}" + "{% endfor %}" * 6
PATH = f"import sys\nsys.path[:] = {[str(ROOT), *sys.path]!r}\n"
PROGRAM = f"""\
from kehoach_cli.word.render import Renderer
from tests.support.docx import p, word_file
with Renderer(seconds=60) as renderer:
    sys.stdout.write(f"{{renderer._process.pid}}\\n")
    sys.stdout.flush()
    renderer.render(word_file(p({ENDLESS!r})), {{}})
"""
BUSY = 1.0  # seconds of processor time: more than starting takes
PATIENCE = 30.0

needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc on this system")


def _processor_time(pid: int) -> float | None:
    """The processor time of a process in seconds; None once it has ended, even as a zombie."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else (int(fields[11]) + int(fields[12])) / 100


@needs_proc
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL])
def test_a_busy_child_ends_with_the_program(by: signal.Signals) -> None:
    _kill_while_the_child_is_busy(PATH + PROGRAM, by)


@needs_proc
def test_a_child_in_one_call_into_c_ends_with_the_program() -> None:
    _kill_while_the_child_is_busy(PATH + IN_ONE_CALL + PROGRAM, signal.SIGKILL)


@pytest.mark.skipif(sys.platform != "linux", reason="no other system ends a process with its parent")
def test_a_child_whose_program_ended_before_it_began_does_nothing() -> None:
    script = "from kehoach_cli.sandbox.limits import die_with_parent\ndie_with_parent({})\nsys.stdout.write('goes on')"
    for parent, expected in ((os.getpid(), b"goes on"), (1, b"")):
        done = subprocess.run([sys.executable, "-c", PATH + script.format(parent)], stdout=subprocess.PIPE, check=False)
        assert done.stdout == expected


def _kill_while_the_child_is_busy(script: str, by: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        child = int(program.stdout.readline())
        started = time.monotonic()
        while (_processor_time(child) or 0) < BUSY:
            assert program.poll() is None
            assert time.monotonic() - started < PATIENCE
            time.sleep(0.05)
        program.send_signal(by)
        ended = time.monotonic()
        while _processor_time(child) is not None:
            assert time.monotonic() - ended < 5, "the child goes on without its program"
            time.sleep(0.05)


@needs_proc
def test_a_child_that_has_nothing_to_do_ends_with_the_program() -> None:
    renderer = Renderer()
    renderer.render(word_file(p("x")), {})
    assert renderer._process.stdin is not None
    renderer._process.stdin.close()
    assert renderer._process.wait(timeout=PATIENCE) is not None
    renderer.close()
