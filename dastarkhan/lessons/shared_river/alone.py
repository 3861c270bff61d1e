"""A year alone: decide for one bank, live the year, then change sides."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, some_of
from dastarkhan.lessons.shared_river.assumptions import river_assumptions
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name
from dastarkhan.lessons.shared_river.visit import Visit, deciders
from dastarkhan.lessons.shared_river.year_view import Show, choices_picture, year_pictures
from dastarkhan.lessons.shared_river.year_words import (
    what_came,
    what_it_was_worth,
    what_points_count,
    what_was_done,
    years_table,
)

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


class ActAlone(Activity):
    """One side's decision, the year that comes of it for both, and the view from the other bank."""

    key = "act_alone"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("A year alone: what do you do with the river?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        visits = [Visit.read(self.lesson.case, side, text) for side, text in self.state["records"].items()]
        lived = sum(visit is not None and bool(visit.years) for visit in visits)
        return self._.n("You have lived on {n} bank.", "You have lived on {n} banks.", lived)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without sides, options and records that this version cannot play."""
        case, checks = self.lesson.case, len(self._checks())
        records, wish, words = (part(saved.get(name)) for name in ("records", "wish", "words"))
        sides = deciders(case)
        options = {side: case.decisions[decider.decision]["options"] for side, decider in sides.items()}
        wishes = {side: one_of(wish.get(side), options[side]) for side in sides}
        return {
            "side": one_of(saved.get("side"), sides),
            "records": {side: records[side] for side in sides if Visit.read(case, side, records.get(side))},
            "wish": {side: value for side, value in wishes.items() if value is not None},
            "words": {side: clean_reflection(words[side], checks) for side in sides if side in words},
            "counted": some_of(saved.get("counted"), sides),
        }

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What the other bank would say about the year."""
        _ = lesson.words
        ask = _("Sit down on the other bank for a moment. What would they say about this year?")
        return tuple(text for side, words in part(state.get("words")).items() for text in own_words(ask, words, side))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """Which bank; then the decision; then the year."""
        _ = self._
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        case = self.lesson.case
        sides = [(self._side_words(side), side) for side in sides_by_name(case, _) if side in deciders(case)]
        ask = _("On which bank do you live this year? Take the one that is least like home.")
        self.bank = choice(ask, sides, self.state["side"], self._choose_side)
        self._show()
        return (self.bank, self.stage, river_assumptions(self.lesson.case, self._, changes=True))

    # --- what a person does; a second tap on the same button finds the year closed and changes nothing

    def _choose_side(self, side: str) -> None:
        if side in deciders(self.lesson.case):  # not a late tap for another river's bank
            self.remember(side=side)
            self._show()

    def _wish(self, value: int) -> None:
        self.remember(wish={**self.state["wish"], self._side: value})
        self._preview()

    def _live(self) -> None:
        visit, value = self._visit(), self.state["wish"].get(self._side)
        if value is not None and visit.deciding:
            self._keep(visit.decide(value), done=True)

    def _next_year(self) -> None:
        visit = self._visit()
        if not visit.deciding and not visit.over:
            self._keep(visit.begin_year())

    def _start_again(self) -> None:
        self.remember(records={side: text for side, text in self.state["records"].items() if side != self._side})
        self._count(again=False)

    def _count(self, *, again: bool = True) -> None:
        """Show the points of this side's year, or put them away again."""
        others = [side for side in self.state["counted"] if side != self._side]
        self.remember(counted=[*others, self._side] if again else others)
        self._show()

    def _change_to(self, side: str) -> None:
        self.bank.children[1].value = side

    def _keep(self, visit: Visit, *, done: bool = False) -> None:
        others = [side for side in self.state["counted"] if side != visit.side]
        self.remember(done=done, counted=others, records={**self.state["records"], visit.side: visit.text()})
        self._show()

    # --- what the screen shows

    def _show(self) -> None:
        if self.state["side"] is None:
            self.stage.children = ()
            return
        visit = self._visit()
        self.stage.children = self._deciding(visit) if visit.deciding else self._looking_back(visit)

    def _deciding(self, visit: Visit) -> tuple[ipywidgets.Widget, ...]:
        _, case, decision = self._, self.lesson.case, visit.decider.decision
        year = _("Year {n}: {card}", n=visit.number, card=self.lesson.text(f"cards.{visit.card}.name"))
        self.picture = html()
        self.live = button(_("Let the year come"), self._live)
        options = [
            (self.lesson.text(f"decisions.{decision}.options.{value}"), value)
            for value in case.decisions[decision]["options"]
        ]
        wished = self.state["wish"].get(visit.side)
        ask = choice(self.lesson.text(f"decisions.{decision}.title"), options, wished, self._wish)
        unknown = escape(_("The other side decides too. You will see it when the year is over."))
        controls = ipywidgets.VBox([ask, html(f"<p class='dk-small'>{unknown}</p>"), self.live])
        self._preview()
        return (card(html(f"<h3>{escape(year)}</h3>"), side_by_side(self.picture, controls)),)

    def _preview(self) -> None:
        """What the person can foresee: the own bank alone, as far as it depends on the own decision."""
        _, visit, wished = self._, self._visit(), self.state["wish"].get(self._side)
        self.live.disabled = wished is None
        if wished is None:
            waiting = escape(_("Choose, and you see what it would mean for your own side."))
            self.picture.value = f"<p class='dk-small'>{waiting}</p>"
            return
        case, own = self.lesson.case, visit.own_node
        decisions = {**visit.hoped(), visit.decider.decision: wished}
        power = case.basin["nodes"][own]["kind"] == "reservoir"
        only = (Show.POWER if power else Show.FIELDS,)
        pictures = year_pictures(case, visit.card, decisions, _, only=only, places=(own,))
        caption = self._foreseen(power=power, waits=visit.waits_for_others())
        self.picture.value = f"{pictures}<p class='dk-small'>{escape(caption)}</p>"

    def _foreseen(self, *, power: bool, waits: bool) -> str:
        """What the picture is of, and whether it hangs on others as well."""
        _ = self._
        if power:
            return _("Your power, if enough water comes. Will it?") if waits else _("Your power, if you decide so.")
        return _("Your fields, if enough water comes. Will it?") if waits else _("Your fields, if you decide so.")

    def _looking_back(self, visit: Visit) -> tuple[ipywidgets.Widget, ...]:
        """The year, the view from the other bank, and only then, on request, the points."""
        _, case, last = self._, self.lesson.case, visit.last
        strong = _("Look at both banks.")
        year = card(
            html(what_was_done(visit, _)),
            html(year_pictures(case, last.card, last.decisions, _)),
            html(note(what_came(visit, _), strong=strong)),
        )
        words = reflection(
            _("Sit down on the other bank for a moment. What would they say about this year?"),
            self._checks(),
            self.state["words"].get(visit.side, {}),
            lambda state: self.remember(words={**self.state["words"], visit.side: state}),
        )
        points = (
            self._points(visit) if visit.side in self.state["counted"] else button(_("Show the points"), self._count)
        )
        return (year, words, points, self._next_steps(visit))

    def _next_steps(self, visit: Visit) -> ipywidgets.HBox:
        _, others = self._, [side for side in deciders(self.lesson.case) if side != visit.side]
        steps = [button(_("Change sides"), lambda: self._change_to(others[0]), css="dk-quiet")] if others else []
        if not visit.over:
            steps.append(button(_("One more year here"), self._next_year, css="dk-quiet"))
        steps.append(button(_("Begin again on this bank"), self._start_again, css="dk-quiet"))
        return buttons(*steps)

    def _points(self, visit: Visit) -> ipywidgets.VBox:
        _, case, last = self._, self.lesson.case, visit.last
        heading = escape(_("And with another decision of yours?"))
        told = escape(what_points_count(case, _))
        return card(
            html(f"<h3>{heading}</h3><p class='dk-small'>{told}</p>"),
            html(choices_picture(case, last.card, last.decisions, visit.decider.decision, _)),
            html(note(what_it_was_worth(visit, _)) + years_table(visit, _)),
        )

    # --- small things

    @property
    def _side(self) -> str:
        side: str = self.state["side"]
        return side

    def _visit(self) -> Visit:
        text = self.state["records"].get(self._side)
        case = self.lesson.case
        return Visit.read(case, self._side, text) or Visit.begin(case, self._side)

    def _side_words(self, side: str) -> str:
        brief = self.lesson.text(f"seats.{deciders(self.lesson.case)[side].seat}.brief")
        return f"{side_name(self.lesson.case, side, self._)}. {brief}"

    def _checks(self) -> tuple[str, ...]:
        _ = self._
        return (
            _("I wrote as they would say it, not as I would."),
            _("I wrote what they need, not only what they want."),
        )
