"""What many runs of a quarrel did to one relation."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulations.escalation.numbers import Floats, Ints, Stages
from simulations.escalation.stairs import read_stage


class Turn(StrEnum):
    """What changed the tone between two parties. All else is an answer in kind to what was heard."""

    MISREAD = "misread"
    """Up: a calm act was heard as hostile."""
    UNPROVOKED = "unprovoked"
    """Up: a hostile act although something calm was heard."""
    CARRIED = "carried"
    """Up: a calm word was taken as a hostile one because of what a third party had said."""
    FORGIVEN = "forgiven"
    """Down: a calm act although something hostile was heard."""
    MISSED = "missed"
    """Down: a hostile act was heard as calm."""
    FRESH_START = "fresh_start"
    """Down: a third party helped both to begin anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """One relation in many runs of the same quarrel.

    Attributes
    ----------
    stages : ndarray of int8, shape (n_runs, n_rounds + 1)
        The stage at the beginning and after every round.
    hostile_acts : ndarray of int, shape (n_runs,)
        Of both parties together, out of ``2 * n_rounds`` acts.
    turns : mapping of Turn to ndarray of int, shape (n_runs,)
        How often each run turned, and by what: the acts that brought it up, and those that brought it down.
    """

    stages: Stages
    hostile_acts: Ints
    turns: Mapping[Turn, Ints]

    @property
    def mean_stage(self) -> Floats:
        """The mean stage at the beginning and after every round."""
        means: Floats = self.stages.mean(axis=0)
        return means

    def share_at_least(self, stage: int) -> Floats:
        """Return the share of runs at this stage or above, at the beginning and after every round.

        Raises
        ------
        ModelError
            ``escalation.bad_number``.
        """
        shares: Floats = (self.stages >= read_stage("stage", stage)).mean(axis=0)
        return shares

    def first_reached(self, stage: int) -> Ints:
        """Return after which round each run first stood at this stage or above; -1 where it never did.

        Raises
        ------
        ModelError
            ``escalation.bad_number``.
        """
        return first_reached(self.stages, read_stage("stage", stage))


def first_reached(rows: Stages | Floats, level: float) -> Ints:
    """Return the first place in each row with this level or more; -1 where there is none.

    Examples
    --------
    >>> import numpy as np
    >>> first_reached(np.array([[1, 4, 7], [1, 2, 3]]), 4)
    array([ 1, -1])
    """
    there = rows >= level
    places: Ints = there.argmax(axis=1)
    places[~there.any(axis=1)] = -1
    return places
