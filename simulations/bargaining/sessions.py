"""Whole negotiations without a table: who has the word accepts what was offered last, or offers something else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from simulations.bargaining.negotiation import Issue, Negotiation, Party
from simulations.bargaining.packages import all_packages, payoffs_of
from simulations.bargaining.sheet import Sheet
from simulations.bargaining.solutions import Deal
from simulations.bargaining.space import Space
from simulations.bargaining.talk import Strategy, Talk, Told
from simulations.ensembles import Mapper, seeds_of
from simulations.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """How a negotiation went; falsy without an agreement.

    Parameters
    ----------
    offers : tuple of tuple of int
        All packages that were offered, oldest first.
    whose : tuple of str
        Who made each of them, by the party's key.
    n_turns : int
        How often somebody had the word. Whoever offered nothing then said yes to the offer before, or walked away.
    deal : Deal
        The last of the offers if all said yes to it; else no agreement.

    Examples
    --------
    >>> from simulations.bargaining import PARTNERS, Issue, Negotiation, Party, alternating_offers
    >>> water = Issue(key="water", options=("little", "half", "much"))
    >>> springs = Party(key="springs", values={"water": [5, 4, 1]}, reservation=0)
    >>> gardens = Party(key="gardens", values={"water": [0, 5, 8]}, reservation=2)
    >>> talks = Negotiation(issues=(water,), parties=(springs, gardens))
    >>> partners = {"springs": PARTNERS["linear"], "gardens": PARTNERS["conceder"]}
    >>> alternating_offers(talks, partners, n_rounds=6, rng=np.random.default_rng(0))
    Session(offers=((0,), (2,), (0,), (1,)), whose=('springs', 'gardens', 'springs', 'gardens'), n_turns=5, deal=...)
    """

    offers: tuple[tuple[int, ...], ...]
    whose: tuple[str, ...]
    n_turns: int
    deal: Deal

    def __bool__(self) -> bool:
        return bool(self.deal)


def alternating_offers(
    negotiation: Negotiation, strategies: Mapping[str, Strategy], *, n_rounds: int, rng: np.random.Generator
) -> Session:
    """Let the parties speak in turns until all have said yes to the same offer, or the rounds are used up.

    Parameters
    ----------
    negotiation : Negotiation
        The parties speak in its order.
    strategies : mapping of str to Strategy
        One for every party, by its key.
    n_rounds : int
        In a round every party has the word once. At least 1.
    rng : numpy.random.Generator
        All draws of all parties, in the order of their turns; the same one gives the same session.

    Returns
    -------
    Session

    Raises
    ------
    ModelError
        ``bargaining.other_parties``, ``bargaining.bad_number``, ``bargaining.unknown_package`` (a strategy named
        one) or ``bargaining.too_many``.

    Notes
    -----
    Whoever has the word accepts the newest offer or makes another one, which takes its place. There is an agreement
    when all the others, one after the other, have accepted the newest offer. A party to whom no package is worth its
    reservation walks away when it first has the word; nobody else does.

    References
    ----------
    R. Aydogan, D. Festen, K. V. Hindriks and C. M. Jonker (2017), Alternating Offers Protocols for Multilateral
    Negotiation, Studies in Computational Intelligence 674:153-167, doi:10.1007/978-3-319-51563-2_10 (the Stacked
    Alternating Offers Protocol).
    """
    keys = keys_in_turn(negotiation, strategies, n_rounds=n_rounds)
    space = Space(attributes=all_packages(negotiation))
    sheets = [
        Sheet(values=payoffs_of(negotiation, party), reservation=party.reservation, space=space)
        for party in negotiation.parties
    ]
    floor = _Floor(sheets, keys)
    n_turns, agreed = _speak_in_turns(floor, [strategies[key] for key in keys], n_rounds, rng)
    offers = tuple(tuple(row) for row in space.attributes[floor.offers].tolist())
    deal = Deal(package=None, payoffs=tuple(negotiation.reservations.tolist()))
    if agreed:
        deal = Deal(package=offers[-1], payoffs=tuple(negotiation.payoffs(offers[-1]).tolist()))
    return Session(offers=offers, whose=tuple(floor.whose), n_turns=n_turns, deal=deal)


def many_sessions(
    negotiations: Iterable[Negotiation],
    strategies: Mapping[str, Strategy],
    *,
    n_rounds: int,
    seed: int,
    mapper: Mapper = map,
) -> tuple[Session, ...]:
    """Return one session of each negotiation, the same whichever way they are run.

    Parameters
    ----------
    negotiations : iterable of Negotiation
        With the same parties. ``[talks] * 100`` asks how much the draws alone change.
    strategies, n_rounds
        As `alternating_offers` takes them.
    seed : int
        Fixes the seed of every session.
    mapper : Mapper, optional
        Runs them: `map` one after the other, ``executor.map`` side by side.

    Returns
    -------
    tuple of Session

    Raises
    ------
    ModelError
        As `alternating_offers`.
    """
    plain = [_plain(negotiation) for negotiation in negotiations]
    jobs = list(zip(plain, seeds_of(seed, len(plain)), strict=True))
    return tuple(mapper(partial(_session, strategies=dict(strategies), n_rounds=n_rounds), jobs))


def _session(job: tuple[Any, int], *, strategies: Mapping[str, Strategy], n_rounds: int) -> Session:
    (issues, parties), seed = job
    negotiation = Negotiation(
        issues=issues,
        parties=tuple(Party(key=key, values=values, reservation=alone) for key, values, alone in parties),
    )
    return alternating_offers(negotiation, strategies, n_rounds=n_rounds, rng=np.random.default_rng(seed))


def _plain(negotiation: Negotiation) -> tuple[tuple[Issue, ...], tuple[tuple[str, dict[str, Any], float], ...]]:
    """Return what travels to another process: the read-only views inside a party cannot."""
    parties = tuple((party.key, dict(party.values), party.reservation) for party in negotiation.parties)
    return negotiation.issues, parties


def keys_in_turn(negotiation: Negotiation, given: Mapping[str, Any], **counts: int) -> list[str]:
    """Return the parties' keys, after checking that each is given one thing and that counts are at least 1."""
    keys = [party.key for party in negotiation.parties]
    if set(given) != set(keys):
        raise ModelError("bargaining.other_parties", value=sorted(set(given) ^ set(keys)), allowed=keys)
    for name, count in counts.items():
        if count < 1:
            raise ModelError("bargaining.bad_number", key=name, value=count, allowed=">= 1")
    return keys


