"""How a plan wants to be checked, from its `checks:` and from comments in its files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import translate

from pydantic import ValidationError

from kehoach_cli.diagnostics import Collection, Route
from kehoach_cli.loading.ignore_comments import remarks_in
from kehoach_cli.loading.schema.check_settings import CheckRecord
from kehoach_cli.plan.ignores import Exemption, Settings
from kehoach_cli.yaml.locate import Document


def settings_of(documents: Mapping[Collection, Document], narratives: Iterable[Document] = ()) -> Settings:
    """What the files of a plan say of their own checking.

    An entry of `checks:` that has faults counts as absent; the schema reports them.
    """
    remarks = [remarks_in(document) for document in (*documents.values(), *narratives)]
    checks = dict(_checks(documents.get("plan")))
    return Settings(
        {code: check.severity for code, check in checks.items() if check.severity},
        tuple(exemption for code, check in checks.items() for exemption in _exemptions(code, check)),
        tuple(remark for each in remarks for remark in each.found),
        tuple(finding for each in remarks for finding in each.findings),
    )


def _checks(document: Document | None) -> Iterator[tuple[str, CheckRecord]]:
    data = document.content.data if document else None
    checks = data.get("checks") if isinstance(data, dict) else None
    for code, value in checks.items() if isinstance(checks, dict) else ():
        try:
            yield code, CheckRecord.model_validate(value)
        except ValidationError:
            continue


def _exemptions(code: str, check: CheckRecord) -> Iterator[Exemption]:
    for index, entry in enumerate(check.ignore):
        at = Route("plan", ("checks", code, "ignore", index))
        yield Exemption(code, at, _pattern(entry.records), _pattern(entry.files))


def _pattern(names: Sequence[str] | None) -> re.Pattern[str] | None:
    """One pattern for several with `*` and `?`; `translate` writes them so that none takes long to match."""
    return re.compile("|".join(map(translate, names))) if names else None
