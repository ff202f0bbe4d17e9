"""The revision that a plan is compared with."""

from typing import NamedTuple


class Base(NamedTuple):
    """The revision to compare with, and the option that named it.

    `--base` means where the work parted from the revision, `--before` the revision itself.
    """

    option: str
    revision: str

    @property
    def exactly(self) -> bool:
        return self.option == "--before"
