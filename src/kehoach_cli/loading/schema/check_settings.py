"""Schema of `checks:` in plan.yaml: the severity of each code, and where it is ignored."""

from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import Text
from kehoach_cli.plan.ignores import LEVELS, Level

Patterns = Annotated[list[Text], Field(min_length=1, max_length=50)]


class ExemptionRecord(Record, title="Chỗ được miễn"):
    records: Patterns | None = Field(
        default=None, description="Mã bản ghi được miễn, ví dụ NV-CQS-10; dấu * thay cho phần bất kỳ: XHS-*"
    )
    files: Patterns | None = Field(default=None, description="Tệp được miễn, ví dụ tasks.yaml")
    reason: Text = Field(description="Lý do bỏ qua, ví dụ: Quyết định ghi đúng như vậy")


class CheckRecord(Record, title="Mức kiểm tra"):
    severity: Level | None = Field(
        default=None, description="Mức: off (không kiểm tra), info (lưu ý), warning (cảnh báo), error (lỗi)"
    )
    ignore: Annotated[list[ExemptionRecord], Field(max_length=20)] = Field(
        default=[], description="Những chỗ không báo, mỗi chỗ một lý do"
    )

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:
        return {"severity": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Without ignores, the severity alone is enough."""
        return {"anyOf": [{"enum": list(LEVELS)}, handler.resolve_ref_schema(handler(core_schema))]}


Checks = Annotated[
    dict[str, CheckRecord],
    Field(default={}, max_length=200, description="Mức của từng mã kiểm tra và những chỗ được miễn, ví dụ KH502: info"),
]
