"""From options that each party may take or leave to states, moves and what they are worth."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from simulations.errors import ModelError
from simulations.stability.graph_model import GraphModel
from simulations.stability.preferences import Statement, Taken, by_priorities, by_ranking, matches

if TYPE_CHECKING:
    from scipy.sparse import csr_array

MOST_OPTIONS = 20
"""Twenty options make a million combinations."""

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionForm:
    """A conflict told by options: who can take what, what cannot be, and what each party prefers.

    A state says for every option whether it is taken: one sign an option, Y or N, in the order of `options`. A party
    moves by changing any of its own options at once.

    Parameters
    ----------
    options : mapping of party to sequence of str
        Every option has a name of its own. At most 20 together.
    infeasible : sequence of str, optional
        Patterns of what cannot be, such as ``"YY-"``; - stands for either.
    alike : sequence of str, optional
        Patterns whose states count as one, which bears the pattern as its name. It is judged as if the options left
        open were not taken.
    irreversible : mapping of str to str, optional
        Options that cannot be changed back: ``"Y"`` stays taken once it is taken, ``"N"`` cannot be taken again.
    priorities : mapping of party to sequence of str or Statement, optional
        What each party wishes, the weightiest first; a plain pattern is a statement without a condition.
    rankings : mapping of party to sequence of str or sequences of str, optional
        States, or patterns of them, from best to worst; those in one inner sequence are equal.

    Raises
    ------
    ModelError
        ``stability.missing``, ``stability.unknown``, ``stability.repeated``, ``stability.bad_pattern`` or
        ``stability.too_many``.

    References
    ----------
    L. Fang, K. W. Hipel, D. M. Kilgour and X. Peng (2003), IEEE Transactions on Systems, Man and Cybernetics C
    33:42-55, on options, what cannot be, and statements in order of weight.

    Examples
    --------
    >>> form = OptionForm(
    ...     options={"springs": ["release"], "gardens": ["pay", "store"]},
    ...     infeasible=["-YY"],
    ...     priorities={"springs": ["-Y-", "N--"], "gardens": ["Y--", Statement(wish="-N-", when="N--")]},
    ... )
    >>> model = form.graph_model()
    >>> model.states
    ('NNN', 'YNN', 'NYN', 'YYN', 'NNY', 'YNY')
    >>> model.payoffs["springs"]["NYN"]
    3
    """

    options: Mapping[str, Sequence[str]]
    infeasible: Sequence[str] = ()
    alike: Sequence[str] = ()
    irreversible: Mapping[str, str] = field(default_factory=dict)
    priorities: Mapping[str, Sequence[str | Statement]] = field(default_factory=dict)
    rankings: Mapping[str, Sequence[str | Sequence[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names = self.option_names
        if not names or len(names) > MOST_OPTIONS:
            raise ModelError("stability.too_many", key="options", value=len(names), allowed=f"1 – {MOST_OPTIONS}")
        for place, name in enumerate(names):
            if name in names[:place]:
                raise ModelError("stability.repeated", key="options", value=name)
        for name, sign in self.irreversible.items():
            if name not in names:
                raise ModelError("stability.unknown", key="irreversible", value=name, allowed=names)
            if sign not in ("Y", "N"):
                raise ModelError("stability.unknown", key=f"irreversible[{name}]", value=sign, allowed="Y, N")
        for key, told in (("priorities", self.priorities), ("rankings", self.rankings)):
            for party in told:
                if party not in self.options:
                    raise ModelError("stability.unknown", key=key, value=party, allowed=tuple(self.options))
        for party in self.options:
            if (party in self.priorities) == (party in self.rankings):
                raise ModelError("stability.missing", key="priorities, rankings", value=party)

    @property
    def option_names(self) -> tuple[str, ...]:
        """All options, party by party: the order of the signs in a state."""
        return tuple(name for options in self.options.values() for name in options)

    def graph_model(self) -> GraphModel:
        """Return the states that can be, with everybody's moves and preferences; the first option changes fastest."""
        taken = _combinations(len(self.option_names))
        first = self._first_alike(taken)
        codes = np.unique(first[first >= 0])
        names = self._names(taken, codes)
        places = np.where(first >= 0, np.searchsorted(codes, first), -1)
        payoffs: dict[str, dict[Hashable, float]] = {
            party: dict(zip(names, self._ranks(party, taken[codes], names).tolist(), strict=True))
            for party in self.options
        }
        return GraphModel(moves={party: self._moves(party, places, codes.size) for party in payoffs}, payoffs=payoffs)

    def _first_alike(self, taken: Taken) -> Codes:
        """Return for every combination the first one that counts as the same state, -1 where it cannot be."""
        first = np.arange(taken.shape[0])
        for pattern in self.infeasible:
            first[matches(pattern, taken, "infeasible")] = -1
        for pattern in self.alike:
            same = np.flatnonzero(matches(pattern, taken, "alike") & (first >= 0))
            if same.size:
                first[same] = first[same].min()
        if (first < 0).all():
            raise ModelError("stability.missing", key="infeasible", value="states")
        return first

    def _names(self, taken: Taken, codes: Codes) -> list[str]:
        signs = np.where(taken[codes], "Y", "N")
        names: list[str] = signs.view(f"U{taken.shape[1]}").reshape(-1).tolist()
        for pattern in self.alike:
            for place in np.flatnonzero(matches(pattern, taken[codes], "alike"))[:1].tolist():
                names[place] = pattern
        return names

    def _ranks(self, party: str, taken: Taken, names: Sequence[str]) -> Codes:
        if party in self.priorities:
            return by_priorities(self.priorities[party], taken, f"priorities[{party}]")
        ranks = by_ranking(self.rankings[party], taken, f"rankings[{party}]")
        if ranks.min() < 0:
            raise ModelError("stability.missing", key=f"rankings[{party}]", value=names[int(ranks.argmin())])
        return ranks

    def _moves(self, party: str, places: Codes, n_states: int) -> "csr_array":
        """Return every change of the party's own options that can be, and changes nothing back that cannot be."""
        from scipy.sparse import csr_array

        own = [place for place, name in enumerate(self.option_names) if name in self.options[party]]
        mask, codes = sum(1 << place for place in own), np.flatnonzero(places >= 0)
        stays = {sign: self._bits(sign) & mask for sign in ("Y", "N")}
        tails, heads = [], []
        for choice in range(1 << len(own)):
            target = codes & ~mask | sum(1 << place for bit, place in enumerate(own) if choice >> bit & 1)
            lawful = (places[target] >= 0) & (codes & ~target & stays["Y"] | target & ~codes & stays["N"] == 0)
            tails.append(places[codes[lawful]])
            heads.append(places[target[lawful]])
        ends = (np.concatenate(tails), np.concatenate(heads))
        return csr_array((np.ones(ends[0].size, dtype=bool), ends), shape=(n_states, n_states))

    def _bits(self, sign: str) -> int:
        """Return the options that cannot leave this sign again, as bits."""
        return sum(1 << place for place, name in enumerate(self.option_names) if self.irreversible.get(name) == sign)


def _combinations(n_options: int) -> Taken:
    taken: Taken = (np.arange(1 << n_options)[:, None] >> np.arange(n_options) & 1).astype(bool)
    return taken
