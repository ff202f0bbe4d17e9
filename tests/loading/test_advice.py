"""The advice about a value that does not fit is about its key, and works when it is followed."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from kehoach_cli.loading.schema.header import AgencyRecord, PlanRecord
from kehoach_cli.loading.schema.narrative_record import NarrativeRecord
from kehoach_cli.loading.schema.record import keys_of
from kehoach_cli.loading.schema.records import IndicatorRecord, TaskRecord
from kehoach_cli.loading.schema.remedies import model_at
from kehoach_cli.loading.validation import schema_findings
from tests.support.loaded import load_texts
from tests.support.plans import AGENCIES, INDICATORS, PLAN, TASKS

AGENCY_LISTS = {"lead", "support", "oversight", "members", "to"}


def models() -> Iterator[type[BaseModel]]:
    """Every model of a mapping in a plan's files."""
    pending: list[type[BaseModel]] = [PlanRecord, AgencyRecord, IndicatorRecord, TaskRecord, NarrativeRecord]
    seen: set[type[BaseModel]] = set()
    while pending:
        model = pending.pop()
        if model not in seen:
            seen.add(model)
            yield model
            pending += [model_at(model, (key,)) for key in model.model_fields]


EVERY_KEY = [pytest.param(model, key, id=f"{model.__name__}.{key}") for model in models() for key in keys_of(model)]


def advice(model: type[BaseModel], key: str, value: Any) -> str | None:
    """What is said to do about the value at this key alone; None if it fits."""
    try:
        model.model_validate({key: value})
    except ValidationError as error:
        found = [each for each in schema_findings(error, model, "tasks", (0,)) if each.code != "KH201"]
        return next((each.remedy for each in found if key in str(each.at)), None)
    return None


@pytest.mark.parametrize(("model", "key"), EVERY_KEY)
@pytest.mark.parametrize("value", [None, "", [], {}, "x", 5])
def test_the_advice_works(model: type[BaseModel], key: str, value: Any) -> None:
    said = advice(model, key, value)
    if said is None:
        return
    assert ("STTTT, SNV" in said) <= (key in AGENCY_LISTS)
    field = keys_of(model)[key]
    assert ("mỗi mục" in said or "mỗi ý" in said) <= ("list[" in str(field.annotation))
    if f"{key}: []" in said:
        assert advice(model, key, []) is None
    if f"{key}: null" in said:
        assert advice(model, key, None) is None
    assert (f"bỏ khóa {key}" in said) <= (not field.is_required())
    if written := re.search(rf"ví dụ {key}: \[(.*?)\]", said):
        assert advice(model, key, written[1].split(", ")) is None


def remedies(**texts: str) -> list[str]:
    return [f"{found.message}. {found.remedy}" for found in load_texts(**texts).findings]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "measurements:",
            "Giá trị của measurements phải là danh sách. Bắt đầu mỗi mục bằng một dòng có dấu gạch ngang; "
            "mục nào cũng phải có: value, date; chưa có thì viết measurements: [] hoặc bỏ khóa measurements",
        ),
        (
            "support:",
            "Giá trị của support phải là danh sách. Viết trong ngoặc vuông, ví dụ support: [STTTT, SNV], "
            "hoặc mỗi mục một dòng với dấu gạch đầu dòng; chưa có thì viết support: [] hoặc bỏ khóa support",
        ),
        (
            "support: [STTTT, 5]",
            "Giá trị của mục thứ 2 của support phải là chữ. "
            "Viết chữ; chữ có dấu hai chấm, hoặc trông như số, true, false, thì đặt trong dấu nháy kép",
        ),
        ('note: ""', "Giá trị của note để trống. Ghi nội dung; chưa có thì bỏ khóa note"),
        ("measurements: [{value: 4}]", "Thiếu khóa date. Thêm «date: …» vào measurements"),
    ],
)
def test_a_key_of_an_indicator(line: str, said: str) -> None:
    assert remedies(indicators=f"{INDICATORS}  {line}\n") == [said]


