"""`kehoach template`: what a person sees, and the exit codes that CI goes by."""

import io
import json
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from kehoach_cli.cli.documents.templates import original_template
from kehoach_cli.reports.fields.field_tree import FIELDS
from kehoach_cli.reports.fields.template_kinds import KINDS, LETTER, REPORT, SUMMARY
from tests.conftest import Golden, Kehoach
from tests.support.carriers import named
from tests.support.docx import p, table, word_file
from tests.support.official import report, with_text


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder outside any plan, with the test standing in it."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_the_originals_pass_and_are_never_written_over(kehoach: Kehoach, desk: Path, kind: str) -> None:
    made = kehoach("template", "init", kind)
    assert (made.code, made.out) == (
        0,
        f"Đã ghi {kind}.docx. Sửa bằng Word rồi kiểm tra: kehoach template check {kind}.docx\n",
    )
    checked = kehoach("template", "check", f"{kind}.docx")
    assert (checked.code, checked.out) == (0, f"Đã kiểm tra {kind}.docx: không có lỗi\n")
    before = (desk / f"{kind}.docx").read_bytes()
    again = kehoach("template", "init", kind)
    assert again.code == 2
    assert again.err == f"kehoach: Đã có {kind}.docx, không ghi đè; chọn tên khác bằng -o TỆP\n"
    assert (desk / f"{kind}.docx").read_bytes() == before


def test_findings_as_a_person_sees_them(kehoach: Kehoach, desk: Path, golden: Golden) -> None:
    body = p("Trong kỳ có {{ nhiem_vu.qua_hann }} việc quá hạn – còn {{ nhiem_vu.tong – 1 }} việc.")
    body += table(("{%tr for n in nhom %}", ""), ("{{ n.ten }}", "{{ n.dem.tong }}{%tr endfor %}"))
    body += p("{% if ky.dau_tien %}Kỳ đầu tiên.")
    (desk / "mau.docx").write_bytes(word_file(body, header=p("{{ ke_hoach.so|uper }}")))
    result = kehoach("template", "check", "mau.docx")
    assert result.code == 1
    golden("template-check.txt", result.out)


def test_form_as_a_person_sees_it(kehoach: Kehoach, desk: Path, golden: Golden) -> None:
    (desk / "bc.docx").write_bytes(report(with_text("date", "Mẫu, ngày 5 tháng 2 năm 2023")))
    result = kehoach("template", "check", "--the-thuc", "bc.docx")
    assert result.code == 1
    golden("template-form.txt", result.out)


@pytest.mark.parametrize("kind", [REPORT, SUMMARY, LETTER])
@pytest.mark.parametrize("plan", ["desk", "small_plan"])
def test_a_template_is_filled_in_and_its_form_checked(
    kehoach: Kehoach, request: pytest.FixtureRequest, kind: str, plan: str
) -> None:
    """With the plan's own data, or outside of a plan with made-up ones; faults of form are warnings."""
    request.getfixturevalue(plan)
    document = docx.Document(io.BytesIO(original_template(kind)))
    document.sections[0].left_margin = Mm(25)
    document.save(f"{kind}.docx")
    result = kehoach("template", "check", f"{kind}.docx")
    where = "trang" if len(document.sections) == 1 else "trang, phần 1"
    assert result.out.startswith(
        f"{kind}.docx: bản điền thử, {where}: cảnh báo KH851: Lề trang: lề trái 25 mm, quy định 30–35 mm\n"
        "  → Đặt lề trái 30–35 mm ở Bố trí > Lề (Phụ lục I, phần I, mục I.3)\n"
        "  Xem thêm: kehoach explain KH851\n\n"
    )
    assert result.out.endswith(f"\nĐã kiểm tra {kind}.docx: 1 cảnh báo\n")
    assert result.code == 0


def test_a_template_with_a_fault_is_not_filled_in(kehoach: Kehoach, desk: Path) -> None:
    (desk / "mau.docx").write_bytes(word_file(p("{{ nhiem_vu.qua_hann }}")))
    assert kehoach("template", "check", "mau.docx").out.endswith("Đã kiểm tra mau.docx: 1 lỗi\n")


def test_what_fails_on_the_data_of_this_plan_is_an_error(kehoach: Kehoach, tmp_path: Path, small_plan: Path) -> None:
    template = word_file(p("{{ 100 / nhiem_vu.hoan_thanh }}"))
    for folder in (tmp_path, small_plan):
        (folder / "mau.docx").write_bytes(template)
    assert kehoach("template", "check", "mau.docx").out == (
        "mau.docx: thân văn bản, đoạn 1: lỗi KH831: Không tính được thẻ này: chia cho 0\n"
        "  | {{ 100 / nhiem_vu.hoan_thanh }}\n"
        "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  → Thêm {% if … > 0 %} quanh phép chia\n"
        "  Xem thêm: kehoach explain KH831\n\n"
        "Đã kiểm tra mau.docx: 1 lỗi\n"
    )
    (small_plan / "data" / "plan.yaml").unlink()
    assert kehoach("template", "check", "mau.docx").code == 0


