"""Schema of `narrative/2023-Q3.yaml`, the written part of one period's report. An empty key is not written yet."""

from pydantic import Field

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import Text
from kehoach_cli.plan.narrative import Narrative


class NarrativeRecord(Record, title="Phần lời của báo cáo"):
    highlights: list[Text] | None = Field(default=None, description="Kết quả nổi bật trong kỳ")
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
        return Narrative(**{name: tuple(texts or ()) for name, texts in self})
