"""A mediator's single text: one draft on the table, changed again and again, and each party says yes or no."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from simulations.bargaining.negotiation import Negotiation
from simulations.bargaining.numbers import Floats
from simulations.bargaining.sessions import keys_in_turn
from simulations.bargaining.solutions import Deal

Voter = Callable[[float, float, np.random.Generator], bool]
"""From what a change is worth to the party (as a share of all that lies between its worst and its best package) and
the share of the drafts that are used, whether the party says yes. Nobody hears why."""

HEAT = 0.1
"""What an annealer may lose by one change at the beginning, more or less: a tenth of all there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleText:
    """How the draft changed; falsy when somebody does not sign the last one.

    Parameters
    ----------
    drafts : tuple of tuple of int
        The first draft, and every change that all said yes to.
    n_proposed : int
        How many changes the mediator proposed.
    deal : Deal
        The last draft, if it leaves nobody below the reservation; else no agreement.
    """

    drafts: tuple[tuple[int, ...], ...]
    n_proposed: int
    deal: Deal

    def __bool__(self) -> bool:
        return bool(self.deal)


def hill_climber(change: float, time: float, rng: np.random.Generator) -> bool:
    """Say yes to whatever is no worse than the draft.

    Examples
    --------
    >>> hill_climber(0.0, 0.5, np.random.default_rng(0)), hill_climber(-0.01, 0.5, np.random.default_rng(0))
    (True, False)
    """
    return change >= 0


def annealer(change: float, time: float, rng: np.random.Generator) -> bool:
    """Say yes also to what is worse, the less often the worse it is and the later.

    References
    ----------
    As `single_text`: simulated annealing, a loss is taken with probability exp(change / temperature); here the
    temperature falls evenly, from a tenth of all there is between the worst and the best package, to nothing.
    """
    draw = rng.random()
    temperature = HEAT * (1.0 - time)
    return change >= 0 or (temperature > 0 and draw < float(np.exp(change / temperature)))


VOTERS: Mapping[str, Voter] = MappingProxyType({"hill_climber": hill_climber, "annealer": annealer})


def single_text(
    negotiation: Negotiation, voters: Mapping[str, Voter], *, n_drafts: int, rng: np.random.Generator
) -> SingleText:
    """Let a mediator change one issue of one draft at a time, and keep each change that all say yes to.

    Parameters
    ----------
    negotiation : Negotiation
        Of any size: packages are not listed.
    voters : mapping of str to Voter
        One for every party, by its key.
    n_drafts : int
        How many changes are proposed. At least 1.
    rng : numpy.random.Generator
        Draws the first draft, the changes, and what voters draw; the same one gives the same text.

    Returns
    -------
    SingleText

    Raises
    ------
    ModelError
        ``bargaining.other_parties`` or ``bargaining.bad_number``.

    Notes
    -----
    The first draft is drawn, and binds nobody. All vote on every change, in private: the mediator learns yes or no
    and nothing else. At the end each party signs or does not, by its reservation. Where all climb and there are
    enough drafts, no change of one issue is left that is better for one and worse for nobody.

    References
    ----------
    M. Klein, P. Faratin, H. Sayama and Y. Bar-Yam (2003), Group Decision and Negotiation 12:111-125,
    doi:10.1023/A:1023068821218. There issues hang together and have two options; here values add up.

    Examples
    --------
    >>> from simulations.bargaining import Issue, Party
    >>> issues = Issue(key="water", options=("30", "45", "55")), Issue(key="works", options=("no", "yes"))
    >>> springs = Party(key="springs", values={"water": (90, 60, 20), "works": (0, 30)}, reservation=40)
    >>> gardens = Party(key="gardens", values={"water": (0, 70, 90), "works": (0, -10)}, reservation=30)
    >>> talks = Negotiation(issues=issues, parties=(springs, gardens))
    >>> voters = {"springs": annealer, "gardens": hill_climber}
    >>> text = single_text(talks, voters, n_drafts=50, rng=np.random.default_rng(1))
    >>> text.n_proposed, text.deal.package == text.drafts[-1]
    (50, True)
    """
    keys = keys_in_turn(negotiation, voters, n_drafts=n_drafts)
    worth, rooms = _shares(negotiation)
    draft = [int(rng.integers(size)) for size in negotiation.shape]
    drafts = [tuple(draft)]
    open_issues = [issue for issue, size in enumerate(negotiation.shape) if size > 1]
    for number in range(n_drafts if open_issues else 0):
        issue = open_issues[rng.integers(len(open_issues))]
        option = int(rng.integers(negotiation.shape[issue] - 1))
        option += option >= draft[issue]  # another one than the draft has
        changes = ((worth[issue][:, option] - worth[issue][:, draft[issue]]) / rooms).tolist()
        # All vote, also when one has said no: nobody can tell by the draws who it was.
        votes = [voters[key](change, number / n_drafts, rng) for key, change in zip(keys, changes, strict=True)]
        if all(votes):
            draft[issue] = option
            drafts.append(tuple(draft))
    return SingleText(drafts=tuple(drafts), n_proposed=n_drafts, deal=_signed(negotiation, drafts[-1]))


def _shares(negotiation: Negotiation) -> tuple[list[Floats], Floats]:
    """Return each issue's values, shape (n_parties, n_options), and what lies between each party's worst and best."""
    worth = [np.array([party.values[issue.key] for party in negotiation.parties]) for issue in negotiation.issues]
    rooms = sum((table.max(axis=1) - table.min(axis=1) for table in worth), np.zeros(len(negotiation.parties)))
    return worth, np.where(rooms > 0, rooms, 1.0)


def _signed(negotiation: Negotiation, draft: tuple[int, ...]) -> Deal:
    payoffs = negotiation.payoffs(draft)
    if (payoffs >= negotiation.reservations).all():
        return Deal(package=draft, payoffs=tuple(payoffs.tolist()))
    return Deal(package=None, payoffs=tuple(negotiation.reservations.tolist()))
