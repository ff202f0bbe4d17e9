"""The report on a year: as that on a quarter, in the words of a year."""

from scripts.originals.quarterly import report


def yearly_report() -> bytes:
    """The template `bao-cao-nam.docx`."""
    return report("năm")
