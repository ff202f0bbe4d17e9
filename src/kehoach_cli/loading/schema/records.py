"""Schemas of the records of `indicators.yaml` and `tasks.yaml`, and the base class of all records."""

import re
from functools import cache
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from kehoach_cli.loading.schema.value_types import AgencyId, Day, DueText, Id, Number, PillarId, Text, refusal
from kehoach_cli.plan.due import UNDATED
from kehoach_cli.plan.model import (
    Amendment,
    Baseline,
    Direction,
    Extension,
    Indicator,
    Measurement,
    Origin,
    State,
    Target,
    Targets,
    Task,
    Update,
)
from kehoach_cli.yaml.scalars import clipped


class Record(BaseModel):
    """Base of all records. Undeclared keys are refused; values are not converted between types."""

    model_config = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True, defer_build=True)
    builds: ClassVar[Any]  # the named tuple of `plan.model` with the same keys

    def to_domain(self) -> Any:
        """The domain's record, made from the keys that both have. Lists become tuples."""
        return self.builds(**{key: _to_domain(getattr(self, key)) for key in _keys(type(self))} | self.converted())

    def converted(self) -> dict[str, Any]:
        """The keys whose value in the domain differs from the one in the file."""
        return {}


def _to_domain(value: Any) -> Any:
    match value:
        case Record():
            return value.to_domain()
        case list():
            return tuple(map(_to_domain, value))
        case _:
            return value


@cache
def _keys(schema: type[Record]) -> list[str]:
    return [key for key in schema.builds._fields if key in schema.model_fields]


class BaselineRecord(Record, title="Hiện trạng"):
    builds = Baseline
    value: Number | None = Field(description="Giá trị hiện trạng; null nếu Kế hoạch ghi dấu -")
    as_of: Day = Field(description="Ngày của số liệu hiện trạng, ví dụ 2023-05-31")


_END = r"([0-9]{1,15}(?:[.,][0-9]{1,10})?)\s{0,9}%?"
_RANGE = re.compile(rf"{_END}\s{{0,9}}[-–]\s{{0,9}}{_END}")


class TargetRecord(Record, title="Khoảng phấn đấu"):
    builds = Target
    min: Number = Field(description="Đầu dưới của khoảng phấn đấu")
    max: Number = Field(description="Đầu trên của khoảng phấn đấu")

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: Any) -> Any:
        ends = _RANGE.fullmatch(value.strip()) if isinstance(value, str) else None
        if ends:
            low, high = (end.replace(",", ".") for end in ends.groups())
            message = f"Khoảng phấn đấu «{clipped(value)}» được ghi như chữ"
            raise refusal("KH208", message, f"Viết {{min: {low}, max: {high}}}")
        return value if isinstance(value, dict) else {"min": value, "max": value}

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """If both ends are equal, one number is enough."""
        return {**handler.resolve_ref_schema(handler(core_schema)), "type": ["number", "object"]}


class TargetsRecord(Record, title="Mức phấn đấu"):
    builds = Targets
    national: TargetRecord | None = Field(
        description="Mức phấn đấu cấp trên giao (UBQG): một số, khoảng {min, max}, hoặc null"
    )
    provincial: TargetRecord | None = Field(description="Mức phấn đấu của tỉnh: một số, khoảng {min, max}, hoặc null")


class MeasurementRecord(Record, title="Kết quả"):
    builds = Measurement
    value: Number = Field(description="Kết quả thực hiện, theo đơn vị tính của chỉ tiêu")
    date: Day = Field(description="Ngày của số liệu")
    source: Text | None = Field(default=None, description="Văn bản báo cáo: số, ký hiệu, ngày")
    note: Text | None = Field(default=None, description="Ghi chú")
    corrects: Day | None = Field(default=None, description="Ngày của số liệu đã ghi trước mà dòng này đính chính")


class AmendmentRecord(Record):
    builds = Amendment
    fields: list[Any]  # what may be amended depends on the record
    by: Text = Field(description="Văn bản điều chỉnh: số, ký hiệu, ngày; nhập sai thì ghi chính văn bản giao")
    date: Day = Field(description="Ngày của văn bản điều chỉnh")
    note: Text | None = Field(default=None, description="Ghi chú: trước đó là gì, vì sao đổi")


class IndicatorAmendmentRecord(AmendmentRecord, title="Điều chỉnh"):
    fields: Annotated[
        list[Literal["name", "unit", "direction", "lead", "support", "oversight", "baseline", "targets", "due"]],
        Field(min_length=1),
    ] = Field(description="Những khóa mà văn bản đã đổi, ví dụ [targets, due]; giá trị mới ghi ngay ở các khóa đó")


class TaskAmendmentRecord(AmendmentRecord, title="Điều chỉnh"):
    fields: Annotated[list[Literal["name", "lead", "support", "oversight", "output", "due"]], Field(min_length=1)] = (
        Field(description="Những khóa mà văn bản đã đổi, ví dụ [lead, due]; giá trị mới ghi ngay ở các khóa đó")
    )


