"""Schema of `answers/STTTT.yaml`: what one agency reported of records that several must answer."""

from decimal import Decimal
from typing import Any

from pydantic import Field, model_validator

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import Day, Number, RecordId, ReportedValue, StateCode, Text, refusal
from kehoach_cli.plan.entries import Measurement, Report, Update
from kehoach_cli.plan.measures import quotient
from kehoach_cli.plan.values import VERDICTS

_OF_FIGURES = ("value", "numerator", "denominator", "estimate", "judged_by")
_OF_PROGRESS = ("state", "percent", "evidence")
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
    evidence: list[Text] = Field(default=[], description="Minh chứng: các đường dẫn, tên tệp")

    @model_validator(mode="after")
    def _says_one_thing(self) -> "AnswerRecord":
        values = {key: getattr(self, key) for key in (*_OF_FIGURES, *_OF_PROGRESS)}
        given = [key for key, value in values.items() if value is not None and value is not False and value != []]
        figures, progress = ([key for key in given if key in keys] for keys in (_OF_FIGURES, _OF_PROGRESS))
        if figures and progress:
            raise refusal("KH202", f"{figures[0]} và {progress[0]} không đi với nhau", _WHAT)
        counted = {"numerator", "denominator"} & {*given}
        if "value" in given and counted:
            raise refusal("KH202", f"value và {min(counted)} không đi với nhau", "Giữ một trong hai cách ghi kết quả")
        if not ("value" in given or len(counted) == 2 or "state" in given):
            other = {"numerator", "denominator"} - counted
            raise refusal("KH201", f"Thiếu {other.pop() if counted else 'kết quả hoặc tình trạng'}", _WHAT)
        return self

    def to_report(self, agency: str) -> Report:
        """The answer of this agency."""
        said: dict[str, Any] = {key: getattr(self, key) for key in ("date", "source", "note", "corrects")}
        if self.state is not None:
            evidence = tuple(self.evidence)
            return Update(self.state, percent=self.percent, evidence=evidence, agency=agency, **said)
        said |= {key: getattr(self, key) for key in ("estimate", "judged_by", "numerator", "denominator")}
        if isinstance(self.value, str):
            return Measurement(Decimal(VERDICTS.index(self.value)), verdict=self.value, agency=agency, **said)
        value = self.value
        if value is None and self.numerator is not None and self.denominator is not None:
            value = quotient(self.numerator, self.denominator)
        return Measurement(value or Decimal(0), agency=agency, **said)


class AnswersRecord(Record, title="Báo cáo của cơ quan"):
    answers: list[AnswerRecord] = Field(
        description="Báo cáo của cơ quan về những việc giao cho nhiều cơ quan; chỉ thêm, không sửa dòng cũ"
    )
