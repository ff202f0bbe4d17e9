"""`kehoach report --pdf`: a copy through LibreOffice, or how to come by one."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kehoach_cli.cli.documents import pdf
from tests.conftest import Kehoach
from tests.support.tools import require_tool


@pytest.mark.slow
def test_the_copy_lies_beside_the_report(kehoach: Kehoach, small_plan: Path) -> None:
    require_tool("soffice")
    result = kehoach("report", "--period", "2023-Q3", "--pdf")
    assert result.code == 0, result.err
    assert result.out.endswith("Đã ghi bao-cao-2023-Q3.pdf.\n")
    text = subprocess.run(
        [require_tool("pdftotext"), "-layout", str(small_plan / "bao-cao-2023-Q3.pdf"), "-"],
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert sorted(path.name for path in small_plan.iterdir()) == [
        "bao-cao-2023-Q3.docx",
        "bao-cao-2023-Q3.pdf",
        "data",
    ]


@pytest.mark.slow
def test_the_copy_is_tagged_and_has_a_title_and_a_language(kehoach: Kehoach, small_plan: Path) -> None:
    require_tool("soffice")
    assert kehoach("report", "--period", "2023-Q3", "--pdf").code == 0
    copy = small_plan / "bao-cao-2023-Q3.pdf"
    shown = {
        option: subprocess.run([require_tool("pdfinfo"), *option, str(copy)], capture_output=True, check=True).stdout
        for option in ((), ("-struct",))
    }
    assert re.search(rb"^Tagged: +yes$", shown[()], re.MULTILINE)
    assert re.search(rb"^Title: +\S.*2023", shown[()], re.MULTILINE)
    tags = set(re.findall(rb"^ *([A-Z][A-Za-z0-9]*)\b", shown[("-struct",)], re.MULTILINE))
    assert tags >= {b"H1", b"H2", b"TH"}
    assert b"/Lang(vi-VN)" in copy.read_bytes()


def test_without_libreoffice_the_word_file_is_written_and_the_way_is_told(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_program", lambda: None)
    result = kehoach("report", "--period", "2023-Q3", "--pdf")
    assert result.code == 2
    assert (small_plan / "bao-cao-2023-Q3.docx").exists()
    assert "máy chưa có LibreOffice; cài LibreOffice" in result.err


@pytest.fixture
def makes_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What stands in for LibreOffice makes a PDF of what this file holds."""
    if os.name == "nt":
        pytest.skip("a shell script stands in for LibreOffice")
    program, made = tmp_path / "soffice", tmp_path / "made"
    program.write_text(f'#!/bin/sh\ncp "{made}" "${{8%.docx}}.pdf"\n', encoding="utf-8")
    program.chmod(0o755)
    made.write_bytes(b"%PDF-1.7\n%%EOF")
    monkeypatch.setattr(pdf, "_program", lambda: str(program))
    return made


REPORT = ("report", "--period", "2023-Q3", "-o", "q.docx", "--pdf")


def test_our_own_copy_is_replaced(kehoach: Kehoach, small_plan: Path, makes_pdf: Path) -> None:
    assert kehoach(*REPORT).out.endswith("\nĐã ghi q.pdf.\n")
    makes_pdf.write_bytes(b"%PDF-1.7\nanother\n%%EOF\n")
    assert kehoach(*REPORT).out.endswith("\nĐã ghi q.pdf.\n")
    assert (small_plan / "q.pdf").read_bytes().startswith(b"%PDF-1.7\nanother\n%%EOF\n%kehoach sha256 ")
    assert sorted(path.name for path in small_plan.iterdir()) == ["data", "q.docx", "q.pdf"]


@pytest.mark.slow
@pytest.mark.parametrize("theirs", ["a stranger's", "empty", "signed", "changed", "cut", "a folder"])
def test_somebody_elses_copy_stays(kehoach: Kehoach, small_plan: Path, makes_pdf: Path, theirs: str) -> None:
    there, ours = small_plan / "q.pdf", pdf.sealed(makes_pdf.read_bytes())
    if theirs == "a folder":
        there.mkdir()
    else:
        there.write_bytes(
            {
                "a stranger's": b"%PDF-1.4\n%%EOF\n",
                "empty": b"",
                "signed": ours + b"9 0 obj\n<< /Type /Sig >>\nendobj\n%%EOF\n",
                "changed": ours.replace(b"1.7", b"1.4"),
                "cut": ours[:-1],
            }[theirs]
        )
    before = there.read_bytes() if there.is_file() else None
    result = kehoach(*REPORT)
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith(
        "\nTệp q.pdf không phải do kehoach ghi, hoặc đã có người sửa, nên giữ nguyên; bản PDF mới ở q (2).pdf.\n"
    )
    assert (there.read_bytes() if there.is_file() else None) == before
    assert (small_plan / "q (2).pdf").read_bytes() == ours
    kehoach(*REPORT)
    assert sorted(path.name for path in small_plan.glob("*.pdf")) == ["q (2).pdf", "q.pdf"]


def test_a_copy_that_is_a_link_is_not_written_through(kehoach: Kehoach, small_plan: Path, makes_pdf: Path) -> None:
    elsewhere = small_plan.parent / "elsewhere.pdf"
    elsewhere.write_bytes(pdf.sealed(makes_pdf.read_bytes() + b"\nearlier"))
    before = elsewhere.read_bytes()
    (small_plan / "q.pdf").symlink_to(elsewhere)
    result = kehoach(*REPORT)
    assert result.code == 2
    assert "q.pdf là liên kết" in result.err
    assert elsewhere.read_bytes() == before
    assert [path.name for path in small_plan.glob("*.pdf")] == ["q.pdf"]


@pytest.mark.slow
def test_what_libreoffice_makes_is_known_again_and_still_a_pdf(kehoach: Kehoach, small_plan: Path) -> None:
    require_tool("soffice")
    for _ in range(2):
        assert kehoach(*REPORT).out.endswith("\nĐã ghi q.pdf.\n")
    assert pdf.is_sealed((small_plan / "q.pdf").read_bytes())
    checked = subprocess.run([require_tool("pdfinfo"), str(small_plan / "q.pdf")], capture_output=True, check=True)
    assert checked.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_a_libreoffice_that_makes_nothing_is_no_success(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = small_plan / "soffice"
    broken.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(pdf, "_program", lambda: str(broken))
    result = kehoach("report", "--period", "2023-Q3", "--pdf")
    assert result.code == 2
    assert "LibreOffice không làm được bản PDF" in result.err


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_ended_from_outside_it_leaves_neither_libreoffice_nor_its_folder(small_plan: Path, tmp_path: Path) -> None:
    programs, temporary, pipe = tmp_path / "bin", tmp_path / "tmp", tmp_path / "pipe"
    programs.mkdir()
    temporary.mkdir()
    os.mkfifo(pipe)
    endless = programs / "soffice"  # like the real one, a process that only starts another
    endless.write_text(
        f"#!/bin/sh\nexec 3>{pipe}\necho started >&3\n(sleep 20; echo left >&3) &\nwait\n", encoding="utf-8"
    )
    endless.chmod(0o755)
    surroundings = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "kehoach_cli", "report", "--period", "2023-Q3", "--pdf"]
    told = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL) as program:
        started = b""
        while not started:
            assert program.poll() is None
            time.sleep(0.05)
            with suppress(BlockingIOError):  # open, and nothing written yet
                started = os.read(told, 100)
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=20) == 130
    assert list(temporary.iterdir()) == []
    os.set_blocking(told, True)
    assert os.read(told, 100) == b""  # nobody holds the pipe any more
    os.close(told)
