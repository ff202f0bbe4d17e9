"""From bytes to the members of the archive, once its sizes and names have been looked at."""

import io
import zipfile

from kehoach_cli.reports.word.problems import TemplateProblem
from kehoach_cli.reports.word.rules import archive_size, member_names, unreadable_file


def read_members(data: bytes) -> dict[str, bytes]:
    """Every member of a .docx file by its name, in the order of the archive; folders are left out.

    Raises:
        TemplateProblem: this is no archive that Word writes, or it is too large, or its names are not sane.
    """
    unreadable = unreadable_file.check(data)
    if unreadable:
        raise TemplateProblem([unreadable])
    oversized = list(archive_size.check_file(len(data)))
    if oversized:
        raise TemplateProblem(oversized)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = [member for member in archive.infolist() if not member.is_dir()]
            faults = [*archive_size.check(listed), *member_names.check(listed)]
            if faults:
                raise TemplateProblem(faults)
            return {member.filename: archive.read(member) for member in listed}
    except unreadable_file.ZIP_ERRORS as error:
        raise TemplateProblem([unreadable_file.from_zip_error(error)]) from None