def test_a_mapping_tells_its_keys() -> None:
    assert remedies(indicators=INDICATORS.replace("{national: 40, provincial: 60}", "")) == [
        "Giá trị của targets phải là nhóm khóa. "
        "Viết các khóa ở những dòng thụt vào bên dưới, mỗi khóa một dòng: national, provincial"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("value: 20", "value: '-'", "Viết số với dấu chấm thập phân, ví dụ 29.2; chưa có thì viết value: null"),
        (
            "due: Năm 2023",
            "measurements: [{value: '-', date: 2023-09-30}]",
            "Viết số với dấu chấm thập phân, ví dụ 29.2",
        ),
    ],
)
def test_null_is_advised_where_it_may_stand(old: str, new: str, said: str) -> None:
    assert remedies(indicators=INDICATORS.replace(old, new))[0] == f"«-» không phải là số. {said}"


def test_a_dash_is_no_target() -> None:
    told = remedies(indicators=INDICATORS.replace("national: 40", "national: '-'"))
    assert told[0] == (
        "Mức «-» không có giá trị. Ghi mức bằng số hoặc đúng lời của Kế hoạch; chưa có thì bỏ khóa national"
    )


def test_what_is_missing_is_added_to_what_lacks_it() -> None:
    assert remedies(plan=PLAN.replace("  office: CHỦ TỊCH\n", ""))[0].endswith("Thêm «office: …» vào signatory")
    assert remedies(plan=PLAN.replace("year: 2023\n", ""))[0].endswith("Thêm «year: …» vào tệp này")
    assert remedies(tasks=TASKS.replace("  name: Ban hành kế hoạch dữ liệu mở\n", ""))[0].endswith("vào bản ghi này")


def test_a_whole_that_is_no_mapping() -> None:
    assert remedies(tasks="- a\n")[0].startswith(
        "Bản ghi phải gồm các khóa. Ghi từng khóa thành một dòng «khóa: giá trị», thẳng cột với nhau: id, name, pillar,"
    )
    assert remedies(plan="- a\n")[0].startswith(
        "Tệp phải gồm các khóa. Ghi từng khóa thành một dòng «khóa: giá trị», thẳng cột với nhau: format, number, date,"
    )


@pytest.mark.parametrize("written", ["", "format: 1\n", "format: 3\n", 'format: "2"\n', "format: [2]\n"])
def test_the_format_has_one_way_out(written: str) -> None:
    """The rules look at the plan all the same."""
    loaded = load_texts(plan=PLAN.replace("format: 2\n", written))
    [finding] = loaded.findings
    assert "«format: 2»" in finding.remedy
    assert loaded.plan is None
    assert loaded.draft is not None


