"""The parts of a period's report that people write: causes, priorities, proposals. No figure shows these."""

from collections.abc import Mapping
from typing import NamedTuple


class Narrative(NamedTuple):
    """The written parts of one period's report; a part not written yet is empty.

    `pillars`: what a person says of a pillar, by its id, in place of the paragraph that the program writes.
    """

    direction: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    pillars: Mapping[str, tuple[str, ...]] = {}
    shortcomings: tuple[str, ...] = ()
    objective_causes: tuple[str, ...] = ()
    subjective_causes: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
