"""Draw the map that a briefing leads to: two people, a kind of line, and a question mark where it is a guess."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.conflict_analysis import SIDES, tie_kinds
from dastarkhan.content.conflict_analysis.overlay import drawing, motto
from dastarkhan.lessons.activity import button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.conflict_analysis.drawn import (
    Lines,
    clean_lines,
    drawn,
    kit_lines,
    line,
    read_lines,
    rubbed_out,
    speaks_for,
)
from dastarkhan.lessons.conflict_analysis.map_code import code_of
from dastarkhan.lessons.conflict_analysis.map_pictures import key_of_lines, kinds_told, one_map, pair_name
from dastarkhan.lessons.conflict_analysis.quarrel import OfQuarrel, listed, map_names, other_side, side_of
from dastarkhan.lessons.conflict_analysis.read_briefs import briefing
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.staged import Staged

DRAW, READY = 0, 1


class DrawMap(OfQuarrel, Staged):
    """A map of each side; whoever is alone draws one after the other. Nothing on it is right or wrong."""

    key = "map"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who stands how with whom?")

    def minutes(self) -> int:
        """How long it takes a table."""
        return 12

    def summary(self) -> str:
        """One line in words."""
        many = {side: len(self.lines(side)) for side in SIDES}
        return self._("Lines on the two maps: {a} and {b}.", a=many[SIDES[0]], b=many[SIDES[1]])

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved lines, without people and kinds that are not known."""
        maps, keys = part(saved.get("maps")), [party.key for party in self.quarrel.parties]
        one = one_of(saved.get("one"), keys, keys[0])
        return {
            "at": whole(saved.get("at"), DRAW, READY),
            "side": one_of(saved.get("side"), SIDES),
            "maps": {side: clean_lines(maps.get(side), self.quarrel) for side in SIDES},
            "one": one,
            "other": one_of(saved.get("other"), [key for key in keys if key != one], _next(keys, one)),
            "kind": one_of(saved.get("kind"), [kind.key for kind in tie_kinds(self._)], "trust"),
            "guessed": saved.get("guessed") is True,
        }

    @property
    def side(self) -> str:
        """Whose map is drawn now: the one chosen here, or else that of the briefing."""
        return self.state["side"] or side_of(self.lesson)

    def lines(self, side: str) -> Lines:
        """What is drawn so far on the map of a side."""
        return read_lines(self.state["maps"][side], self.quarrel)

    # --- what a person does

    def _take(self, side: str, at: int = DRAW) -> None:
        self.remember(side=side, at=at)
        self.show()

    def _ready(self) -> None:
        self.remember(at=READY, done=True)
        self.show()

    def _pick_one(self, key: str) -> None:
        """Choose the first of the two; the second choice never offers the same person."""
        other = self.state["other"]
        self.remember(
            one=key, other=_next([party.key for party in self.quarrel.parties], key) if other == key else other
        )
        self._filling = True
        self.other.options = self._people(but=key)
        self.other.value = self.state["other"]
        self._filling = False
        self._show_map()

    def _pick_other(self, key: str | None) -> None:
        if not self._filling and key:
            self.remember(other=key)
            self._show_map()

    def _change(self, **changes: Any) -> None:
        self.remember(**changes)
        self._show_stroke()

    def _stroke(self) -> None:
        """Draw the line that is chosen, or rub it out when it is there already."""
        state, side = self.state, self.side
        new = line(self.quarrel, state["one"], state["other"], state["kind"], guessed=state["guessed"])
        lines = self.lines(side)
        lines = rubbed_out(lines, new) if new in lines else drawn(lines, new)
        self.remember(maps={**state["maps"], side: [one.plain() for one in lines]}, guessed=False)
        self.guess.value = False
        self._show_map()

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        self.stage.children = (card(*(self._finished() if self.state["at"] == READY else self._drawing())),)

    def _drawing(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        cards = [(name, side) for side, name in map_names(_).items()]
        whose = choice(_("Which map do you draw?"), cards, self.side, self._take, row=True)
        brief = escape(_("The briefing once more"))
        told = f"<details><summary>{brief}</summary>{briefing(self.quarrel.briefs[self.side])}</details>"
        rules = listed(map(escape, drawing(_)[:3]))
        keys = f"<details><summary>{escape(_('Five kinds of lines'))}</summary>{key_of_lines(_)}</details>"
        self.picture, self.told = html(), html(live=True)
        controls = self._controls()
        self.ready = button(_("This map is ready"), self._ready, css="dk-quiet")
        self._show_map()
        drawn_here = side_by_side(self.picture, ipywidgets.VBox([*controls, self.told]))
        return (whose, html(rules + told), drawn_here, html(keys), buttons(self.ready))

    def _people(self, but: str = "") -> list[tuple[str, str]]:
        parties = self.quarrel.parties
        return [(party.first_name, party.key) for party in parties if party.key != but]

    def _controls(self) -> tuple[ipywidgets.Widget, ...]:
        """Two people, a kind, a question mark: lists, so that a keyboard is enough."""
        _, state = self._, self.state
        self._filling = False
        one = ipywidgets.Dropdown(options=self._people(), value=state["one"], description=_("Between"))
        self.other = ipywidgets.Dropdown(
            options=self._people(but=state["one"]), value=state["other"], description=_("and")
        )
        one.observe(lambda change: self._pick_one(change["new"]), names="value")
        self.other.observe(lambda change: self._pick_other(change["new"]), names="value")
        kinds = [(kind.name, kind.key) for kind in tie_kinds(_)]
        kind = choice(_("What is between the two?"), kinds, state["kind"], lambda key: self._change(kind=key), row=True)
        self.means = html(live=True)
        self.guess = ipywidgets.Checkbox(
            value=state["guessed"], description=_("We guess it: a question mark"), indent=False
        )
        self.guess.observe(lambda change: self._change(guessed=change["new"]), names="value")
        self.draw = button("", self._stroke)
        return (one, self.other, kind, self.means, self.guess, buttons(self.draw))

    def _show_stroke(self) -> None:
        _, state = self._, self.state
        new = line(self.quarrel, state["one"], state["other"], state["kind"], guessed=state["guessed"])
        there = new in self.lines(self.side)
        says = next(kind.says for kind in tie_kinds(_) if kind.key == state["kind"])
        self.means.value = f"<p class='dk-small'>{escape(says)}</p>"
        self.draw.description = _("Rub this line out") if there else _("Draw this line")

    def _show_map(self) -> None:
        _, lines = self._, self.lines(self.side)
        now = (self.state["one"], self.state["other"])
        title = map_names(_)[self.side]
        self.picture.value = one_map(self.quarrel, lines, _, title=title, key="map", marked=now)
        self.told.value = self._in_words(lines)
        self.ready.layout.display = None if lines else "none"
        self._show_stroke()

    def _in_words(self, lines: Lines) -> str:
        _ = self._
        if not lines:
            return note(_("No line is drawn yet."))
        head = escape(_.n("{n} line:", "{n} lines:", len(lines)))
        told = [f"{pair_name(self.quarrel, one.pair)}: {kinds_told((one,), _)}" for one in lines]
        return f"<p><b>{head}</b></p>{listed(map(escape, told))}"

    def _finished(self) -> tuple[ipywidgets.Widget, ...]:
        _, side, quarrel = self._, self.side, self.quarrel
        lines = self.lines(side)
        title = map_names(_)[side]
        picture = one_map(quarrel, lines, _, title=title, key="map")
        head = f"<h3>{escape(title)}</h3>{picture}{note(motto(_))}<p>{escape(drawing(_)[3])}</p>"
        aside = f"{self._code(lines)}{self._kit_map()}"
        again = button(_("Draw on"), lambda: self._take(side), css="dk-quiet")
        alone = button(_("I am alone: draw the other map"), lambda: self._take(other_side(side)), css="dk-quiet")
        return (html(head), html(aside), buttons(again, alone))

    def _code(self, lines: Lines) -> str:
        """The map as digits, which another table can type in."""
        _ = self._
        told = escape(_("For the other table's device: read these digits aloud, and your map appears there."))
        code = escape(code_of(lines, self.quarrel, self.side))
        summary = escape(_("This map in digits"))
        return f"<details><summary>{summary}</summary><p>{told}</p><p class='dk-scene' dir='ltr'>{code}</p></details>"

    def _kit_map(self) -> str:
        _, side = self._, self.side
        told = escape(_("An example. Yours may have other lines, and be as good."))
        rows = [
            f"{escape(pair_name(self.quarrel, one.pair))}: {escape(kinds_told((one,), _))}. "
            f"{escape(speaks_for(self.quarrel, side, one))}"
            for one in kit_lines(self.quarrel, side)
        ]
        summary = escape(_("A map that the kit drew from this briefing"))
        return f"<details><summary>{summary}</summary><p>{told}</p>{listed(rows)}</details>"


def _next(keys: Sequence[str], one: str) -> str:
    return keys[(keys.index(one) + 1) % len(keys)]
