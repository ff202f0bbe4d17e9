"""Schemas of what is entered for a record later: figures, progress, changes."""

from decimal import Decimal
from typing import Any

from pydantic import Field, field_validator

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import Day, Number, ReportedValue, StateCode, Text, refusal
from kehoach_cli.plan.entries import Change, LegalAct, Measurement, Update
from kehoach_cli.plan.values import VERDICTS, Verdict


class MeasurementRecord(Record, title="Kết quả"):
    builds = Measurement
    value: ReportedValue = Field(
        description="Kết quả thực hiện, theo đơn vị tính của chỉ tiêu; chỉ tiêu bằng lời thì đạt, chưa đạt hoặc vượt"
    )
    date: Day = Field(description="Ngày của số liệu")
    source: Text | None = Field(default=None, description="Văn bản báo cáo: số, ký hiệu, ngày")
    note: Text | None = Field(default=None, description="Ghi chú")
    corrects: Day | None = Field(default=None, description="Ngày của số liệu đã ghi trước mà dòng này đính chính")
    estimate: bool = Field(
        default=False, description="true nếu là số ước thực hiện đến ngày cuối kỳ; chỉ dùng trong báo cáo của kỳ đó"
    )
    judged_by: Text | None = Field(default=None, description="Cơ quan đánh giá, công nhận là đạt hay chưa đạt")

    def converted(self) -> dict[str, Any]:
        return figure_or_verdict(self.value)


def figure_or_verdict(given: Decimal | Verdict) -> dict[str, Any]:
    """The keys of a measurement that say what was reported."""
    if isinstance(given, Decimal):
        return {"value": given}
    return {"value": Decimal(VERDICTS.index(given)), "verdict": given}


class UpdateRecord(Record, title="Tiến độ"):
    builds = Update
    state: StateCode = Field(
        description="not_started: chưa thực hiện; in_progress: đang thực hiện; submitted: đã trình; "
        "done: đã hoàn thành; paused: tạm dừng; cancelled: dừng thực hiện"
    )
    date: Day = Field(description="Ngày của tình hình được báo cáo")
    source: Text | None = Field(default=None, description="Văn bản báo cáo: số, ký hiệu, ngày")
    percent: Number | None = Field(default=None, description="Phần công việc đã làm xong, từ 0 đến 100")
    note: Text | None = Field(default=None, description="Ghi chú")
    corrects: Day | None = Field(default=None, description="Ngày của tiến độ đã ghi trước mà dòng này đính chính")
    evidence: list[Text] = Field(default=[], description="Minh chứng: các đường dẫn, tên tệp")


class LegalActRecord(Record):
    builds = LegalAct
    date: Day = Field(description="Ngày văn bản có hiệu lực với bản ghi này")
    by: Text = Field(description="Văn bản: số, ký hiệu, ngày")
    note: Text | None = Field(default=None, description="Ghi chú")


class AddedRecord(LegalActRecord, title="Bổ sung"):
    pass


class RemovedRecord(LegalActRecord, title="Đưa ra khỏi Kế hoạch"):
    pass


class ChangeRecord(Record, title="Điều chỉnh"):
    builds = Change
    date: Day = Field(description="Ngày điều chỉnh có hiệu lực; đính chính thì ghi ngày của văn bản được đính chính")
    by: Text = Field(description="Văn bản điều chỉnh: số, ký hiệu, ngày; nhập sai thì ghi chính văn bản giao")
    set: Record
    note: Text | None = Field(default=None, description="Ghi chú")
    corrigendum: bool = Field(
        default=False, description="true nếu sửa chỗ ghi sai của văn bản trước, hoặc chỗ nhập sai so với văn bản"
    )

    @field_validator("set")
    @classmethod
    def _not_empty(cls, given: Record) -> Record:
        if not given.to_domain():
            raise refusal("KH210", "Không có giá trị nào dưới set", "Ghi khóa được đổi, với giá trị mới của nó")
        return given
