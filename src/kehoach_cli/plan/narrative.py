"""What only people can say about a period: no figure shows why work is late or what should be decided."""

from typing import NamedTuple


class Narrative(NamedTuple):
    """The spoken part of one period's report; an empty part is one that nobody has written yet."""

    highlights: tuple[str, ...] = ()
    shortcomings: tuple[str, ...] = ()
    objective_causes: tuple[str, ...] = ()
    subjective_causes: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()

    @property
    def unwritten(self) -> list[str]:
        """The names of the parts that are still empty."""
        return [name for name, texts in self._asdict().items() if not texts]
