"""Hold the result of one run of `validate`, for every format."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.diagnostics import LocatedFinding, Severity

if TYPE_CHECKING:
    from kehoach_cli.loading.history.base_comparison import BaseComparison

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class CheckReport(NamedTuple):
    """The findings in order, the files checked, and the numbers of plans and of ignored findings.

    `fail_on` are the severities that fail the run; `compared` are the comparisons of plans for `--base`, `--before`.
    """

    findings: Sequence[LocatedFinding]
    files: tuple[str, ...]
    plans: int = 1
    silenced: int = 0
    fail_on: tuple[Severity, ...] = ("error",)
    compared: "tuple[BaseComparison, ...]" = ()

    @property
    def counts(self) -> dict[Severity, int]:
        """The number of findings by severity, the gravest first, zeros included."""
        found = Counter(item.finding.severity for item in self.findings)
        return {severity: found[severity] for severity in SEVERITIES}

    @property
    def failed(self) -> bool:
        return any(item.finding.severity in self.fail_on for item in self.findings)
