"""The sandbox by itself: what the child cannot do even if a template escapes its language."""

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import Renderer
from tests.support.docx import p, word_file

_SCRIPT = """
import sys
import threading
sys.path[:] = {path!r}
import os, socket, subprocess
from kehoach_cli.sandbox.limits import enter_sandbox
enter_sandbox()
try:
    {attempt}
except BaseException as error:
    sys.stdout.write(type(error).__name__)
else:
    sys.stdout.write("done")
"""
ATTEMPTS = {
    "reading a file": "open('/etc/hostname')",
    "writing a file": "open({sign!r}, 'w')",
    "making a folder": "os.mkdir({sign!r})",
    "listing a folder": "os.listdir('.')",
    "a connection": "socket.create_connection(('127.0.0.1', 9))",
    "a name look-up": "socket.getaddrinfo('example.vn', 80)",
    "a program": "subprocess.Popen(['true'])",
    "a shell": "os.system('touch ' + {sign!r})",
    "another module": "import ftplib",
    "foreign code": "import ctypes",
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_the_sandbox_refuses(name: str, tmp_path: Path) -> None:
    sign = tmp_path / "sign"
    script = _SCRIPT.format(path=sys.path, attempt=ATTEMPTS[name].format(sign=str(sign)))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=30)
    assert done.stdout == "SandboxViolation", done.stderr
    assert not sign.exists()


def test_the_sandbox_allows_filling_in() -> None:
    script = _SCRIPT.format(path=sys.path, attempt="exec(compile('x = 1', 'x', 'exec'))")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=30)
    assert done.stdout == "done", done.stderr


_LIMITED = """
import os, resource, sys
sys.path[:] = {path!r}
from kehoach_cli.sandbox import limits
opened = os.open({sign!r}, os.O_WRONLY | os.O_CREAT)
if os.geteuid() == 0:
    os.setuid(65534)  # root has no limit on processes
limits._limit_resources()
try:
    {attempt}
except BaseException as error:
    sys.stdout.write(type(error).__name__ + " " + str(getattr(error, "errno", "")))
else:
    sys.stdout.write("done")
"""
LIMITS = {
    "memory": ("bytearray(2 ** 30)", "MemoryError "),
    "opening": ("os.open('/etc/hostname', os.O_RDONLY)", f"OSError {errno.EMFILE}"),
    "writing": ("os.write(opened, b'x')", f"OSError {errno.EFBIG}"),
    "starting": ("os.fork()", f"BlockingIOError {errno.EAGAIN}"),
}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system lacks these limits")
@pytest.mark.parametrize("name", LIMITS)
def test_the_systems_limits_hold_without_the_hook(name: str, tmp_path: Path) -> None:
    attempt, expected = LIMITS[name]
    script = _LIMITED.format(path=sys.path, sign=str(tmp_path / "sign"), attempt=attempt)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=30)
    assert done.stdout == expected, done.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the system has no timer of processor time")
@pytest.mark.parametrize("work", ["while True: pass", "9 ** 9 ** 8"])
def test_processor_time_is_limited_even_in_one_call_into_c(work: str) -> None:
    """Python runs no signal handler during one long call into C; the system still ends the process."""
    script = f"import sys; sys.path[:] = {sys.path!r}\nfrom kehoach_cli.sandbox import limits\n"
    script += "limits.limit_processor_time(1)\n"
    done = subprocess.run([sys.executable, "-c", script + work], capture_output=True, check=False, timeout=60)
    assert done.returncode == -signal.SIGPROF


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the system cannot stop a process for a while")
def test_a_child_that_gets_no_processor_is_waited_for() -> None:
    """A busy machine does not use up the document's time."""
    with Renderer(seconds=1) as renderer:
        renderer.render(word_file(p("x")), {})
        os.kill(renderer._process.pid, signal.SIGSTOP)
        threading.Timer(2, os.kill, (renderer._process.pid, signal.SIGCONT)).start()
        assert renderer.render(word_file(p("y")), {}).startswith(b"PK")


def test_the_child_inherits_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN_OF_THE_CI", "secret")
    with Renderer() as renderer:
        environment = Path(f"/proc/{renderer._process.pid}/environ")
        if not environment.exists():
            pytest.skip("no /proc on this system")
        renderer.render(word_file(p("x")), {})
        assert b"secret" not in environment.read_bytes()


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as started:
        yield started


_DATA = {"a": True, "b": "x", "c": [{"d": "y"}]}


def _outcome(renderer: Renderer, template: bytes) -> set[str]:
    """The codes of the findings, or "document" if the template was filled in."""
    try:
        document = renderer.render(template, _DATA)
    except TemplateProblem as problem:
        return {item.code for item in problem.findings} or {"nothing said"}
    return {"document"} if document.startswith(b"PK") else {"nothing made"}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_tag_gives_a_document_or_findings(renderer: Renderer, text: str) -> None:
    body = p("{{ " + "".join(letter for letter in text if letter >= " " and letter not in "\ufffe\uffff") + " }}")
    assert _outcome(renderer, word_file(body)).isdisjoint({"KH833", "nothing said", "nothing made"})
