"""Read the reports that were sent on a period, from `periods/2023-Q3.yaml`."""

from pathlib import PurePosixPath
from typing import NamedTuple

from pydantic import ValidationError

from kehoach_cli.diagnostics import Finding
from kehoach_cli.loading.schema.closed_record import ClosedFile, closed_record
from kehoach_cli.loading.side_folder import Reader, SideFolder, names_period
from kehoach_cli.loading.validation import schema_findings
from kehoach_cli.plan.closed_period import ClosedPeriod
from kehoach_cli.plan.periods import Period, parse_period
from kehoach_cli.storage.folder import PERIODS_FOLDER
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.faults import FileFault, file_finding, limit_findings
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.other_files import PLAN_FILE

RESTORE = "Tệp này là chứng cứ của báo cáo đã gửi, không sửa bằng tay: lấy lại bản đã lưu trong git"
_ADVICE = PLAN_FILE._replace(sheet=RESTORE, document=RESTORE, encoding=RESTORE, too_large=RESTORE)


class LoadedPeriod(NamedTuple):
    """A closed period, from the file of this name in messages.

    `closed` is None if the file has faults, `document` if it could not be read; `text` is what could be. `collection`
    is its name in places.
    """

    collection: str
    name: str
    closed: ClosedPeriod | None
    document: Document | None
    text: str
    findings: tuple[Finding, ...]


def collection_of_period(period: Period) -> str:
    """The name of a period's file in places: "periods/2023-Q3"."""
    return f"{PERIODS_FOLDER}/{period}"


def _misnamed(name: str, shown: str) -> Finding:
    message = f"Không lệnh nào đọc tệp này, vì tên «{name}» không phải một kỳ"
    return file_finding("KH211", message, "Trả lại tên theo kỳ: 2023-Q3.yaml, 2023-H1.yaml, 2023.yaml", shown)


PERIODS = SideFolder(
    PERIODS_FOLDER,
    what="kỳ đã chốt",
    makes="kehoach close KỲ",
    takes=names_period,
    misnamed=_misnamed,
    advice=_ADVICE,
)


def load_period(collection: str, read: Reader) -> LoadedPeriod:
    """Read and check one file."""
    try:
        source = read()
        document = Document(source, load_data(source))
    except FileFault as fault:
        return LoadedPeriod(collection, fault.file, None, None, fault.text, (fault.finding,))
    closed, findings = None, [*document.content.findings]
    try:
        content: ClosedFile = closed_record().model_validate(document.content.data).to_domain()
        closed = ClosedPeriod(parse_period(PurePosixPath(collection).name), content.closings)
    except ValidationError as error:
        found = schema_findings(error, closed_record(), collection, ())
        findings += [finding._replace(remedy=RESTORE) for finding in found]
    kept = limit_findings(findings, source.name)
    return LoadedPeriod(collection, source.name, None if kept else closed, document, source.text, tuple(kept))
