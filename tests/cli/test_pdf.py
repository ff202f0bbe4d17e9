"""`kehoach report --pdf`: a copy through LibreOffice, or how to come by one."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kehoach_cli.cli import pdf
from tests.conftest import Kehoach
from tests.support.tools import require_tool


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


def test_without_libreoffice_the_word_file_is_written_and_the_way_is_told(
    kehoach: Kehoach, small_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_program", lambda: None)
    result = kehoach("report", "--period", "2023-Q3", "--pdf")
    assert result.code == 2
    assert (small_plan / "bao-cao-2023-Q3.docx").exists()
    assert "máy chưa có LibreOffice; cài LibreOffice" in result.err


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


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")
def test_ended_from_outside_it_leaves_neither_libreoffice_nor_its_folder(small_plan: Path, tmp_path: Path) -> None:
    programs, temporary, sign = tmp_path / "bin", tmp_path / "tmp", tmp_path / "sign"
    programs.mkdir()
    temporary.mkdir()
    endless = programs / "soffice"
    endless.write_text(f"#!/bin/sh\necho $$ >{sign}.new; mv {sign}.new {sign}\nexec sleep 60\n", encoding="utf-8")
    endless.chmod(0o755)
    surroundings = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "kehoach_cli", "report", "--period", "2023-Q3", "--pdf"]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL) as program:
        while not sign.exists():
            assert program.poll() is None
            time.sleep(0.05)
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=20) == 130
    assert list(temporary.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(sign.read_text(encoding="ascii")), 0)
