"""Whom a message goes through, and at which calls people say back what they heard."""

from collections.abc import Hashable, Iterable
from enum import StrEnum
from typing import TypeVar

import networkx as nx

from simulations.errors import ModelError

Person = TypeVar("Person", bound=Hashable)


class SaysBack(StrEnum):
    """Who says back what they heard, before a call ends."""

    NOBODY = "nobody"
    LAST = "last"
    EVERYBODY = "everybody"


def calls_that_say_back(n_calls: int, who: SaysBack) -> tuple[bool, ...]:
    """Return for every call of a line whether it is said back.

    Parameters
    ----------
    n_calls : int
        How often the message is passed on.
    who : SaysBack

    Returns
    -------
    tuple of bool

    Raises
    ------
    ModelError
        ``relay.bad_number``.

    Examples
    --------
    >>> calls_that_say_back(3, SaysBack.LAST)
    (False, False, True)
    """
    if n_calls < 1:
        raise ModelError("relay.bad_number", key="n_calls", value=n_calls, allowed="1 or more")
    return tuple(who is SaysBack.EVERYBODY or (who is SaysBack.LAST and call == n_calls - 1) for call in range(n_calls))


def shortest_way(numbers: Iterable[tuple[Person, Person]], sender: Person, receiver: Person) -> tuple[Person, ...]:
    """Return the way on which a message is passed on least often.

    Parameters
    ----------
    numbers : iterable of pairs
        Who has whose number; both can call.
    sender, receiver : hashable

    Returns
    -------
    tuple
        Everybody on the way, the two ends too; empty when there is none.

    Examples
    --------
    >>> shortest_way([("a", "b"), ("b", "c"), ("c", "d"), ("b", "d")], "a", "d")
    ('a', 'b', 'd')
    >>> shortest_way([("a", "b")], "a", "z")
    ()
    """
    web = nx.Graph(list(numbers))
    if sender not in web or receiver not in web or not nx.has_path(web, sender, receiver):
        return ()
    return tuple(nx.shortest_path(web, sender, receiver))
