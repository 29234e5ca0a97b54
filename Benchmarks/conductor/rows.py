"""A row of the table, and what the measurements of one run share."""

from dataclasses import dataclass, field

from .pairs import Pairs
from .programs import tool


@dataclass
class Row:
    id: str
    work: str
    peer: str
    unit: str
    pairs: Pairs
    goal: float
    # True: the ratio should be at least the goal; False: at most.
    at_least: bool
    moonshot: float | None = None
    # A moonshot of the value itself, not of the ratio.
    moonshot_value: float | None = None
    # The ratio is the peer's over ours: how many times faster.
    inverse: bool = False
    form: str = "{:,.0f}"

    @property
    def ratio(self):
        return self.pairs.ratios(self.inverse)

    def reaches(self, mark):
        return self.ratio.middle >= mark if self.at_least else self.ratio.middle <= mark


@dataclass
class Run:
    """What the measurements share and what they leave."""

    state: object
    sockets: object
    results: object
    # Small stores and three pairs: shows that everything still runs, and little more.
    quick: bool = False
    rows: list = field(default_factory=list)
    controls: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    fsync: list = field(default_factory=list)

    @property
    def pairs(self):
        return 3 if self.quick else 9

    @property
    def seconds(self):
        """Of one measurement of a rate."""
        return 0.3 if self.quick else 1.0

    def control(self, name, holds, finding):
        self.controls.append((name, holds, finding))

    def beat(self):
        """The disk's own rate, next to each pair."""
        self.fsync.append(tool("fsync", self.state, 0.1 if self.quick else 0.2)["rate"])