def test_a_plan_with_errors_does_not_stop_the_check(kehoach: Kehoach, small_plan: Path) -> None:
    (small_plan / "data" / "tasks.yaml").write_text("x: [", encoding="utf-8")
    Path("cong-van-don-doc.docx").write_bytes(original_template(LETTER))
    said = kehoach("template", "check", "cong-van-don-doc.docx").out
    assert said == "Đã kiểm tra cong-van-don-doc.docx: không có lỗi\n"


def test_what_a_file_calls_its_parts_and_tags_stays_on_the_line(kehoach: Kehoach, desk: Path) -> None:
    (desk / "ten.docx").write_bytes(named(b"word/x\n::error::y\x1b[31m"))
    told = kehoach("template", "check", "ten.docx").out.splitlines()
    assert told[0] == "ten.docx: lỗi KH803: Tên phần bất thường trong tệp: «word/x\ufffd::error::y\ufffd[31m»"
    tag = "<w:p><w:r><w:t>{{ a b</w:t><w:br/><w:t>::error::y }}</w:t></w:r></w:p>"
    (desk / "the.docx").write_bytes(word_file(tag))
    told = kehoach("template", "check", "the.docx").out.splitlines()
    assert not [line for line in told if line.startswith("::")]


def test_warnings_alone_are_no_failure(kehoach: Kehoach, desk: Path) -> None:
    changed = '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>mới</w:t></w:r></w:ins></w:p>'
    (desk / "phieu-bao-cao.docx").write_bytes(word_file(changed))
    result = kehoach("template", "check", "phieu-bao-cao.docx")
    assert result.code == 0
    assert result.out.endswith("Đã kiểm tra phieu-bao-cao.docx: 1 cảnh báo\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "kehoach: mau.docx: Không tìm thấy tệp. Kiểm tra lại tên và thư mục của tệp\n"),
        (b"xin chao", "mau.docx: lỗi KH801: Đây không phải tệp Word .docx\n"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "lỗi KH801: Đây là tệp Word đời cũ (.doc) hoặc tệp đặt mật khẩu\n"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_exits_2(kehoach: Kehoach, desk: Path, content: bytes | None, message: str) -> None:
    if content is not None:
        (desk / "mau.docx").write_bytes(content)
    result = kehoach("template", "check", "mau.docx")
    assert result.code == 2
    assert message in result.out + result.err


def test_a_folder_is_no_template(kehoach: Kehoach, desk: Path) -> None:
    (desk / "mau.docx").mkdir()
    said = "kehoach: mau.docx không phải tệp Word; chỉ ra một tệp .docx hoặc .dotx\n"
    assert kehoach("template", "check", "mau.docx").err == said


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_listed_with_its_value_now(kehoach: Kehoach, shipped: Path, kind: str) -> None:
    result = kehoach("template", "fields", kind, "--plan", str(shipped), "--format", "json")
    listed = json.loads(result.out)
    assert (listed["schema"], listed["kind"]) == (1, kind)
    assert [(row["name"], row["type"], row["meaning"]) for row in listed["fields"]] == list(FIELDS[kind])
    values = {row["name"]: row["value"] for row in listed["fields"]}
    assert values["ke_hoach.so"] == "180/QĐ-BCĐ"


def test_fields_outside_a_plan_have_no_values(kehoach: Kehoach, desk: Path) -> None:
    result = kehoach("template", "fields")
    assert result.code == 0
    assert "Hiện nay" not in result.out
    assert "chi_tieu.tong" in result.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("template", "chek"), "Không có lệnh «chek»; có phải là «check»?"),
        (("template", "init", "baocaoquy"), "Không có loại mẫu «baocaoquy»; có phải là «bao-cao-quy»?"),
        (("template", "fields", "--plan", "khong-co"), "--plan: không có thư mục khong-co"),
    ],
)
def test_what_is_mistyped_is_answered(kehoach: Kehoach, desk: Path, arguments: tuple[str, ...], message: str) -> None:
    result = kehoach(*arguments)
    assert result.code == 2
    assert message in result.err


def test_the_group_alone_prints_its_help(kehoach: Kehoach) -> None:
    result = kehoach("template")
    assert result.code == 0
    assert result.out.startswith("Cách dùng: kehoach template")
    for name in ("check", "fields", "init"):
        assert f"\n  {name}" in result.out
