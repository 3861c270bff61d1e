"""Parties who answer each other over a bad line, and the relations between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from simulations.errors import ModelError
from simulations.escalation.numbers import read_count, read_share
from simulations.escalation.stairs import FIRST, FITS, Intervention, read_stage
from simulations.escalation.strategies import Strategy


class Order(StrEnum):
    """When the parties act within a round."""

    IN_TURN = "in_turn"
    """One after the other, so that each has heard who acted before: a chat."""
    AT_ONCE = "at_once"
    """All at the same time, on what they heard in the round before: sealed letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the line between two parties does to an act.

    Parameters
    ----------
    calm_as_hostile : float
        The chance that a calm act is heard as a hostile one, 0 to 1.
    hostile_as_calm : float
        The chance that a hostile act is heard as a calm one. 0: misreading goes in the hostile direction only.
    left_when_announced : float
        The share of misreading that is left when a calm act was announced. 1: announcing changes nothing; less is an
        assumption about what announcing is worth.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Examples
    --------
    >>> Line(calm_as_hostile=0.3, left_when_announced=0.5).announced_as_hostile
    0.15
    """

    calm_as_hostile: float
    hostile_as_calm: float = 0.0
    left_when_announced: float = 1.0

    def __post_init__(self) -> None:
        for key in ("calm_as_hostile", "hostile_as_calm", "left_when_announced"):
            read_share(key, getattr(self, key))

    @property
    def announced_as_hostile(self) -> float:
        """The chance that an announced calm act is heard as a hostile one."""
        return self.calm_as_hostile * self.left_when_announced


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdParty:
    """Somebody who helps two parties to hear each other anew, where the stage fits.

    Parameters
    ----------
    intervention : Intervention
        It works only at the stages that it fits; see `FITS`.
    fresh_start : float
        An assumption, not a finding: the chance, at the end of each round at such a stage, that both parties begin
        anew, as if they had heard something calm. The stage itself stays; the acts that follow bring it down.

    Raises
    ------
    ModelError
        ``escalation.bad_number``.

    Examples
    --------
    >>> ThirdParty(intervention=Intervention.MEDIATION, fresh_start=0.2).stages
    (5, 6, 7)
    """

    intervention: Intervention
    fresh_start: float

    def __post_init__(self) -> None:
        read_share("fresh_start", self.fresh_start)

    @property
    def stages(self) -> tuple[int, ...]:
        """The stages at which it works."""
        return FITS[self.intervention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarrel:
    """Two or more parties, the relations between them, and the rules by which stages move.

    Each round every party acts once towards each of its neighbours. A hostile act takes the stage of that relation a
    step up, a calm one a step down, between 1 and 9. What counts is the act; what the other answers is what it heard.
    Acting at once, the steps of both are added up first.

    Parameters
    ----------
    parties : mapping of str to Strategy
        At least two, in the order in which they act.
    line : Line
        The same for all.
    relations : sequence of pairs of str, optional
        Who has to do with whom, for example the edges of a networkx graph. Without it everybody with everybody.
    order : Order
    n_rounds : int
        At least 1.
    first_stage : int
        Where every relation begins, 1 to 9.
    carry_over : float
        An assumption for three or more parties: the chance that a party acts as if it had heard something hostile
        from a neighbour who was calm, because another neighbour was heard to be hostile. 0: relations do not touch.
    third_party : ThirdParty, optional
        Watches every relation.

    Raises
    ------
    ModelError
        ``escalation.bad_number``, ``escalation.wrong_shape``, ``escalation.unknown_party`` or
        ``escalation.repeated``.

    Examples
    --------
    >>> from simulations.escalation import mirror
    >>> three = {"springs": mirror(), "gardens": mirror(), "orchards": mirror()}
    >>> Quarrel(parties=three, line=Line(calm_as_hostile=0.1)).relations
    (('springs', 'gardens'), ('springs', 'orchards'), ('gardens', 'orchards'))
    """

    parties: Mapping[str, Strategy]
    line: Line
    relations: tuple[tuple[str, str], ...] = ()
    order: Order = Order.IN_TURN
    n_rounds: int = 16
    first_stage: int = FIRST
    carry_over: float = 0.0
    third_party: ThirdParty | None = None

    def __post_init__(self) -> None:
        names = tuple(self.parties)
        if len(names) < 2:
            raise ModelError("escalation.wrong_shape", key="parties", value=names, allowed="two or more")
        pairs = self.relations or combinations(names, 2)
        object.__setattr__(self, "parties", MappingProxyType(dict(self.parties)))
        object.__setattr__(self, "relations", tuple((first, second) for first, second in pairs))
        self._check_relations(names)
        read_count("n_rounds", self.n_rounds, least=1)
        read_stage("first_stage", self.first_stage)
        read_share("carry_over", self.carry_over)

    def _check_relations(self, names: tuple[str, ...]) -> None:
        known: set[frozenset[str]] = set()
        for pair in self.relations:
            for name in pair:
                if name not in names:
                    raise ModelError("escalation.unknown_party", value=name, allowed=", ".join(names))
            if len(set(pair)) < 2 or frozenset(pair) in known:
                raise ModelError("escalation.repeated", key="relations", value=", ".join(pair))
            known.add(frozenset(pair))