class IndicatorRecord(Record, title="Chỉ tiêu"):
    builds = Indicator
    id: Id = Field(description="Mã chỉ tiêu, ví dụ CQS-01; không đổi và không dùng lại")
    name: Text = Field(description="Tên chỉ tiêu, đúng như trong Kế hoạch")
    pillar: PillarId | None = Field(
        default=None, description="Mã nhóm; bỏ trống thì lấy phần đầu của mã chỉ tiêu (CQS-01 thuộc CQS)"
    )
    unit: Text = Field(description='Đơn vị tính, ví dụ "%"')
    direction: Direction = Field(description="increase: càng cao càng tốt; decrease: càng thấp càng tốt")
    lead: list[AgencyId] = Field(description="Mã cơ quan chủ trì")
    support: list[AgencyId] = Field(default=[], description="Mã cơ quan phối hợp")
    oversight: list[AgencyId] = Field(default=[], description="Mã cơ quan có lãnh đạo được phân công theo dõi, chỉ đạo")
    baseline: BaselineRecord = Field(description="Hiện trạng khi lập Kế hoạch")
    targets: TargetsRecord = Field(description="Mức phấn đấu")
    origin: list[Origin] = Field(
        default=[],
        description="Xuất xứ: assigned (cấp trên giao trong năm), carried_over (năm trước chuyển sang), "
        "kept_up (tiếp tục duy trì), new (mới), body_only (chỉ nêu trong phần lời)",
    )
    due: DueText | None = Field(default=None, description="Thời hạn, đúng cách viết của Kế hoạch: Quý II/2023")
    note: Text | None = Field(default=None, description="Ghi chú của Kế hoạch")
    source: Text | None = Field(default=None, description="Chỗ trong Kế hoạch: Phụ lục I, mục I.2")
    measurements: list[MeasurementRecord] = Field(
        default=[], description="Kết quả thực hiện qua các kỳ; chỉ thêm, không sửa dòng cũ"
    )
    amendments: list[IndicatorAmendmentRecord] = Field(
        default=[], description="Những lần văn bản sau điều chỉnh chỉ tiêu này; chỉ thêm, không sửa dòng cũ"
    )

    def converted(self) -> dict[str, Any]:
        return {"pillar": self.pillar or self.id.rpartition("-")[0], "due": self.due or UNDATED}


class UpdateRecord(Record, title="Tiến độ"):
    builds = Update
    state: State = Field(
        description="not_started: chưa thực hiện; in_progress: đang thực hiện; done: đã hoàn thành; "
        "cancelled: dừng thực hiện"
    )
    date: Day = Field(description="Ngày của tình hình được báo cáo")
    source: Text | None = Field(default=None, description="Văn bản báo cáo: số, ký hiệu, ngày")
    percent: Number | None = Field(default=None, description="Phần công việc đã làm xong, từ 0 đến 100")
    note: Text | None = Field(default=None, description="Ghi chú")
    corrects: Day | None = Field(default=None, description="Ngày của tiến độ đã ghi trước mà dòng này đính chính")


class ExtensionRecord(Record, title="Gia hạn"):
    builds = Extension
    due: DueText = Field(description="Thời hạn mới")
    by: Text | None = Field(default=None, description="Văn bản cho gia hạn: số, ký hiệu, ngày")
    date: Day = Field(description="Ngày của văn bản cho gia hạn")
    note: Text | None = Field(default=None, description="Ghi chú")


class TaskRecord(Record, title="Nhiệm vụ"):
    builds = Task
    id: Id = Field(description="Mã nhiệm vụ, ví dụ NV-CQS-05; không đổi và không dùng lại")
    name: Text = Field(description="Nội dung nhiệm vụ, đúng như trong Kế hoạch")
    pillar: PillarId | None = Field(default=None, description="Mã nhóm; null nếu nhiệm vụ không thuộc nhóm nào")
    lead: list[AgencyId] = Field(description="Mã cơ quan chủ trì; [] nếu Kế hoạch không giao")
    support: list[AgencyId] = Field(default=[], description="Mã cơ quan phối hợp")
    oversight: list[AgencyId] = Field(default=[], description="Mã cơ quan có lãnh đạo được phân công theo dõi, chỉ đạo")
    origin: list[Origin] = Field(
        default=[],
        description="Xuất xứ: assigned (cấp trên giao trong năm), carried_over (năm trước chuyển sang), "
        "kept_up (tiếp tục duy trì), new (mới), body_only (chỉ nêu trong phần lời)",
    )
    output: Text | None = Field(default=None, description="Sản phẩm phải có trong năm của Kế hoạch")
    due: DueText | None = Field(default=None, description="Thời hạn, đúng cách viết của Kế hoạch: Quý II/2023")
    note: Text | None = Field(default=None, description="Ghi chú của Kế hoạch")
    source: Text | None = Field(default=None, description="Chỗ trong Kế hoạch: Phụ lục II, mục I.5")
    updates: list[UpdateRecord] = Field(default=[], description="Tiến độ qua các kỳ; chỉ thêm, không sửa dòng cũ")
    extensions: list[ExtensionRecord] = Field(default=[], description="Các lần gia hạn")
    amendments: list[TaskAmendmentRecord] = Field(
        default=[], description="Những lần văn bản sau điều chỉnh nhiệm vụ này; chỉ thêm, không sửa dòng cũ"
    )

    def converted(self) -> dict[str, Any]:
        return {"due": self.due or UNDATED}
