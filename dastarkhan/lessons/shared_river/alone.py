"""A year alone: decide for one bank, live the year, then change sides."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import ClassVar

import ipywidgets

from dastarkhan.lessons.activity import Activity, button, choice, html
from dastarkhan.lessons.shared_river.assumptions import assumptions
from dastarkhan.lessons.shared_river.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.shared_river.visit import DECIDERS, Visit
from dastarkhan.lessons.shared_river.year_view import FIELDS, POWER, choices_picture, seal, year_pictures


class ActAlone(Activity):
    """One side's decision, the year that comes of it for both, and the view from the other bank."""

    key = "act_alone"
    START: ClassVar[Mapping[str, object]] = {"side": None, "records": {}, "wish": {}, "words": {}}

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("A year alone: what do you do with the river?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        lived = len(self._lived())
        return self._.n("You have lived on {n} bank.", "You have lived on {n} banks.", lived)

    def clean(self, saved: Mapping[str, object]) -> dict[str, object]:
        """The saved state without sides, options and records that this version cannot play."""
        state, case = super().clean(saved), self.lesson.case
        records = state["records"] if isinstance(state["records"], dict) else {}
        wishes = state["wish"] if isinstance(state["wish"], dict) else {}
        return {
            "side": state["side"] if state["side"] in DECIDERS else None,
            "records": {side: text for side, text in records.items() if Visit.readable(side, text)},
            "wish": {
                side: value
                for side, value in wishes.items()
                if side in DECIDERS and value in case.decisions[DECIDERS[side].decision]["options"]
            },
            "words": clean_reflection(state["words"], len(self._checks())),
        }

    def body(self) -> Sequence[ipywidgets.Widget]:
        """Which bank; then the decision; then the year."""
        _ = self._
        self.stage = ipywidgets.VBox()
        sides = [(self._side_words(side), side) for side in DECIDERS]
        bank = choice(_("On which bank do you live this year?"), sides, self.state["side"], self._choose_side)
        self._show()
        return (bank, self.stage, assumptions(self.lesson))

    # --- what a person does

    def _choose_side(self, side: str) -> None:
        self.remember(side=side)
        self._show()

    def _wish(self, value: int) -> None:
        self.remember(wish={**self._part("wish"), str(self.state["side"]): value})
        self._preview()

    def _live(self) -> None:
        visit = self._visit()
        value = self._part("wish").get(visit.side)
        if value is not None:
            self._keep(visit.decide(int(str(value))), done=True)

    def _next_year(self) -> None:
        self._keep(self._visit().begin_year(), done=False)

    def _start_again(self) -> None:
        records = {side: text for side, text in self._part("records").items() if side != self.state["side"]}
        self.remember(records=records)
        self._show()

    def _keep(self, visit: Visit, *, done: bool) -> None:
        self.remember(done=done, records={**self._part("records"), visit.side: visit.text()})
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
        told = _("Year {n}. Nature brings: {card}.", n=visit.number, card=self.lesson.text(f"cards.{visit.card}.name"))
        self.picture = html()
        self.live = button(_("Let the year come"), self._live)
        options = [(self._option(decision, value), value) for value in case.decisions[decision]["options"]]
        wished = self._part("wish").get(visit.side)
        ask = choice(self.lesson.text(f"decisions.{decision}.title"), options, wished, self._wish)
        unknown = html(
            f"<p class='dk-small'>{escape(_('The other side decides too. You will see it when the year is over.'))}</p>"
        )
        controls = ipywidgets.VBox([ask, unknown, self.live])
        two = ipywidgets.HBox([self.picture, controls])
        two.add_class("dk-two")
        card = ipywidgets.VBox([html(f"<p><b>{escape(told)}</b></p>"), two])
        card.add_class("dk-card")
        self._preview()
        return (card,)

    def _preview(self) -> None:
        """What the person can foresee: the own bank alone, as far as it depends on the own decision."""
        visit, wished = self._visit(), self._part("wish").get(str(self.state["side"]))
        self.live.disabled = wished is None
        value = int(str(wished)) if wished is not None else visit.options[0]
        decisions = {**visit.hoped(), visit.decider.decision: value}
        panel = POWER if visit.side == "springs" else FIELDS
        _ = self._
        caption = (
            _("Your power, if you decide so.")
            if visit.side == "springs"
            else _("Your fields, if Springs lets enough water go. Will it?")
        )
        pictures = year_pictures(self.lesson.case, visit.card, decisions, _, only=(panel,))
        self.picture.value = f"{pictures}<p class='dk-small'>{escape(caption)}</p>"

    def _looking_back(self, visit: Visit) -> tuple[ipywidgets.Widget, ...]:
        _, case, last = self._, self.lesson.case, visit.last
        card = ipywidgets.VBox(
            [
                html(self._what_was_done(visit)),
                html(year_pictures(case, last.card, last.decisions, _)),
            ]
        )
        card.add_class("dk-card")
        points = ipywidgets.VBox(
            [
                html(self._another_decision()),
                html(choices_picture(case, last.card, last.decisions, visit.decider.decision, _)),
                html(note(self._what_it_means(visit), strong=_("Look at both banks."))),
            ]
        )
        points.add_class("dk-card")
        steps = ipywidgets.HBox(self._next_steps(visit))
        steps.add_class("dk-buttons")
        words = reflection(
            _("Sit down on the other bank for a moment. What would they say about this year?"),
            self._checks(),
            self._part("words"),
            lambda state: self.remember(words=state),
        )
        return (card, points, words, steps)

    def _another_decision(self) -> str:
        _ = self._
        heading = escape(_("And with another decision of yours?"))
        told = escape(_("Points count power, harvest and homes. Floods and seed are taken off."))
        return f"<h3>{heading}</h3><p class='dk-small'>{told}</p>"

    def _next_steps(self, visit: Visit) -> list[ipywidgets.Widget]:
        _ = self._
        other = next(side for side in DECIDERS if side != visit.side)
        steps = [button(_("Change sides"), lambda: self._change_sides(other))]
        if not visit.over:
            steps.append(button(_("One more year here"), self._next_year, css="dk-quiet"))
        steps.append(button(_("Begin again on this bank"), self._start_again, css="dk-quiet"))
        return steps

    def _change_sides(self, other: str) -> None:
        self.remember(side=other)
        self.reload()

    def _what_was_done(self, visit: Visit) -> str:
        _, case, last = self._, self.lesson.case, visit.last
        card = self.lesson.text(f"cards.{last.card}.name")
        rows = []
        for name, value in last.decisions.items():
            side = case.seats[case.decisions[name]["seat"]]["side"]
            rows.append(f"<li>{seal(case, side, _)} {escape(self._option(name, value))}</li>")
        year = _("Year {n}: {card}", n=last.number, card=card)
        return f"<h3>{escape(year)}</h3><ul class='dk-plain'>{''.join(rows)}</ul>"

    def _what_it_means(self, visit: Visit) -> str:
        _, results = self._, visit.last.results
        springs, gardens = (self.lesson.text(f"sides.{side}.name") for side in ("springs", "gardens"))
        dry = 1 - results["gardens_farms_tenth_mcm"] / max(1, visit.wanted_tenth_mcm("gardens_farms"))
        flood = results["gardens_reach_flood_tenth_mcm"] / 10
        told = [_("Of the planted fields in {side}, {share} stayed dry.", side=gardens, share=_.percent(max(0.0, dry)))]
        if flood >= 0.1:
            told.append(_("In winter {n} million m³ went over the banks.", n=round(flood, 1)))
        told.append(
            _(
                "Points: {first} {a}, {second} {b}.",
                first=springs,
                a=results["springs_points"],
                second=gardens,
                b=results["gardens_points"],
            )
        )
        best = visit.best_together()
        if best > results["springs_points"] + results["gardens_points"]:
            told.append(
                _(
                    "Both banks together have {n}. With one plan for the river it could be {best}.",
                    n=results["springs_points"] + results["gardens_points"],
                    best=best,
                )
            )
        return " ".join(told)

    # --- small things

    def _visit(self) -> Visit:
        side = str(self.state["side"])
        text = self._part("records").get(side)
        return Visit.read(side, str(text)) if text else Visit.begin(self.lesson.case, side)

    def _lived(self) -> list[str]:
        return [side for side, text in self._part("records").items() if Visit.read(side, str(text)).years]

    def _side_words(self, side: str) -> str:
        brief = self.lesson.text(f"seats.{DECIDERS[side].seat}.brief")
        return f"{self.lesson.text(f'sides.{side}.name')}. {brief}"

    def _option(self, decision: str, value: int) -> str:
        return self.lesson.text(f"decisions.{decision}.options.{value}")

    def _checks(self) -> tuple[str, ...]:
        _ = self._
        return (
            _("I wrote as they would say it, not as I would."),
            _("I wrote what they need, not only what they want."),
        )

    def _part(self, name: str) -> Mapping[str, object]:
        part = self.state[name]
        return part if isinstance(part, dict) else {}
