"""Circles for a room: one language in each first, then both sides mixed; cards have numbers, and nobody has a name."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.languages import LANGUAGES, Words
from dastarkhan.lessons.activity import button, buttons, choice, html, slider
from dastarkhan.lessons.chips import Chips
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part, some_of, whole
from simulations.teamwork import Card, Need, Seating, Table, groups, table_sizes

SMALLEST, LARGEST, IDEAL = 4, 6, 5
MOST_PEOPLE, MOST_ALIKE, MOST_ENTRIES = 60, 24, 30
SEED = 3
SIDES = ("round", "square")
SIGN, OTHER = "sign", "other"
INVENTED = (
    (["kk", "ru"], "round", 3),
    (["kk", "ru"], "square", 2),
    (["kk"], "square", 3),
    (["ky", "kk"], "round", 4),
    (["ky"], "round", 2),
    (["ky"], "square", 3),
    (["ru", "ky"], "square", 4),
    (["ru"], "round", 2),
)
"""A room of 23 that is invented; shapes were drawn, so no language has a shape of its own."""


def clean_room(saved: object) -> dict[str, Any]:
    """A saved room with nothing in it that this version does not know."""
    found = part(saved)
    entries = found.get("entries")
    each = [_clean_entry(one) for one in entries] if isinstance(entries, list) else []
    kept = [one for one in each if one["speaks"]][:MOST_ENTRIES]
    while sum(one["n"] for one in kept) > MOST_PEOPLE:
        kept.pop()
    return {"entries": kept, "next": _clean_entry(found.get("next")), "made": found.get("made") is True}


def _clean_entry(saved: object) -> dict[str, Any]:
    found = part(saved)
    return {
        "speaks": some_of(found.get("speaks"), (*LANGUAGES, SIGN, OTHER)),
        "side": one_of(found.get("side"), SIDES, SIDES[0]),
        "n": whole(found.get("n"), 1, MOST_ALIKE),
    }


def n_people(room: Mapping[str, Any]) -> int:
    """How many cards there are."""
    return sum(one["n"] for one in room["entries"])


def seated(entries: Sequence[Mapping[str, Any]]) -> Seating | None:
    """Return the circles, one language first; None where so many cannot be split into circles.

    Another language, which has no name here, is shared only by cards that were entered together.
    """
    cards: list[Card] = []
    for number, entry in enumerate(entries):
        speaks = tuple(f"{OTHER}-{number}" if one == OTHER else one for one in entry["speaks"])
        first = len(cards) + 1
        cards += [Card(key=str(n), side=entry["side"], languages=speaks) for n in range(first, first + entry["n"])]
    sizes = table_sizes(len(cards), least=SMALLEST, most=LARGEST, ideal=IDEAL)
    return groups(cards, sizes.sizes, need=Need.COMMON, seed=SEED) if sizes else None


class MakeCircles:
    """The screen on which a trainer makes circles.

    Parameters
    ----------
    room : Mapping
        As `clean_room` gives it.
    changed : callable
        Called with the new room.
    _ : Words
    """

    def __init__(self, room: Mapping[str, Any], changed: Callable[[dict[str, Any]], None], _: Words) -> None:
        self.room, self._changed, self._ = dict(room), changed, _
        self.box, self.told = ipywidgets.VBox(), html(live=True)
        self._show()

    def languages(self) -> dict[str, str]:
        """What a card may choose."""
        _ = self._
        named = {code: one.name for code, one in LANGUAGES.items()}
        return {**named, SIGN: _("a sign language"), OTHER: _("another language")}

    # --- what a person does

    def _keep(self, **changes: object) -> None:
        self.room |= changes
        self._changed(dict(self.room))

    def _hold(self, **changes: object) -> None:
        self._keep(next={**self.room["next"], **changes})

    def _add(self) -> None:
        _, entry = self._, self.room["next"]
        if not entry["speaks"]:
            self.told.value = note(_("Choose at least one language first."))
            return
        if n_people(self.room) + entry["n"] > MOST_PEOPLE or len(self.room["entries"]) >= MOST_ENTRIES:
            self.told.value = note(_("Sixty cards fill a room. Make circles for the others in a second round."))
            return
        self._keep(entries=[*self.room["entries"], entry], next=_clean_entry({"side": entry["side"]}), made=False)
        self._show()

    def _drop(self) -> None:
        *entries, last = self.room["entries"]
        self._keep(entries=entries, next=last, made=False)
        self._show()

    def _invent(self) -> None:
        self._keep(entries=[{"speaks": [*one], "side": side, "n": n} for one, side, n in INVENTED], made=False)
        self._show()

    def _make(self) -> None:
        self._keep(made=True)
        self._show()

    # --- what the screen shows

    def _show(self) -> None:
        self.told.value = ""
        self.box.children = (html(self._entries()), *self._next(), self.told, html(self._circles(), live=True))

    def _entries(self) -> str:
        _, names, first, rows = self._, self.languages(), 1, []
        told = _("A story is lost when it is interpreted. So each circle has one language; sides are mixed after that.")
        shapes = self._shapes()
        for one in self.room["entries"]:
            last = first + one["n"] - 1
            numbers = _.number(first) if one["n"] == 1 else _("{a} to {b}", a=_.number(first), b=_.number(last))
            listed = _.listed([names[code] for code in one["speaks"]])
            rows.append(_("Cards {numbers}: {languages}, {shape}", numbers=numbers, languages=listed,
                          shape=shapes[one["side"]]))  # fmt: skip
            first = last + 1
        items = "".join(f"<li>{escape(row)}</li>" for row in rows)
        here = escape(_.n("{n} person so far:", "{n} people so far:", n_people(self.room)))
        return f"{note(told)}<p><b>{here}</b></p><ul>{items}</ul>" if rows else note(told)

    def _shapes(self) -> dict[str, str]:
        _ = self._
        return {"round": _("round"), "square": _("square")}

    def _next(self) -> tuple[ipywidgets.Widget, ...]:
        _, entry = self._, self.room["next"]
        ask = _("Who is here? Languages in which somebody can tell a story:")
        chips = Chips(self.languages(), entry["speaks"], lambda new: self._hold(speaks=new))
        alike, numbers = _("So many people alike:"), range(1, MOST_ALIKE + 1)
        many = slider(alike, numbers, entry["n"], _, lambda new: self._hold(n=new))
        shapes = [(name, side) for side, name in self._shapes().items()]
        shape = choice(
            _("The shape on their cards, drawn at the door"), shapes, entry["side"],
            lambda side: self._hold(side=side), row=True,
        )  # fmt: skip
        return (html(f"<p><b>{escape(ask)}</b></p>"), chips.box, many, shape, self._steps())

    def _steps(self) -> ipywidgets.Widget:
        _, any_here = self._, bool(self.room["entries"])
        steps = [button(_("Add them"), self._add, css="dk-quiet" if any_here else "dk-primary")]
        if any_here:
            steps = [button(_("Make circles"), self._make), *steps]
            steps.append(button(_("Take the last ones back"), self._drop, css="dk-quiet"))
        else:
            steps.append(button(_("Take an invented room of 23"), self._invent, css="dk-quiet"))
        return buttons(*steps)

    def _circles(self) -> str:
        _, many = self._, n_people(self.room)
        if not self.room["made"] or not many:
            return ""
        seating = seated(self.room["entries"])
        if seating is None:
            return self._no_circles(many)
        rows = "".join(self._circle(number, table, seating) for number, table in enumerate(seating.tables, start=1))
        told = _("Read the numbers aloud. Whoever would rather sit in another circle says so, without a reason.")
        return f"<div class='dk-slip'>{rows}</div>{note(told)}"

    def _no_circles(self, many: int) -> str:
        _ = self._
        sizes = table_sizes(many, least=SMALLEST, most=LARGEST, ideal=IDEAL)
        if not sizes.fewer:
            told = _("A circle needs four people. With fewer, tell each other a story by two, or take part 5.")
        else:
            told = _("{n} people make no circles of four to six. Let {one} help as host, or sit down with {more} more.",
                     n=many, one=many - sizes.fewer, more=(sizes.more or many) - many)  # fmt: skip
        return f"<p class='dk-note-warn'>{escape(told)}</p>"

    def _circle(self, number: int, table: Table, seating: Seating) -> str:
        _, names = self._, self.languages()
        shared = table.languages[0][0]
        name = names.get(shared.partition("-")[0], shared)
        speaks = {card.key: card.languages for card in seating.cards}
        members = sorted(table.members, key=int)
        head = _("Circle {n}: {language}", n=_.number(number), language=name)
        cards = _("cards {numbers}", numbers=_.listed([_.number(int(one)) for one in members]))
        without = [one for one in members if shared not in speaks[one]]
        told = f"<p><b>{escape(head)}</b><br>{escape(cards)}</p>"
        if without:
            numbers = _.listed([_.number(int(one)) for one in without])
            ask = _("Card {numbers} does not tell in it. Ask: listen and tell through a friend, or part 5?",
                    numbers=numbers)  # fmt: skip
            told += f"<p class='dk-note-warn'>{escape(ask)}</p>"
        return told
