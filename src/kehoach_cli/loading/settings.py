"""Read a plan's own check settings, from `checks:` in plan.yaml and from ignore comments in its files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import translate

from pydantic import ValidationError

from kehoach_cli.diagnostics import Route
from kehoach_cli.loading.ignore_comments import read_ignore_comments
from kehoach_cli.loading.schema.check_settings import CheckRecord
from kehoach_cli.plan.ignores import CheckSettings, IgnoreEntry
from kehoach_cli.yaml.locate import Document


def read_check_settings(documents: Mapping[str, Document], narratives: Iterable[Document] = ()) -> CheckSettings:
    """The check settings of a plan. A faulty entry of `checks:` is skipped; the schema reports it."""
    comments = [read_ignore_comments(document) for document in (*documents.values(), *narratives)]
    checks = dict(_checks(documents.get("plan")))
    return CheckSettings(
        {code: check.severity for code, check in checks.items() if check.severity},
        tuple(entry for code, check in checks.items() for entry in _entries(code, check)),
        tuple(comment for each in comments for comment in each.found),
        tuple(finding for each in comments for finding in each.findings),
    )


def _checks(document: Document | None) -> Iterator[tuple[str, CheckRecord]]:
    data = document.content.data if document else None
    checks = data.get("checks") if isinstance(data, dict) else None
    for code, value in checks.items() if isinstance(checks, dict) else ():
        try:
            yield code, CheckRecord.model_validate(value)
        except ValidationError:
            continue


def _entries(code: str, check: CheckRecord) -> Iterator[IgnoreEntry]:
    for index, entry in enumerate(check.ignore):
        at = Route("plan", ("checks", code, "ignore", index))
        yield IgnoreEntry(code, at, _pattern(entry.records), _pattern(entry.files))


def _pattern(names: Sequence[str] | None) -> re.Pattern[str] | None:
    """One regular expression for several patterns with `*` and `?`. Those from `translate` never match slowly."""
    return re.compile("|".join(map(translate, names))) if names else None
