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
from kehoach_cli.yaml.events import MAX_VALUES, load_data
from kehoach_cli.yaml.faults import FileFault, file_finding, limit_findings
from kehoach_cli.yaml.locate import Document
from kehoach_cli.yaml.other_files import PLAN_FILE

RESTORE = "Tệp này là chứng cứ của báo cáo đã gửi, không sửa bằng tay: lấy lại bản đã lưu trong git"
_MISNAMED = "KH211"


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
    return file_finding(_MISNAMED, message, "Trả lại tên theo kỳ: 2023-Q3.yaml, 2023-H1.yaml, 2023.yaml", shown)


PERIODS = SideFolder(
    PERIODS_FOLDER,
    what="kỳ đã chốt",
    makes="kehoach close KỲ",
    takes=names_period,
    misnamed=_misnamed,
    advice=PLAN_FILE,
)


def load_period(collection: str, read: Reader) -> LoadedPeriod:
    """Read and check one file. What is found in it is mended by nobody: the file is restored."""
    try:
        source = read()
        document = Document(source, load_data(source, MAX_VALUES))
    except FileFault as fault:
        found = fault.finding if fault.finding.code == _MISNAMED else fault.finding._replace(remedy=RESTORE)
        return LoadedPeriod(collection, fault.file, None, None, fault.text, (found,))
    closed, findings = None, [*document.content.findings]
    try:
        content: ClosedFile = closed_record().model_validate(document.content.data).to_domain()
        closed = ClosedPeriod(parse_period(PurePosixPath(collection).name), content.closings)
    except ValidationError as error:
        findings += schema_findings(error, closed_record(), collection, ())
    kept = limit_findings([finding._replace(remedy=RESTORE) for finding in findings], source.name)
    return LoadedPeriod(collection, source.name, None if kept else closed, document, source.text, tuple(kept))
