"""Schema of `narrative/2023-Q3.yaml`, the written part of one period's report. An empty key is not written yet."""

from typing import Any

from pydantic import Field

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import Text
from kehoach_cli.plan.narrative import Narrative


class NarrativeRecord(Record, title="Phần lời của báo cáo"):
    direction: list[Text] | None = Field(
        default=None, description="Công tác chỉ đạo, điều hành trong kỳ: văn bản đã ban hành; có thể để trống"
    )
    highlights: list[Text] | None = Field(default=None, description="Kết quả nổi bật trong kỳ")
    pillars: dict[str, list[Text]] | None = Field(
        default=None,
        description="Lời nói về từng nhóm, theo mã nhóm, thay cho đoạn máy viết; có thể để trống",
    )
    shortcomings: list[Text] | None = Field(
        default=None, description="Tồn tại, hạn chế ngoài những điều số liệu đã cho thấy; có thể để trống"
    )
    objective_causes: list[Text] | None = Field(default=None, description="Nguyên nhân khách quan")
    subjective_causes: list[Text] | None = Field(default=None, description="Nguyên nhân chủ quan")
    priorities: list[Text] | None = Field(
        default=None, description="Việc trọng tâm kỳ tới ngoài những việc đến hạn; có thể để trống"
    )
    proposals: list[Text] | None = Field(default=None, description="Đề xuất, kiến nghị")

    def narrative(self) -> Narrative:
        given: dict[str, Any] = {name: tuple(texts) for name, texts in self if texts and name != "pillars"}
        return Narrative(**given, pillars={key: tuple(texts) for key, texts in (self.pillars or {}).items()})
