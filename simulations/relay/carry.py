"""One message on its way: at each call a piece may slip, and a slip may be caught."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulations.errors import ModelError
from simulations.relay.chances import check_chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What happened at one call.

    Attributes
    ----------
    giver, taker : str
        Who spoke, and who heard.
    slipped : tuple of str
        Pieces that came out differently, and went on like that.
    caught : tuple of str
        Pieces that came out differently, and were put right before the call ended.
    """

    giver: str
    taker: str
    slipped: tuple[str, ...]
    caught: tuple[str, ...]


def carry(
    way: Sequence[str],
    pieces: Sequence[str],
    *,
    slip: float,
    caught: float,
    says_back: Sequence[bool],
    rng: np.random.Generator,
) -> tuple[Call, ...]:
    """Pass a message on, from the first to the last.

    Parameters
    ----------
    way : sequence of str
        Everybody on the line, two or more.
    pieces : sequence of str
        What may slip, by name.
    slip : float
        Chance that a piece comes out differently at one call.
    caught : float
        Chance that such a slip is caught where it is said back.
    says_back : sequence of bool
        For every call, whether it is said back.
    rng : numpy.random.Generator
        Draws do not depend on the other numbers: with the same seed the same pieces slip, whether anybody says back
        or not, and every piece that slips at a low chance also slips at a higher one.

    Returns
    -------
    tuple of Call

    Raises
    ------
    ModelError
        ``relay.bad_number``.

    Examples
    --------
    >>> same = {"slip": 0.5, "caught": 1.0}
    >>> plain = carry("abc", ("when",), says_back=(False, False), rng=np.random.default_rng(1), **same)
    >>> back = carry("abc", ("when",), says_back=(True, True), rng=np.random.default_rng(1), **same)
    >>> [one.slipped for one in plain] == [one.caught for one in back]
    True
    """
    check_chance("slip", slip)
    check_chance("caught", caught)
    n_calls = len(way) - 1
    if n_calls < 1 or len(says_back) != n_calls:
        raise ModelError("relay.bad_number", key="says_back", value=len(says_back), allowed=str(max(n_calls, 1)))
    drawn = rng.random((2, n_calls, len(pieces)))
    calls = []
    for call in range(n_calls):
        slipped = [piece for piece, chance in zip(pieces, drawn[0, call], strict=True) if chance < slip]
        put_right = {
            piece
            for piece, chance in zip(pieces, drawn[1, call], strict=True)
            if says_back[call] and piece in slipped and chance < caught
        }
        calls.append(
            Call(
                giver=way[call],
                taker=way[call + 1],
                slipped=tuple(piece for piece in slipped if piece not in put_right),
                caught=tuple(piece for piece in slipped if piece in put_right),
            )
        )
    return tuple(calls)
