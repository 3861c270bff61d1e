"""Partners that play a seat of the river game by themselves, from what its view shows and nothing else."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np

from simulations import bargaining
from simulations.games.talks import NOT_SAID, NoAgreement, Question, Reason
from simulations.table import Choice, Move, Partner

View = Mapping[str, Any]


def negotiator(strategy: bargaining.Strategy, *, frank: bool = True) -> Partner:
    """Return a partner that bargains by a strategy and takes decisions for its own side.

    Parameters
    ----------
    strategy : Strategy
        One of ``simulations.bargaining.PARTNERS``.
    frank : bool, optional
        Whether it answers questions; honestly, if it does.
    """

    def partner(view: View, lawful: tuple[Choice, ...], rng: np.random.Generator) -> Move:
        open_to = {choice.kind: choice for choice in lawful}
        if "decide" in open_to:
            return own_best(view, lawful, rng)
        if "tell" in open_to:
            tell = open_to["tell"]
            return tell.move(answer=_honest(view, tell.data["question"]) if frank else NOT_SAID)
        if "reject" in open_to:
            return _answer(view, open_to, strategy, rng)
        if "offer" in open_to:
            return _speak(view, open_to, strategy, rng)
        return lawful[0].pick(rng)

    return partner


def _answer(view: View, open_to: Mapping[str, Choice], strategy: bargaining.Strategy, rng: np.random.Generator) -> Move:
    sheet = _sheet(view)
    if strategy(sheet, rng).accept:
        return (open_to.get("sponsor") or open_to["accept"]).move()
    return open_to["reject"].move(reason=_reason(sheet))


def _speak(view: View, open_to: Mapping[str, Choice], strategy: bargaining.Strategy, rng: np.random.Generator) -> Move:
    """Make an offer, or now and then let a colleague speak who has not passed yet."""
    talk, you = view["talk"], view["you"]
    mine = {taken["id"] for taken in view["seats"] if view["sides"][taken["id"]] == you["side"]}
    silent = len(mine - set(talk["passed"]))
    if silent > 1 and rng.random() < 1 - 1 / silent:
        return open_to["pass"].move()
    sheet = _sheet(view)
    if sheet.room < 0:  # nothing on the table is as good as acting alone
        reason = NoAgreement.ALONE_IS_ENOUGH.value
        return open_to["close"].move(reason=reason) if "close" in open_to else open_to["pass"].move()
    return open_to["offer"].move("", **_packages(view)[strategy(sheet, rng).offer])


def _sheet(view: View) -> bargaining.Talk:
    """Return what this side knows, as strategies read it."""
    talk, you = view["talk"], view["you"]
    offers = [*talk["offers"], *([talk["offer"]] if talk["offer"] else [])]
    at = {tuple(package.values()): place for place, package in enumerate(_packages(view))}
    # An offer of a colleague that waits for this seat's vote is weighed like one of the other side.
    waiting = talk["offer"]["number"] if talk["offer"] else None
    own = [one for one in offers if one["side"] == you["side"] and one["number"] != waiting]
    others = [one for one in offers if one not in own]
    return bargaining.Talk(
        values=np.array(you["values"], dtype=float),
        reservation=float(you["alone"]),
        mine=tuple(at[tuple(one["package"].values())] for one in own),
        theirs=tuple(at[tuple(one["package"].values())] for one in others),
        time=min(1.0, (talk["turn"] - 1) / max(1, talk["turns"] - 1)),
        attributes=_attributes(tuple((name, tuple(options)) for name, options in talk["terms"].items())),
    )


def _packages(view: View) -> tuple[Mapping[str, int], ...]:
    return _product(tuple((name, tuple(options)) for name, options in view["talk"]["terms"].items()))


@lru_cache(maxsize=64)
def _product(terms: tuple[tuple[str, tuple[int, ...]], ...]) -> tuple[Mapping[str, int], ...]:
    """Return every package, the last term changing first: the order of a view's values."""
    places = np.indices([len(options) for _, options in terms]).reshape(len(terms), -1).T
    return tuple(
        MappingProxyType({name: options[place] for (name, options), place in zip(terms, row, strict=True)})
        for row in places.tolist()
    )


@lru_cache(maxsize=64)
def _attributes(terms: tuple[tuple[str, tuple[int, ...]], ...]) -> Any:
    return np.indices([len(options) for _, options in terms]).reshape(len(terms), -1).T


def _effects(view: View) -> dict[str, list[float]]:
    """Return each term's mean value to one's own side, option by option, over all that the other terms may be."""
    terms = view["talk"]["terms"]
    values = np.array(view["you"]["values"], dtype=float).reshape([len(options) for options in terms.values()])
    axes = range(values.ndim)
    return {
        name: values.mean(axis=tuple(other for other in axes if other != axis)).tolist()
        for axis, name in enumerate(terms)
    }


def _honest(view: View, question: str) -> str:
    """Return the term that matters most, the one that is easiest to give, or the one that could hurt most."""
    effects = _effects(view)
    spread = {name: max(row) - min(row) for name, row in effects.items()}
    if question == Question.MATTERS_MOST:
        return max(spread, key=spread.__getitem__)
    if question == Question.EASY_TO_GIVE:
        return min(spread, key=spread.__getitem__)
    return min(effects, key=lambda name: min(effects[name]))


def _reason(sheet: bargaining.Talk) -> str:
    """Return a reason that is true and lets the other side keep its face."""
    if float(sheet.values[sheet.theirs[-1]]) < sheet.reservation:
        return Reason.TOO_LITTLE.value
    if sheet.time < 0.25:
        return Reason.GOOD_START.value
    return (Reason.NEED_MORE_TIME if sheet.time < 0.75 else Reason.TOO_LITTLE).value


def own_best(view: View, lawful: Sequence[Choice], rng: np.random.Generator) -> Move:
    """Take the option that is worth most to one's own side in this year's weather.

    What is agreed is counted on. What the other side decides by itself is not known: what it did last year is expected
    again, and in the first year all its options count alike. Without a card on the table the cards count by their
    weights.
    """
    choice = lawful[0]
    worth, weights = view["worth"], view["weights"]
    cards = {view["card"]: 1} if view["card"] is not None else weights
    place = view["decisions"].index(choice.data["decision"])
    last = view["closed"][-1]["decisions"] if view["closed"] else {}

    def value(option: int) -> float:
        total = weight_sum = 0.0
        for card, weight in cards.items():
            known = {**last, **view["you"]["decided"], **view.get("agreed", {}).get(card, {})}
            for key, gained in worth[card].items():
                values = [int(part) for part in key.split("/")]
                expected = all(
                    known.get(name, values[other]) == values[other]
                    for other, name in enumerate(view["decisions"])
                    if other != place
                )
                if values[place] == option and expected:
                    total, weight_sum = total + weight * gained, weight_sum + weight
        return total / weight_sum

    return choice.move(value=max(choice.options["value"], key=value))


PARTNERS: Mapping[str, Partner] = MappingProxyType(
    {name: negotiator(strategy, frank=name != "stubborn") for name, strategy in bargaining.PARTNERS.items()}
)
linear = PARTNERS["linear"]
