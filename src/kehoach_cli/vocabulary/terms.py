"""English code -> Vietnamese word. People never see the code itself."""

from collections.abc import Mapping, Sequence

ASSESSMENT: Mapping[str, str] = {
    "exceeded": "Vượt mức",
    "met": "Đạt",
    "on_track": "Đúng tiến độ",
    "behind": "Chậm",
    "far_behind": "Rất chậm",
    "not_yet_met": "Chưa đạt",
    "going_backwards": "Thụt lùi",
    "not_maintained": "Không duy trì được",
    "not_met": "Không đạt",
    "not_assessable": "Chưa đủ số liệu",
}

# What became of a milestone.
GOAL_RESULT: Mapping[str, str] = {
    "exceeded": "Vượt",
    "met": ASSESSMENT["met"],
    "met_late": "Đạt muộn",
    "open": "Chưa đạt, còn hạn",
    "no_data": ASSESSMENT["not_assessable"],
    "not_met": ASSESSMENT["not_met"],
}

STANDING: Mapping[str, str] = {
    "done_on_time": "Hoàn thành đúng hạn",
    "done_late": "Hoàn thành quá hạn",
    "done_undated": "Hoàn thành (không ấn định thời hạn)",
    "open_in_time": "Đang thực hiện trong hạn",
    "open_overdue": "Quá hạn chưa hoàn thành",
    "recurring": "Định kỳ",
    "ongoing": "Thường xuyên",
    "undated": "Chưa ấn định thời hạn",
    "cancelled": "Dừng thực hiện",
}

STATE: Mapping[str, str] = {
    "not_started": "Chưa thực hiện",
    "in_progress": "Đang thực hiện",
    "submitted": "Đã trình",
    "done": "Đã hoàn thành",
    "paused": "Tạm dừng",
    "cancelled": "Dừng thực hiện",
}

ORIGIN: Mapping[str, str] = {
    "assigned": "được cấp trên giao trong năm",
    "carried_over": "từ năm trước chuyển sang",
    "kept_up": "tiếp tục duy trì từ năm trước",
    "new": "mới trong năm",
    "body_only": "chỉ nêu trong phần lời của Kế hoạch",
}

MEASURE: Mapping[str, str] = {
    "share": "tỷ lệ từ 0 đến 100%",
    "growth": "tốc độ tăng, giảm",
    "attainment": "tỷ lệ so với mức giao",
    "count": "số đếm",
    "amount": "số lượng",
    "score": "điểm",
    "rank": "thứ hạng",
    "verdict": "đánh giá đạt hay chưa đạt",
}

PARTS: Mapping[str, str] = {
    "ratio": "tổng tử số trên tổng mẫu số",
    "sum": "tổng",
    "mean": "trung bình cộng",
    "each": "tính theo từng cơ quan",
}

DIRECTION: Mapping[str, str] = {"increase": "càng cao càng tốt", "decrease": "càng thấp càng tốt"}

ROLE: Mapping[str, str] = {"lead": "chủ trì", "support": "phối hợp", "oversight": "theo dõi, chỉ đạo"}

SEVERITY: Mapping[str, str] = {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}

# The subject of a check, by the start of its code.
CODE_KIND: Mapping[str, str] = {
    "KH1": "Đọc tệp",
    "KH2": "Hình thức của bản ghi",
    "KH3": "Mã và cơ quan",
    "KH4": "Hiện trạng, mức phấn đấu, kết quả",
    "KH5": "Thời hạn, tiến độ, điều chỉnh",
    "KH6": "Chữ viết",
    "KH7": "So với phiên bản trước",
    "KH8": "Tệp Word: mẫu và thể thức",
    "KH9": "Khai báo bỏ qua",
}

# What an entry under a key of a record's history is, at the start of a sentence that goes on with its wording.
ENTRY_TITLE: Mapping[str, str] = {
    "measurements": "Kết quả",
    "updates": "Tiến độ",
    "changes": "Lần",
    "added": "Việc bổ sung vào Kế hoạch",
    "removed": "Việc đưa ra khỏi Kế hoạch",
    "successors": "Việc",
    "answers": "Dòng",
}

CHANGE: Mapping[str, str] = {"extension": "gia hạn", "amendment": "điều chỉnh", "corrigendum": "đính chính"}

LIFE: Mapping[str, str] = {"added": "Bổ sung vào Kế hoạch", "removed": "Đưa ra khỏi Kế hoạch"}

SUCCESSION: Mapping[str, str] = {
    "renamed": "đổi tên thành",
    "merged": "hợp nhất thành",
    "split": "chia, tách thành",
    "dissolved": "giải thể",
}

PERIOD: Mapping[str, str] = {"month": "tháng", "quarter": "quý", "half": "6 tháng", "year": "năm"}

RECORD: Mapping[str, str] = {"agencies": "Cơ quan", "indicators": "Chỉ tiêu", "tasks": "Nhiệm vụ"}

