"""Say why a text is no target."""

from collections.abc import Mapping

from kehoach_cli.plan.targets import TargetError, TargetFault

LONGEST = 60

_FAULTS: Mapping[TargetFault, tuple[str, str]] = {
    "unreadable": ("Không hiểu mức {text}", "Viết một số, một khoảng hoặc đúng lời: 50; 40 - 50; ≥ 80; trên 90%"),
    "nothing": ("Mức {text} không có giá trị", "Ghi mức bằng số hoặc đúng lời của Kế hoạch"),
    "reversed": ("Mức {text} có số đầu lớn hơn số cuối", "Viết số nhỏ trước, ví dụ 30 - 50"),
    "two_bounds": ("Mức {text} có hai mức", "Tách thành hai chỉ tiêu con, mỗi chỉ tiêu một mức, có chung parent"),
}


def target_fault(error: TargetError) -> tuple[str, str]:
    """A message and its remedy."""
    text = str(error)
    shown = f"«{text if len(text) <= LONGEST else f'{text[:LONGEST]}…'}»"
    message, remedy = _FAULTS[error.fault]
    return message.format(text=shown), remedy
