"""List the commands: name and description in `kehoach --help`. The module `commands/NAME.py` holds each."""

from collections.abc import Mapping

COMMANDS: Mapping[str, str] = {
    "init": "Lập kho cho một kế hoạch mới",
    "status": "Tình hình chung: chỉ tiêu, nhiệm vụ, việc quá hạn và sắp đến hạn",
    "gaps": "Khoảng cách từ hiện trạng và kết quả mới nhất đến từng mức phấn đấu",
    "answers": "Trong kỳ, cơ quan nào phải báo cáo việc gì, ai đã báo cáo, ai chưa",
    "tasks": "Danh sách nhiệm vụ: chủ trì, thời hạn, tiến độ, lọc theo xuất xứ",
    "overdue": "Nhiệm vụ và chỉ tiêu quá hạn, xếp theo quý đã lỡ",
    "show": "Mọi thông tin về một chỉ tiêu hoặc nhiệm vụ",
    "record": "Ghi kết quả của chỉ tiêu",
    "update": "Ghi tiến độ của nhiệm vụ",
    "receive": "Nhận phiếu, bảng mà các cơ quan gửi lại và ghi vào kế hoạch",
    "extend": "Ghi việc gia hạn chỉ tiêu, nhiệm vụ",
    "add": "Bổ sung chỉ tiêu, nhiệm vụ từ bảng, theo văn bản ban hành sau",
    "amend": "Ghi việc điều chỉnh, đính chính chỉ tiêu, nhiệm vụ, đưa ra khỏi Kế hoạch",
    "reorganise": "Ghi việc đổi tên, sáp nhập, chia tách, giải thể cơ quan",
    "correct": "Đính chính kết quả, tiến độ đã ghi",
    "log": "Số liệu, báo cáo đã ghi theo thời gian, ai ghi và ghi khi nào",
    "diff": "Kế hoạch thay đổi thế nào giữa hai phiên bản hoặc hai ngày",
    "validate": "Kiểm tra các tệp của kế hoạch",
    "explain": "Giải thích một mã kiểm tra: kiểm tra gì, vì sao, ví dụ sai và đúng",
    "schema": "Lược đồ JSON Schema cho trình soạn thảo: gợi ý khóa, mã cơ quan, gạch đỏ chỗ sai",
    "report": "Lập báo cáo Word của kỳ",
    "close": "Chốt một kỳ: giữ lại điều báo cáo đã gửi nói",
    "reopen": "Mở lại một kỳ đã chốt, theo một văn bản",
    "form": "Lập phiếu báo cáo gửi từng cơ quan điền, Excel hoặc Word",
    "remind": "Viết công văn đôn đốc gửi từng cơ quan chủ trì",
    "narrative": "Tạo tệp phần lời của báo cáo: điều số liệu không tự nói ra",
    "template": "Mẫu Word của cơ quan: kiểm tra, liệt kê trường, tạo bản để sửa, soát thể thức văn bản",
}
