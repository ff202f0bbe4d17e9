"""Schemas of where an indicator stood, what it has to reach, and its milestones."""

from typing import Any, ClassVar

from pydantic import Field, GetJsonSchemaHandler, ModelWrapValidatorHandler, PrivateAttr, model_validator
from pydantic_core import CoreSchema

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import MAX_TARGET, Day, DueText, Number, Text, refusal
from kehoach_cli.plan.targets import TargetError, parse_target
from kehoach_cli.plan.values import Baseline, Milestone, Target, Targets
from kehoach_cli.vocabulary.target_words import target_fault


class BaselineRecord(Record, title="Hiện trạng"):
    builds = Baseline
    value: Number | None = Field(description="Giá trị hiện trạng; null nếu Kế hoạch ghi dấu -")
    as_of: Day = Field(description="Ngày của số liệu hiện trạng, ví dụ 2023-05-31")
    source: Text | None = Field(
        default=None, description="Văn bản báo cáo số liệu đó; bỏ trống nếu chính Kế hoạch ghi hiện trạng"
    )


_LEVEL = "một số, khoảng {min, max}, đúng lời của Kế hoạch như «≥ 80», hoặc null"


class TargetRecord(Record, title="Mức"):
    builds = Target
    min: Number = Field(description="Đầu dưới của khoảng phấn đấu")
    max: Number = Field(description="Đầu trên của khoảng phấn đấu")
    _said: Target | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _from_words(cls, value: Any, handler: ModelWrapValidatorHandler["TargetRecord"]) -> "TargetRecord":
        if not isinstance(value, str) or len(value) > MAX_TARGET:
            return handler(value if isinstance(value, dict) else {"min": value, "max": value})
        try:
            said = parse_target(value)
        except TargetError as error:
            raise refusal("KH208", *target_fault(error)) from None
        record = handler({"min": said.min, "max": said.max})
        record._said = said
        return record

    def to_domain(self) -> Any:
        return self._said or super().to_domain()

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """If both ends are equal, one number is enough; words are read by the program alone."""
        return {**handler.resolve_ref_schema(handler(core_schema)), "type": ["number", "object", "string"]}


class TargetsRecord(Record, title="Mức phấn đấu"):
    builds: ClassVar[Any] = Targets
    national: TargetRecord | None = Field(default=None, description=f"Mức phấn đấu cấp trên giao (UBQG): {_LEVEL}")
    provincial: TargetRecord | None = Field(default=None, description=f"Mức phấn đấu của Kế hoạch: {_LEVEL}")


class MilestoneRecord(TargetsRecord, title="Mốc"):
    builds: ClassVar[Any] = Milestone
    due: DueText = Field(description="Thời hạn của mốc, trước thời hạn của chỉ tiêu: Quý II/2023, Năm 2026")


class BaselineValues(BaselineRecord, title="Hiện trạng"):
    partial = True


class TargetsValues(TargetsRecord, title="Mức phấn đấu"):
    partial = True
