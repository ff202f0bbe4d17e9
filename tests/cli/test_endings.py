"""How the program ends: the exit code and the last words, whatever becomes of its output and whoever interrupts it."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns
from types import SimpleNamespace

import pytest

from kehoach_cli.cli import console
from kehoach_cli.cli.commands import status
from kehoach_cli.loading.schema.editor import KINDS
from tests.conftest import Kehoach
from tests.support.known_plans import EXAMPLES, ROOT
from tests.support.tools import require_tool

posix = pytest.mark.skipif(sys.platform == "win32", reason="a Unix shell and its devices")
full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in the examples; `kehoach` in it is the program under test, `$?` of it comes last."""
    program = f'kehoach() {{ "{sys.executable}" -m kehoach_cli "$@"; }}\nset -o pipefail\n'
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [require_tool("bash"), "-c", program + line],
        cwd=EXAMPLES,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
@posix
@pytest.mark.parametrize(
    "command",
    ["--version", "--help", "gaps --format json", "status", "validate --format json", "overdue --as-of 2024-01-01"],
)
def test_a_reader_that_has_had_enough_is_no_error(command: str) -> None:
    done = shell(f"kehoach {command} | true")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
@posix
@full_disk
@pytest.mark.parametrize("command", ["--version", "--help", "gaps", "validate"])
def test_output_that_is_refused_is_said_in_one_line(command: str) -> None:
    done = shell(f"kehoach {command} > /dev/full")
    assert done.returncode == 2
    assert done.stderr == (
        "kehoach: Không ghi được kết quả ra nơi nhận: ổ đĩa đầy hoặc thiết bị không nhận; chọn nơi khác\n"
    )


@pytest.mark.slow
@posix
@full_disk
def test_the_exit_code_stands_where_nothing_can_be_said() -> None:
    assert shell("kehoach show XYZ 2>/dev/full").returncode == 2
    assert shell("kehoach show XYZ 2>&-").returncode == 2
    assert shell("kehoach overdue --as-of 2023-10-01 --fail >&-").returncode == 1


def test_a_pipe_that_was_closed_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "os", SimpleNamespace(name="nt"))
    assert console.reader_has_gone(OSError(errno.EINVAL, "Invalid argument"))
    assert not console.reader_has_gone(OSError(errno.EINVAL, "Invalid argument", "con.txt"))


@pytest.mark.slow
@posix
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("record CQS-01 9 --date 30/11/2023 --source CV", "Chưa ghi gì"),
        ("record --from -", "đầu vào"),
        ('init "$(mktemp -d)/kho"', "--number"),
    ],
)
def test_closed_input_is_nobody_to_answer(command: str, said: str) -> None:
    done = shell(f"kehoach {command} <&-")
    assert (done.returncode in (1, 2), said in done.stderr) == (True, True), done.stderr


BUSY = """
import sys, time
from kehoach_cli.plan import plan_status

def take_long(*_):
    print("busy", flush=True)
    time.sleep(300)

plan_status.plan_status = take_long
from kehoach_cli.__main__ import main
main()
"""


@pytest.mark.slow
@posix
def test_ctrl_c_ends_at_once_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BUSY, "status", "--plan", str(EXAMPLES), "-o", str(tmp_path / "ket-qua.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "busy\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 130
    assert list(tmp_path.glob("*.txt")) == []


def test_a_bug_is_one_line_and_a_log_to_send(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("chia cho 0")

    monkeypatch.setattr(status, "status_view", breaks)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["kehoach", "status"])

    result = kehoach("status", "--plan", str(EXAMPLES))

    [log] = tmp_path.glob("kehoach-loi-*.txt")
    assert result == (
        3,
        "",
        f"kehoach: Chương trình gặp lỗi ngoài dự kiến. Chi tiết đã ghi vào {log}; "
        "xin gửi tệp này cho người phụ trách kehoach.\n",
    )
    written = log.read_text(encoding="utf-8")
    assert written.startswith("kehoach 0.")
    assert "\nkehoach status\n" in written
    assert written.endswith("ZeroDivisionError: chia cho 0\n")


def test_a_bug_on_a_machine_that_takes_no_log(kehoach: Kehoach, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "log")

    monkeypatch.setattr(status, "status_view", breaks)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", breaks)
    result = kehoach("status", "--plan", str(EXAMPLES))
    assert result.code == 3
    assert result.err.startswith("kehoach: Chương trình gặp lỗi ngoài dự kiến. Chi tiết: OSError: ")
    assert result.err.count("\n") == 1


RECORDED = "record CQS-02 46 --date 30/1/2024 --source CV --yes"
NOTHING_CLOSED = ignore_patterns("periods")  # else what is entered is told of twice
DRAWN_UP = "init kho --number 1/QĐ --date 1/1/2024 --issuer UBND --year 2024"


@pytest.mark.slow
@posix
@full_disk
@pytest.mark.parametrize(
    ("command", "names"),
    [
        (RECORDED, ["data/indicators.yaml"]),
        (f"{RECORDED} --commit", ["data/indicators.yaml", "lần lưu git"]),
        ("update NV-CQS-05 --state done --date 30/1/2024 --source CV --yes", ["data/tasks.yaml"]),
        ("extend NV-CQS-05 --due 'Quý IV/2024' --by CV --date 30/1/2024 --yes", ["data/tasks.yaml"]),
        ("narrative 2023-Q4", ["data/narrative/2023-Q4.yaml"]),
        ("schema -o luoc-do", [f"luoc-do/{kind}.json" for kind in KINDS]),
        ("report --period 2023-Q3", ["bao-cao-2023-Q3.docx"]),
        ("remind -o cv --as-of 1/10/2023", ["cv/cong-van-don-doc-SNV.docx", "tệp nữa"]),
        ("form -o phieu --as-of 1/10/2023", ["phieu/phieu-STTTT-2023-Q4.xlsx", "tệp nữa"]),
        ("template init", ["bao-cao-quy.docx"]),
        (DRAWN_UP, ["kho"]),
    ],
)
def test_what_was_written_is_told_all_the_same(tmp_path: Path, command: str, names: list[str]) -> None:
    """Where the result cannot be printed, where nobody reads on, where nobody listens."""
    commit = "git init -q && git add . && git -c user.name=A -c user.email=a@b commit -qm Nhập"
    git = "export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b"
    for output, code in (("> /dev/full", 1), ("| true", 0), (">&-", 0)):
        folder = tmp_path / f"kế hoạch {code}{len(output)}"
        copytree(EXAMPLES / "data", folder / "data", ignore=NOTHING_CLOSED)
        done = shell(f"cd '{folder}' && {commit} && {git} && kehoach {command} {output}")
        assert (done.returncode, done.stdout) == (code, "")
        assert done.stderr.startswith("kehoach: ")
        assert "đã ghi" in done.stderr.lower()
        assert [name for name in names if name not in done.stderr] == []


def test_what_was_written_before_a_failure_is_told(kehoach: Kehoach, small_plan: Path) -> None:
    """Of two results for files, the second cannot be written."""
    assert small_plan.is_dir()
    said = kehoach("validate", "--output", "json:kq.json", "--output", "sarif:khong-co/kq.sarif")
    assert said.code == 2
    assert said.err.endswith("\nTrước đó đã ghi: kq.json\n")
