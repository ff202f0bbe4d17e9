"""Findings about a plan's ignores: unknown codes, codes that cannot be ignored, and ignores that match nothing."""

from collections.abc import Iterable, Iterator

from kehoach_cli.diagnostics import Finding, Location, Route, Severity
from kehoach_cli.plan.ignores import CheckSettings, IgnoreComment, IgnoreEntry, can_be_ignored
from kehoach_cli.plan.suggest import near_ids
from kehoach_cli.rules.registry import MODULES, at_most, rule


def drop_unknown_codes(settings: CheckSettings) -> CheckSettings:
    """The settings without codes that do not exist or cannot be ignored; each of those becomes a finding."""
    codes = (*settings.levels, *(entry.code for entry in settings.entries))
    wrong: dict[Location | Route, str] = {
        Route("plan", ("checks", code), on_key=True): code for code in codes if not _is_ignorable(code)
    }
    wrong |= {comment.at: comment.code for comment in settings.comments if not _is_ignorable(comment.code)}
    return CheckSettings(
        {code: level for code, level in settings.levels.items() if _is_ignorable(code)},
        tuple(entry for entry in settings.entries if _is_ignorable(entry.code)),
        tuple(comment for comment in settings.comments if _is_ignorable(comment.code)),
        (*settings.findings, *at_most("KH903", "error", (_wrong_code(code[:40], at) for at, code in wrong.items()))),
    )


def unused_ignore_findings(unused: Iterable[IgnoreComment | IgnoreEntry]) -> Iterator[Finding]:
    """The findings for ignores that matched nothing."""
    severity = rule("KH902").severity
    return at_most("KH902", severity, (_unused(ignore, severity) for ignore in unused))


def _unused(ignore: IgnoreComment | IgnoreEntry, severity: Severity) -> Finding:
    return Finding(
        "KH902",
        severity,
        f"Không có {ignore.code} nào ở đây để bỏ qua",
        "Xóa khai báo bỏ qua này, hoặc sửa lại mã và chỗ",
        ignore.at,
    )


def _is_ignorable(code: str) -> bool:
    return code in MODULES and can_be_ignored(code)


def _wrong_code(code: str, place: Location | Route) -> Finding:
    if code in MODULES:
        message = f"Mã {code} không bỏ qua và không đổi mức được"
        remedy = "Xóa khai báo này và sửa chỗ sai: kế hoạch đọc thiếu thì mọi con số đều sai"
    else:
        message = f"Không có mã kiểm tra nào là «{code}»"
        near = near_ids(code, MODULES)
        remedy = f"Có phải là {', '.join(near)}? " if near else ""
        remedy += "Xem các mã bằng: kehoach explain"
    return Finding("KH903", rule("KH903").severity, message, remedy, place)
