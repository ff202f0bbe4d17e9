"""What is wrong with the silences of a plan, as findings."""

from collections.abc import Iterable, Iterator

from kehoach_cli.diagnostics import Finding, Location, Route, Severity
from kehoach_cli.plan.ignores import Exemption, Remark, Settings, silenceable
from kehoach_cli.plan.suggest import near_ids
from kehoach_cli.rules.registry import MODULES, at_most, rule


def of_known_codes(settings: Settings) -> Settings:
    """The settings without what they say of codes that are not there or not to be silenced, which become findings."""
    at_levels = {code: Route("plan", ("checks", code), on_key=True) for code in settings.levels}
    at_exemptions = {entry.code: Route("plan", ("checks", entry.code), on_key=True) for entry in settings.exemptions}
    wrong: dict[Location | Route, str] = {
        place: code for code, place in (*at_levels.items(), *at_exemptions.items()) if not _may_be_silenced(code)
    }
    wrong |= {remark.at: remark.code for remark in settings.remarks if not _may_be_silenced(remark.code)}
    return Settings(
        {code: level for code, level in settings.levels.items() if _may_be_silenced(code)},
        tuple(entry for entry in settings.exemptions if _may_be_silenced(entry.code)),
        tuple(remark for remark in settings.remarks if _may_be_silenced(remark.code)),
        (*settings.findings, *at_most("KH903", "error", (_wrong_code(code[:40], at) for at, code in wrong.items()))),
    )


def idle_findings(silences: Iterable[Remark | Exemption]) -> Iterator[Finding]:
    """The findings for silences that met nothing."""
    severity = rule("KH902").severity
    return at_most("KH902", severity, (_idle(silence, severity) for silence in silences))


def _idle(silence: Remark | Exemption, severity: Severity) -> Finding:
    return Finding(
        "KH902",
        severity,
        f"Không có {silence.code} nào ở đây để bỏ qua",
        "Xóa khai báo bỏ qua này, hoặc sửa lại mã và chỗ",
        silence.at,
    )


def _may_be_silenced(code: str) -> bool:
    return code in MODULES and silenceable(code)


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
