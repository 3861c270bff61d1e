"""How a party answers: small tables, one for each strategy.

A new strategy is one function here and one line in `STRATEGIES`; the tests then hold it to what all of them promise.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from simulations.errors import ModelError
from simulations.escalation.numbers import read_count, read_share

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """A party's way to answer, as a table over its moods and what it heard last.

    Each pair holds two entries: for when a calm act was heard last, and for when a hostile one was. A party begins
    in mood 0, and as if it had heard something calm.

    Parameters
    ----------
    hostile_chance : tuple of pairs of float
        For every mood: the chance that the next act is hostile.
    next_mood : tuple of pairs of int, optional
        For every mood: the mood after the act. Without it there is one mood only.
    announced : tuple of pairs of bool, optional
        For every mood: whether a calm act is announced beforehand. Without it none is.

    Raises
    ------
    ModelError
        ``escalation.bad_number`` or ``escalation.wrong_shape``.

    Examples
    --------
    >>> Strategy(hostile_chance=((0, 0.5),)).next_mood
    ((0, 0),)
    """

    hostile_chance: tuple[Pair, ...]
    next_mood: tuple[tuple[int, int], ...] = ((0, 0),)
    announced: tuple[tuple[bool, bool], ...] = ()

    def __post_init__(self) -> None:
        n_moods = len(self.hostile_chance)
        announced = self.announced or ((False, False),) * n_moods
        object.__setattr__(self, "announced", announced)
        for key in ("hostile_chance", "next_mood", "announced"):
            table = getattr(self, key)
            if not n_moods or len(table) != n_moods or any(len(pair) != 2 for pair in table):
                raise ModelError("escalation.wrong_shape", key=key, value=table, allowed=f"{max(n_moods, 1)} pairs")
        for chance in (chance for pair in self.hostile_chance for chance in pair):
            read_share("hostile_chance", chance)
        for mood in (mood for pair in self.next_mood for mood in pair):
            if mood not in range(n_moods):
                raise ModelError("escalation.bad_number", key="next_mood", value=mood, allowed=f"0 to {n_moods - 1}")


def always_calm() -> Strategy:
    """Act calmly, whatever is heard."""
    return Strategy(hostile_chance=((0, 0),))


def always_hard() -> Strategy:
    """Act with hostility, whatever is heard."""
    return Strategy(hostile_chance=((1, 1),))


def mirror() -> Strategy:
    """Do what was heard last: tit for tat.

    References
    ----------
    R. Axelrod (1980), Journal of Conflict Resolution 24:3-25.
    """
    return Strategy(hostile_chance=((0, 1),))


def forgiving(share: float = 0.3) -> Strategy:
    """Mirror, but answer a hostile act calmly with a certain chance: generous tit for tat.

    Parameters
    ----------
    share : float
        0 (the mirror) to 1 (always calm).

    References
    ----------
    P. Molander (1985), The optimal level of generosity in a selfish, uncertain environment, Journal of Conflict
    Resolution. J. Wu and R. Axelrod (1995), Journal of Conflict Resolution 39:183-189,
    doi:10.1177/0022002795039001008.
    """
    return Strategy(hostile_chance=((0, 1 - read_share("share", share)),))


def patient() -> Strategy:
    """Answer with hostility only when two hostile acts in a row were heard: tit for two tats."""
    return Strategy(hostile_chance=((0, 0), (0, 1)), next_mood=((0, 1), (0, 1)))


def answers_once() -> Strategy:
    """Answer a hostile act once, then offer calm, even when the other side is still hostile.

    References
    ----------
    B. M. Zagorsky, J. G. Reiter, K. Chatterjee and M. A. Nowak (2013), PLOS ONE 8(12):e80814,
    doi:10.1371/journal.pone.0080814, where it is called Forgiver; for parties who act in turn, as here.
    """
    return Strategy(hostile_chance=((0, 1), (0, 0)), next_mood=((0, 1), (0, 0)))


def pavlov() -> Strategy:
    """Stay with what was heard to be answered calmly, change what was not: win stay, lose shift.

    References
    ----------
    L. A. Imhof, D. Fudenberg and M. A. Nowak (2007), Journal of Theoretical Biology 247:574-580,
    doi:10.1016/j.jtbi.2007.03.027.
    """
    return Strategy(hostile_chance=((0, 1), (1, 0)), next_mood=((0, 1), (1, 0)))


def grit(initiatives: int = 3, waiting: int = 2) -> Strategy:
    """Meet hostility with a series of announced calm acts, then answer in kind for a while, then try again.

    Graduated and reciprocated initiatives in tension reduction. What is heard to be calm is answered calmly, and ends
    the series.

    Parameters
    ----------
    initiatives : int
        How many announced calm acts in a row are made although the answers are hostile, at least 1.
    waiting : int
        How many hostile answers it gives before the next series, at least 0.

    References
    ----------
    C. E. Osgood's proposal of 1962, as told in the Encyclopedia of Social Psychology (SAGE), "GRIT tension reduction
    strategy". The numbers of acts are the kit's.
    """
    read_count("initiatives", initiatives, least=1)
    read_count("waiting", waiting, least=0)
    n_moods = initiatives + waiting
    gives = [mood < initiatives for mood in range(n_moods)]
    return Strategy(
        hostile_chance=tuple((0, 0 if giving else 1) for giving in gives),
        next_mood=tuple((0, (mood + 1) % n_moods) for mood in range(n_moods)),
        announced=tuple((False, giving) for giving in gives),
    )


STRATEGIES: Mapping[str, Callable[..., Strategy]] = MappingProxyType(
    {
        "always_calm": always_calm,
        "always_hard": always_hard,
        "mirror": mirror,
        "forgiving": forgiving,
        "patient": patient,
        "answers_once": answers_once,
        "pavlov": pavlov,
        "grit": grit,
    }
)