class _Floor:
    """What was said so far."""

    def __init__(self, sheets: list[Sheet], keys: list[str]) -> None:
        self.sheets, self.keys = sheets, keys
        self.offers: list[int] = []
        self.whose: list[str] = []
        self._n_packages = len(sheets[0].values)
        self._heard = [_Heard(key) for key in keys]

    def talk(self, at: int, time: float) -> Talk:
        # The newest offer is never one's own: it would be agreed by now.
        newest = self.offers[-1] if self.offers else None
        told = partial(self._heard[at].told, self.offers, self.whose, len(self.offers))
        return Talk.of(self.sheets[at], newest=newest, time=time, told=told)

    def offer(self, at: int, package: int) -> None:
        if not 0 <= package < self._n_packages:
            raise ModelError("bargaining.unknown_package", value=package, allowed=self._n_packages - 1)
        self.offers.append(package)
        self.whose.append(self.keys[at])


class _Heard:
    """The same as one party has heard it, sorted once: anew in every turn would cost more than the turn."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._mine: list[int] = []
        self._theirs: list[int] = []
        self._by_whom: list[str] = []

    def told(self, offers: list[int], whose: list[str], n_offers: int) -> Told:
        """Return one's own offers, those of the others and who made these, among the first so many."""
        for place in range(len(self._mine) + len(self._theirs), n_offers):
            if whose[place] == self._key:
                self._mine.append(offers[place])
            else:
                self._theirs.append(offers[place])
                self._by_whom.append(whose[place])
        n_mine = whose[:n_offers].count(self._key)
        n_theirs = n_offers - n_mine
        return tuple(self._mine[:n_mine]), tuple(self._theirs[:n_theirs]), tuple(self._by_whom[:n_theirs])


def _speak_in_turns(
    floor: _Floor, strategies: list[Strategy], n_rounds: int, rng: np.random.Generator
) -> tuple[int, bool]:
    """Return how many turns it took, and whether the last offer was agreed."""
    n_parties, n_turns = len(strategies), n_rounds * len(strategies)
    walks_away = [sheet.best < sheet.reservation for sheet in floor.sheets]
    last, accepted = max(n_turns - 1, 1), 0
    for turn in range(n_turns):
        at = turn % n_parties
        if walks_away[at]:
            return turn + 1, False
        said = strategies[at](floor.talk(at, turn / last), rng)
        if said.accept and floor.offers:
            accepted += 1
        else:
            floor.offer(at, said.offer)
            accepted = 0
        if accepted == n_parties - 1:
            return turn + 1, True
    return n_turns, False
