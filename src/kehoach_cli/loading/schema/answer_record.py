"""Schema of `answers/STTTT.yaml`: what one agency reported of records that several must answer."""

from decimal import Decimal
from typing import Any

from pydantic import Field, model_validator

from kehoach_cli.loading.schema.entry_records import figure_or_verdict
from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import (
    Day,
    Number,
    PeriodName,
    RecordId,
    ReportedValue,
    StateCode,
    Text,
    refusal,
)
from kehoach_cli.plan.entries import Measurement, Remark, Report, Update
from kehoach_cli.plan.measures import quotient

_WHAT = "Chỉ tiêu thì ghi value, hoặc numerator và denominator; nhiệm vụ thì ghi state"


class AnswerRecord(Record, title="Báo cáo"):
    record: RecordId = Field(description="Mã chỉ tiêu, nhiệm vụ được báo cáo")
    date: Day = Field(description="Ngày của số liệu, của tình hình")
    value: ReportedValue | None = Field(
        default=None, description="Kết quả của cơ quan, theo đơn vị tính; chỉ tiêu bằng lời thì đạt, chưa đạt hoặc vượt"
    )
    numerator: Number | None = Field(default=None, description="Tử số của tỷ lệ, đi với denominator")
    denominator: Number | None = Field(default=None, description="Mẫu số của tỷ lệ, đi với numerator")
    state: StateCode | None = Field(default=None, description="Tình trạng của phần việc mà cơ quan phải làm")
    percent: Number | None = Field(default=None, description="Phần công việc đã làm xong, từ 0 đến 100")
    source: Text | None = Field(default=None, description="Văn bản báo cáo: số, ký hiệu, ngày")
    note: Text | None = Field(default=None, description="Ghi chú")
    corrects: Day | None = Field(default=None, description="Ngày của báo cáo đã ghi trước mà dòng này đính chính")
    estimate: bool = Field(
        default=False, description="true nếu là số ước thực hiện đến ngày cuối kỳ; chỉ dùng trong báo cáo của kỳ đó"
    )
    judged_by: Text | None = Field(default=None, description="Cơ quan đánh giá, công nhận là đạt hay chưa đạt")
    evidence: list[Text] = Field(default_factory=list, description="Minh chứng: các đường dẫn, tên tệp")

    @model_validator(mode="after")
    def _says_one_thing(self) -> "AnswerRecord":
        pair = (self.numerator is not None) + (self.denominator is not None)
        figure = (self.value is not None) + pair
        of_figures = figure or self.estimate or self.judged_by is not None
        of_progress = self.percent is not None or bool(self.evidence)
        if self.state is None and not of_progress and (figure == 1 if self.value is not None else pair == 2):
            return self
        if self.state is not None and not of_figures:
            return self
        if of_figures and (self.state is not None or of_progress):
            raise refusal("KH202", "Dòng này vừa ghi số liệu vừa ghi tiến độ", _WHAT)
        if self.value is not None:
            raise refusal("KH202", "value không đi với numerator, denominator", "Giữ một trong hai cách ghi kết quả")
        missing = "numerator" if self.denominator is not None else "denominator" if pair else "kết quả hoặc tình trạng"
        raise refusal("KH201", f"Thiếu {missing}", _WHAT)

    def to_report(self, agency: str) -> Report:
        """The answer of this agency."""
        report: Report = self.build(Measurement if self.state is None else Update, agency=agency)
        return report

    def converted(self) -> dict[str, Any]:
        if self.value is not None:
            return figure_or_verdict(self.value)
        pair = self.numerator or Decimal(0), self.denominator or Decimal(0)
        return {"value": quotient(*pair)} if self.state is None else {}


class RemarkRecord(Record, title="Ý kiến của cơ quan"):
    period: PeriodName = Field(description="Kỳ báo cáo: 2023-Q3, 2023-09")
    record: RecordId = Field(description="Mã chỉ tiêu, nhiệm vụ mà ý kiến nói đến")
    difficulties: Text | None = Field(default=None, description="Khó khăn, vướng mắc")
    proposals: Text | None = Field(default=None, description="Đề xuất, kiến nghị")
    source: Text | None = Field(default=None, description="Văn bản báo cáo: số, ký hiệu, ngày")

    @model_validator(mode="after")
    def _says_something(self) -> "RemarkRecord":
        if self.difficulties is None and self.proposals is None:
            raise refusal("KH201", "Thiếu difficulties hoặc proposals", "Ghi khó khăn hoặc đề xuất, hoặc bỏ cả dòng")
        return self

    def to_remark(self, agency: str) -> Remark:
        """The remark of this agency."""
        remark: Remark = self.build(Remark, agency=agency)
        return remark


class AnswersRecord(Record, title="Báo cáo của cơ quan"):
    answers: list[AnswerRecord] = Field(
        default_factory=list,
        description="Báo cáo của cơ quan về những việc giao cho nhiều cơ quan; chỉ thêm, không sửa dòng cũ",
    )
    remarks: list[RemarkRecord] = Field(
        default_factory=list, description="Khó khăn, đề xuất mà cơ quan nêu; báo cáo chỉ dùng khi có người chép vào"
    )