CHANGE = "date: 2023-10-05, by: QĐ 250/QĐ-BCĐ"
SPLIT = "successors: {kind: split, date: 2025-03-01, by: NQ 45/NQ-HĐND"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "extensions: [{due: Quý IV/2023, by: CV 1, date: 2023-07-01}]",
            "Không có khóa nào tên là «extensions». Trống thì xóa dòng này; "
            "gia hạn nay ghi ở changes, còn due giữ như Kế hoạch giao: "
            "changes: [{date: ngày văn bản, by: số văn bản, set: {due: thời hạn mới}}]",
        ),
        (
            "amendments: [{fields: [due], by: CV 1, date: 2023-07-01}]",
            "Không có khóa nào tên là «amendments». Trống thì xóa dòng này; "
            "điều chỉnh nay ghi ở changes kèm giá trị mới, còn các khóa giữ "
            "như Kế hoạch giao: changes: [{date: ngày văn bản, by: số văn bản, set: {khóa: giá trị mới}}]",
        ),
        (
            f"changes: [{{{CHANGE}, set: {{due: Năm 2024}}, fields: [due]}}]",
            "Không có khóa nào tên là «fields». Thay fields bằng set, mỗi khóa kèm giá trị mới: "
            "set: {due: Quý IV/2023}",
        ),
        (
            f"changes: [{{{CHANGE}, set: {{due: Năm 2024}}, lead: [SYT]}}]",
            "Không có khóa nào tên là «lead». Ghi dưới set: set: {lead: …}",
        ),
        (
            f"changes: [{{{CHANGE}, set: {{targets.provincial: 60}}}}]",
            "Không có khóa nào tên là «targets.provincial». Viết khóa này trong khóa kia: targets: {provincial: …}",
        ),
        (
            f"changes: [{{{CHANGE}, set: {{}}}}]",
            "Không có giá trị nào dưới set. Ghi khóa được đổi, với giá trị mới của nó",
        ),
        (
            f"changes: [{{{CHANGE}, set: {{targets: {{}}}}}}]",
            "Không có giá trị nào dưới set. Ghi khóa được đổi, với giá trị mới của nó",
        ),
        (
            f"changes: [{{{CHANGE}, set: {{due: hôm nào}}}}]",
            "Không hiểu thời hạn «hôm nào». Viết như Quý II/2023, Tháng 9/2023, Hằng quý, Thường xuyên; điều không có "
            "ngày thì viết external: rồi đến chữ của Kế hoạch",
        ),
        (
            f"removed: {{{CHANGE.replace('QĐ 250/QĐ-BCĐ', '5')}}}",
            "Giá trị của by phải là chữ. "
            "Viết chữ; chữ có dấu hai chấm, hoặc trông như số, true, false, thì đặt trong dấu nháy kép",
        ),
    ],
)
def test_a_key_of_what_a_later_document_did(line: str, said: str) -> None:
    assert remedies(indicators=f"{INDICATORS}  {line}\n") == [said]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("from_: 2025-03-01", "Không có khóa nào tên là «from_». Có phải là «from»?"),
        ("members: [{id: SYT, form: 2025-03-01}]", "Không có khóa nào tên là «form». Có phải là «from»?"),
        (
            "members: STTTT",
            "Giá trị của members phải là danh sách. Viết trong ngoặc vuông, ví dụ members: [STTTT, SNV], hoặc mỗi mục "
            "một dòng với dấu gạch đầu dòng; chưa có thì viết members: [] hoặc bỏ khóa members",
        ),
        (
            "members: [5]",
            "Mục này của members không phải là mã cơ quan. Ghi mã của cơ quan trong agencies.yaml, ví dụ STTTT; vào "
            "hoặc ra giữa chừng thì {id: STTTT, until: …}",
        ),
        (
            "successors: SYT",
            "Giá trị của successors phải là nhóm khóa. Viết các khóa ở những dòng thụt vào bên dưới, mỗi khóa một "
            "dòng: kind, to, date, by, takes, note; chưa có thì bỏ khóa successors",
        ),
        (
            f"{SPLIT}, to: [Sở Y tế]}}",
            "Giá trị của mục thứ 1 của to không phải là mã cơ quan. Ghi mã của cơ quan trong agencies.yaml thay cho "
            "tên, ví dụ STTTT; mã là chữ in hoa không dấu và số",
        ),
        (
            f"{SPLIT}, takes: {{cqs-01: SYT}}}}",
            "Giá trị của khóa «cqs-01» không đúng dạng mã. Viết chữ in hoa không dấu và số, nối bằng dấu gạch ngang "
            "hoặc dấu chấm, tối đa 40 ký tự, ví dụ CQS-01 hoặc STTTT",
        ),
        (
            f"{SPLIT}, takes: {{CQS-01: Sở Y tế}}}}",
            "Giá trị của CQS-01 không phải là mã cơ quan. Ghi mã của cơ quan trong agencies.yaml thay cho tên, "
            "ví dụ STTTT; mã là chữ in hoa không dấu và số",
        ),
    ],
)
def test_a_key_of_an_agency(line: str, said: str) -> None:
    assert remedies(agencies=f"{AGENCIES}  {line}\n") == [said]


def test_a_fault_in_the_end_of_an_agency_is_not_called_a_lack_of_it() -> None:
    end = "  until: 2025-02-28\n  successors: {kind: merged, to: [STTTT], date: 2025-03-01, by: ''}\n"
    assert remedies(agencies=AGENCIES + end) == ["Giá trị của by để trống. Ghi nội dung"]
