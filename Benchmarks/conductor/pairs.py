"""Pairs of measurements in alternating order, and what is said of them."""

from dataclasses import dataclass
from statistics import median


@dataclass
class Sample:
    """Values of one side, in the order in which they were taken."""

    values: list

    @property
    def middle(self):
        return median(self.values)

    def text(self, form="{:,.0f}"):
        low, high = form.format(min(self.values)), form.format(max(self.values))
        return f"{form.format(self.middle)} ({low}–{high})"


@dataclass
class Pairs:
    ours: Sample
    peer: Sample

    def ratios(self, inverse=False):
        """Ours over the peer's, pair by pair; the machine drifts, and both of a pair drift with it."""
        both = zip(self.ours.values, self.peer.values)
        return Sample([(b / a if inverse else a / b) for a, b in both])


def alternate(ours, peer, count, between=None):
    """A B, B A, A B, …: what one side leaves behind does not always meet the other."""
    left, right = [], []
    for index in range(count):
        if between:
            between()
        steps = [(left, ours), (right, peer)]
        for values, measure in steps if index % 2 == 0 else reversed(steps):
            values.append(measure())
    return left, right
