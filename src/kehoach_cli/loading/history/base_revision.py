"""The revision that a plan is compared with: `--base` or `--before`."""

from typing import NamedTuple


class BaseRevision(NamedTuple):
    """A revision and the option that named it.

    `--base` compares with the merge base of HEAD and the revision, `--before` with the revision itself.
    """

    option: str
    revision: str

    @property
    def exactly(self) -> bool:
        return self.option == "--before"
