"""Every sentence that refuses something: it names the thing, the place and the way out, and the way out works."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kehoach_cli.cli.command_list import COMMANDS
from tests.support.refusing import Desk, Outcome, Refusal, refusals, sites

pytestmark = pytest.mark.usefixtures("git")

ALL = refusals(Path(__file__).with_name("refusals.txt"))
# Pieces of the sentences that no command line can bring about on a machine in order, and what it would take.
ON_A_BROKEN_MACHINE = {
    "vì bản này chưa được cài bằng pip": "a program that pip did not install: test_own_wheel",
    "UsageProblem(str(problem)) from None": "a folder that may not be listed: test_finding_the_plan",
    "có quá nhiều thư mục con": "50,000 folders: test_finding_the_plan",
    "Không đọc được thư mục {folder}": "a folder that may not be listed: test_finding_the_plan",
    "Thư mục hiện tại không còn": "the current folder removed: test_finding_the_plan",
    "cần một dòng chữ, không để trống": "an answer in a dialogue, which asks again: test_init",
    "Gõ c (có) hoặc k (không)": "an answer in a dialogue, which asks again: test_next_year",
    "nhưng chưa lưu được vào git": "git that fails between two of its commands: test_committing",
    "vừa được chuyển sang nhánh khác": "a branch switched in that moment: test_committing",
    "git không trả lời": "git that hangs: tests/git",
    "Kho git có một lần lưu (commit) hỏng": "a damaged repository: tests/git",
    "Kho git thiếu nội dung của một tệp": "a damaged repository: tests/git",
    "Kho git có quá nhiều tệp": "a list of files of 100 MB: tests/git",
    "nằm ngoài kho git này": "a link that appears while git runs",
    "Một lệnh kehoach khác đang ghi": "another command that takes long: test_lock",
    "WriteFault(fault.file, fault.finding": "a plan's file removed in that moment: tests/storage",
    "locked_message(str(": "git's index locked while a new file is entered: tests/git",
    "trong lần nhận này trả lời khác": "one file of several, which is no refusal of the command: test_received_anyhow",
    "Tệp chỉ cho đọc, vẫn như cũ": "a file without rights, which root has: tests/storage",
    "Tệp vừa được chương trình khác sửa": "a file changed in that moment: tests/storage",
    "Tệp vừa bị xóa hoặc thay": "a file removed in that moment: tests/storage",
    "Không ghi được ({reason}), tệp vẫn như cũ": "a full disk: tests/storage",
}
COMMAND = re.compile(rf"«((?:kehoach|git) [^»]+)»|(kehoach (?:{'|'.join(COMMANDS)}|--help)[^.;,)\n]*)|\n  (git .+)")
WORDS_FOR_WHAT_IS_CHOSEN = {
    "TÊN-NHÁNH": "main",
    "TÊN-NHÁNH-MỚI": "moi",
    "KỲ": "2023-Q3",
    "NGÀY": "31/12/2023",
    "SỐ": "45,5",
    "VĂN-BẢN": "CV9",
    "TÌNH-TRẠNG": "done",
    "THƯ-MỤC-MỚI": "moi",
}
# What somebody is told to do, without a command.
_DO = (
    "bỏ bớt cài chạy chép chia chọn chuyển chỉ dùng dời ghi giữ gõ kiểm lập lấy lưu mở nói rút sửa thay thêm tách viết "
    "xem xóa đưa đặt đổi đợi cấp"
).replace(" ", "|")
DOING = re.compile(rf"(?:^|[.;:,(?→] |hoặc |thì |nên |rồi |phải )(?:{_DO})\b|có phải là", re.IGNORECASE)
ENGLISH = re.compile(
    r"\b(?:the|not|error|invalid|missing|argument|option|expected|must|cannot|failed|denied|such|of)\b", re.IGNORECASE
)
AS_TYPED = re.compile(r"«[^»]*»|\S*[-/=._]\S*|\(commit\)|\(merge\)|\(detached HEAD\)")


def prepared(refusal: Refusal, folder: str) -> tuple[Desk, Outcome]:
    """The desk after the refusal."""
    desk = Desk(Path(folder) / "kho")
    for line in refusal.before:
        done = desk.do(line)
        assert done.code == 0, (line, done.err)
    return desk, desk.do(refusal.typed, refusal.at)


@cache
def outcome(refusal: Refusal) -> Outcome:
    with TemporaryDirectory() as folder:
        return prepared(refusal, folder)[1]


def named(sentence: str) -> Iterator[str]:
    """The commands that the sentence names, with something chosen for each word in capital letters."""
    for found in COMMAND.finditer(sentence):
        line = next(filter(None, found.groups()))
        yield re.sub(r"[A-ZÀ-Ỹ-]{2,}", lambda word: WORDS_FOR_WHAT_IS_CHOSEN.get(word[0], word[0]), line.strip())


REFUSALS = pytest.mark.parametrize("refusal", ALL, ids=[f"{refusal.typed[:60]} {refusal.said[:30]}" for refusal in ALL])


@REFUSALS
def test_the_sentence(refusal: Refusal) -> None:
    code, err, _ = outcome(refusal)
    said = err.removeprefix("kehoach: ").removesuffix("\n")
    pattern = ".*".join(map(re.escape, refusal.said.split("…")))
    assert re.fullmatch(pattern, said, re.DOTALL), f"\n{said}\n{refusal.said}"
    assert code == 2


@REFUSALS
def test_its_form(refusal: Refusal) -> None:
    """Vietnamese, one sentence or two of bounded length, nothing left unfilled, with something to do."""
    said = outcome(refusal).err
    assert len(said) < 1500
    assert not re.search(r"\{\w+\}|None\b|Traceback|\.\.", said)
    assert re.search("[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]", said, re.IGNORECASE)
    assert not ENGLISH.search(AS_TYPED.sub("", said)), said
    assert DOING.search(said), said


@REFUSALS
def test_the_commands_that_it_names_are_accepted(refusal: Refusal) -> None:
    """One after the other, or, if they are alternatives, each alone; or the refused line passes afterwards."""
    commands = list(named(outcome(refusal).err))
    if not commands:
        return
    with TemporaryDirectory() as folder:
        desk, _ = prepared(refusal, folder)
        for line in commands:
            if desk.do(line, refusal.at).code not in (0, 1):
                with TemporaryDirectory() as another:
                    alone = prepared(refusal, another)[0].do(line, refusal.at)
                assert alone.code in (0, 1), f"{line}: {alone.err}"


def test_every_place_that_refuses_is_provoked() -> None:
    provoked = {site for refusal in ALL for site in outcome(refusal).sites}
    left = {str(site): site.text for site in sites() if site not in provoked}
    assert [name for name, text in left.items() if not any(piece in text for piece in ON_A_BROKEN_MACHINE)] == []
    assert [piece for piece in ON_A_BROKEN_MACHINE if not any(piece in text for text in left.values())] == []
