"""The commands, one line each: its name, what `kehoach --help` says of it. The module of that name holds it."""

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "status": "Tình hình chung: chỉ tiêu, nhiệm vụ, việc quá hạn và sắp đến hạn",
    "gaps": "Khoảng cách từ hiện trạng và kết quả mới nhất đến từng mức phấn đấu",
    "overdue": "Nhiệm vụ và chỉ tiêu quá hạn, xếp theo quý đã lỡ",
    "show": "Mọi thông tin về một chỉ tiêu hoặc nhiệm vụ",
    "validate": "Kiểm tra các tệp của kế hoạch",
    "report": "Lập báo cáo Word của kỳ",
    "remind": "Viết công văn đôn đốc gửi từng cơ quan chủ trì",
    "narrative": "Tạo tệp phần lời của báo cáo: điều số liệu không tự nói ra",
    "template": "Mẫu Word của cơ quan: kiểm tra, liệt kê trường, tạo bản để sửa, soát thể thức văn bản",
}

# The commands that fill in Word templates: the child process for that starts before anything else.
FILL_IN_TEMPLATES = ("report", "remind")
