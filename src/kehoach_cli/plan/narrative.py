"""The parts of a period's report that people write: causes, priorities, proposals. No figure shows these."""

from typing import NamedTuple


class Narrative(NamedTuple):
    """The written parts of one period's report; a part not written yet is empty."""

    highlights: tuple[str, ...] = ()
    shortcomings: tuple[str, ...] = ()
    objective_causes: tuple[str, ...] = ()
    subjective_causes: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()

    @property
    def unwritten(self) -> list[str]:
        """The names of the empty parts."""
        return [name for name, texts in self._asdict().items() if not texts]