# The keys of a record and of plan.yaml. `record_words.field_name` words the two targets.
FIELD: Mapping[str, str] = {
    "number": "số, ký hiệu",
    "date": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "title": "tên Kế hoạch",
    "year": "năm",
    "baseline_date": "ngày của hiện trạng",
    "pillars": "các nhóm",
    "signatory": "người ký",
    "parent": "thuộc",  # of an issuer, and of a record
    "place": "địa danh",
    "standing_agency": "cơ quan thường trực",
    "legal_bases": "căn cứ ban hành",
    "recipients": "nơi nhận",
    "reporting": "chế độ báo cáo",
    "reporting.cadence": "kỳ báo cáo",
    "reporting.cutoff": "ngày chốt số liệu",
    "target_names": "tên gọi hai mức phấn đấu",
    "target_names.national": "tên gọi cấp giao chỉ tiêu",
    "target_names.provincial": "tên gọi cấp ban hành Kế hoạch",
    "signatory.authority": "thẩm quyền ký",
    "signatory.office": "chức vụ người ký",
    "signatory.position": "chức vụ chính quyền của người ký",
    "signatory.name": "họ tên người ký",
    "documents": "văn bản",
    **{
        f"documents.{kind}.{key}": f"{name} của {document}"
        for kind, document in (("report", "báo cáo"), ("letter", "công văn đôn đốc"), ("summary", "báo cáo tóm tắt"))
        for key, name in (
            ("issuer", "cơ quan ban hành"),
            ("parent", "cơ quan chủ quản"),
            ("symbol", "ký hiệu"),
            ("signatory.authority", "thẩm quyền ký"),
            ("signatory.office", "chức vụ người ký"),
            ("signatory.position", "chức vụ chính quyền của người ký"),
            ("signatory.name", "họ tên người ký"),
            ("addressees", "nơi kính gửi"),
            ("recipients", "nơi nhận"),
        )
    },
    "name": "tên",
    "short_name": "tên gọi tắt",
    "aliases": "cách viết khác",
    "group": "là nhóm cơ quan",
    "addressed_as": "cách ghi ở Kính gửi",
    "members": "thành viên",
    "members_complete": "đã đủ thành viên",
    "from_": "ngày đầu hoạt động",
    "until": "ngày cuối hoạt động",
    "pillar": "nhóm",
    "unit": "đơn vị tính",
    "direction": "chiều tốt lên",
    "lead": "cơ quan chủ trì",
    "support": "cơ quan phối hợp",
    "oversight": "cơ quan theo dõi, chỉ đạo",
    "origin": "xuất xứ",
    "carried_from": "nguồn chuyển sang",
    "output": "sản phẩm",
    "baseline": "hiện trạng",
    "baseline.value": "hiện trạng",
    "baseline.as_of": "ngày của hiện trạng",
    "baseline.source": "nguồn của hiện trạng",
    "targets": "mức phấn đấu",
    "due": "thời hạn",
    "note": "ghi chú",
    "source": "nguồn",
    "last_year": "năm cuối",
    "measure": "loại số đo",
    "maintain": "là mức phải duy trì",
    "accumulates": "là số cộng dồn trong năm",
    "milestones": "các mốc",
    "heading": "là đề mục",
    "parts": "cách tính kết quả chung",
}

# The keys of an entry in a record's history.
ENTRY_FIELD: Mapping[str, str] = {
    "national": "mức cấp trên giao",
    "target": "mức phấn đấu",
    "value": "giá trị",
    "state": "tình trạng",
    "percent": "phần trăm",
    "date": "ngày",
    "due": "thời hạn",
    "set": "nội dung điều chỉnh",
    "corrigendum": "là đính chính",
    "estimate": "là số ước",
    "kind": "hình thức sắp xếp",
    "to": "cơ quan tiếp nhận",
    "takes": "bản ghi được tiếp nhận",
    "source": "văn bản",
    "by": "văn bản",
    "note": "ghi chú",
    "corrects": "ngày được đính chính",
    "evidence": "minh chứng",
    "judged_by": "cơ quan đánh giá",
    "agency": "cơ quan",
    "numerator": "tử số",
    "denominator": "mẫu số",
}

_CODES = (DIRECTION, STATE, MEASURE, PARTS, ORIGIN, PERIOD, FIELD, {"off": "không kiểm tra", **SEVERITY})


def meanings(codes: Sequence[str]) -> Mapping[str, str]:
    """The word of each of the codes that a key may have; none where they have no words."""
    return next((words for words in _CODES if all(code in words for code in codes)), {})


def choices(codes: Sequence[str]) -> str:
    """What a key may have: `increase (càng cao càng tốt), decrease (càng thấp càng tốt)`."""
    words = meanings(codes)
    return ", ".join(f"{code} ({words[code][0].lower()}{words[code][1:]})" if words else code for code in codes)


def field(key: str) -> str:
    """What a key of a record or of plan.yaml is called; a key without a word is shown as it is written."""
    return FIELD.get(key, key)
