"""The words of a form that an agency fills in: the headings of its columns, by key."""

from collections.abc import Mapping

IDENTITY = "Nhận dạng"  # heads the hidden column

# The columns of each sheet, in order; keys as `record` and `update` have them. The first ones are locked.
INDICATORS: Mapping[str, str] = {
    "id": "Mã",
    "name": "Chỉ tiêu",
    "unit": "Đơn vị tính",
    "target": "Mức phải đạt",
    "previous": "Lần báo cáo gần nhất",
    "value": "Kết quả",
    "numerator": "Tử số",
    "denominator": "Mẫu số",
    "judged_by": "Cơ quan đánh giá, công nhận",
    "date": "Ngày số liệu",
    "estimate": "Ước hay chính thức",
    "source": "Văn bản",
    "note": "Ghi chú",
}
TASKS: Mapping[str, str] = {
    "id": "Mã",
    "name": "Nhiệm vụ",
    "due": "Thời hạn",
    "previous": "Lần báo cáo gần nhất",
    "state": "Tình trạng",
    "percent": "Đã làm (%)",
    "date": "Ngày hoàn thành, hoặc ngày của tình hình",
    "source": "Văn bản, minh chứng",
    "difficulties": "Khó khăn, vướng mắc",
    "proposals": "Đề xuất, kiến nghị",
}
# What the cover asks once for all rows: the document and the day where a row says none.
COVER: Mapping[str, str] = {"source": "Số, ký hiệu văn bản gửi kèm", "date": "Số liệu tính đến ngày"}
INDICATOR_SHEET, TASK_SHEET, COVER_SHEET = "Chỉ tiêu", "Nhiệm vụ", "Hướng dẫn"
ESTIMATE, FINAL = "Ước", "Chính thức"
VERDICTS = ("Đạt", "Chưa đạt", "Vượt")
