"""More, if you like: which of five signs is noise, and what an alarm costs that comes too early or too late."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.escalation.board import COSTS, COUNTED, THRESHOLDS, Board, about_alarms, board, sign_names
from dastarkhan.content.escalation.walks import HIGH, assumed
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, card, choice, html, slider
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.pictures.counts_picture import AlarmRow, CountRow, alarm_picture, counts_picture
from simulations.escalation import Costs, warn

MOST_EVENINGS = 10
SIGNS = tuple(one.key for one in COUNTED)
NOISE = next(one.key for one in COUNTED if not one.per_stage)
OF_EACH = 3
START = THRESHOLDS[len(THRESHOLDS) // 2]


@lru_cache(maxsize=1)
def the_board() -> Board:
    """The board, made once."""
    return board()


@lru_cache(maxsize=1)
def shown_walks() -> tuple[int, ...]:
    """Quarrels to look at, by turns one that climbs and one that comes down again."""
    most = the_board().runs.stages.max(axis=1)
    high = [int(n) for n in (most >= HIGH).nonzero()[0][:OF_EACH]]
    low = [int(n) for n in ((most > 2) & (most < HIGH)).nonzero()[0][:OF_EACH]]
    return tuple(n for pair in zip(high, low, strict=True) for n in pair)


def clean_board(saved: object) -> dict[str, Any]:
    """A saved board with nothing in it that does not belong there."""
    found = part(saved)
    return {
        "walk": whole(found.get("walk"), 0, len(shown_walks()) - 1),
        "noise": one_of(found.get("noise"), SIGNS),
        "threshold": one_of(found.get("threshold"), THRESHOLDS, START),
        "false_alarm": one_of(found.get("false_alarm"), range(1, MOST_EVENINGS + 1), int(COSTS.false_alarm)),
        "missed": one_of(found.get("missed"), range(1, MOST_EVENINGS + 1), int(COSTS.missed)),
    }


class AlarmBoard:
    """Two cards on the screen: five signs of one quarrel, and a threshold for a thousand.

    Parameters
    ----------
    state : Mapping
        As `clean_board` gives it.
    changed : callable
        Called with the new state after every step.
    _ : Words
    """

    def __init__(self, state: Mapping[str, Any], changed: Callable[[dict[str, Any]], None], _: Words) -> None:
        self.state, self._changed, self._ = dict(state), changed, _
        self.rows, self.reason = html(), html(live=True)
        self.bars, self.told = html(), html(live=True)
        self.box = ipywidgets.VBox([card(*self._signs()), card(*self._threshold()), html(self._words())])
        self._draw_rows()
        self._draw_bars()

    def _step(self, **changes: object) -> None:
        self.state |= changes
        self._changed(dict(self.state))

    # --- which sign is noise

    def _signs(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("Somebody counted five things in every round of one quarrel. All counts are invented.")
        names = sign_names(_)
        ask = about_alarms(_)[-1]
        which = choice(ask, [(names[key], key) for key in SIGNS], self.state["noise"], self._choose)
        other = button(_("Look at another quarrel"), self._other, css="dk-quiet")
        return (html(f"<p>{escape(told)}</p>"), self.rows, buttons(other), which, self.reason)

    def _choose(self, key: str) -> None:
        self._step(noise=key)
        self._draw_rows()

    def _other(self) -> None:
        self._step(walk=(self.state["walk"] + 1) % len(shown_walks()))
        self._draw_rows()

    def _draw_rows(self) -> None:
        _, found, names, noise = self._, the_board(), sign_names(self._), self.state["noise"]
        walk = shown_walks()[self.state["walk"]]
        rows = [
            CountRow(name=names[key], counts=tuple(int(n) for n in found.counts[at, walk]), marked=noise == key)
            for at, key in enumerate(SIGNS)
        ]
        if noise:
            steps = tuple(int(step) for step in found.runs.stages[walk])
            rows.append(CountRow(name=_("and the step on which the quarrel stood"), counts=steps))
        self.rows.value = counts_picture(rows, _, title=_("Counted in every round"), key="counts")
        self.reason.value = self._answer(noise)

    def _answer(self, noise: str | None) -> str:
        _ = self._
        if noise is None:
            return ""
        if noise == NOISE:
            return note(_("It goes up and down in every quarrel, and never with the step."), strong=_("Yes."))
        told = _("This one rises with the step, though not in every round. Look at another quarrel.")
        return f"<p class='dk-note-warn'><b>{escape(_('Look again.'))}</b> {escape(told)}</p>"

    # --- what a threshold does

    def _threshold(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _(
            "Now a thousand quarrels. The board adds up all five counts, and the newest weigh most. "
            "When should somebody call?"
        )
        fields = [
            self._slider("threshold", THRESHOLDS[0], THRESHOLDS[-1], _("Call as soon as the sum stands at")),
            self._slider("false_alarm", 1, MOST_EVENINGS, _("A call for nothing costs so many evenings")),
            self._slider("missed", 1, MOST_EVENINGS, _("A missed one costs so many evenings")),
        ]
        return (html(f"<p>{escape(told)}</p>"), fields[0], self.bars, *fields[1:], self.told)

    def _slider(self, key: str, least: int, most: int, label: str) -> ipywidgets.SelectionSlider:
        return slider(label, range(least, most + 1), self.state[key], self._, lambda new: self._slid(key, new))

    def _slid(self, key: str, value: int) -> None:
        self._step(**{key: value})
        self._draw_bars()

    def _draw_bars(self) -> None:
        _, found = self._, the_board()
        called = warn(found.scores, found.runs.stages, stage=HIGH, threshold=self.state["threshold"])
        hit, missed, false = (int(each.sum()) for each in (called.hit, called.missed, called.false_alarm))
        quiet = len(called.reached) - hit - missed - false
        rows = [
            AlarmRow(
                name=_("{n} quarrels come to step {step}", n=hit + missed, step=HIGH),
                good=(_("called in time"), hit),
                bad=(_("called too late, or never"), missed),
            ),
            AlarmRow(
                name=_("{n} never do", n=quiet + false),
                good=(_("left in peace"), quiet),
                bad=(_("called for nothing"), false),
            ),
        ]
        self.bars.value = alarm_picture(rows, _, title=_("What this threshold does"), key="alarm")
        costs = Costs(false_alarm=self.state["false_alarm"], missed=self.state["missed"])
        said = [_("A hundred quarrels cost {n} evenings.", n=round(100 * called.cost(costs)))]
        if hit:
            said.append(
                _("On average the call comes {n} rounds ahead.", n=_.number(called.mean_lead_rounds, decimals=1))
            )
        cheapest = round(found.curve(costs).cheapest)
        said.append(_("With these costs a call at {n} costs least. With others it is another number.", n=cheapest))
        self.told.value = note(" ".join(said))

    def _words(self) -> str:
        _ = self._
        items = "".join(f"<li>{escape(one)}</li>" for one in about_alarms(_)[:-1])
        return f"<ul>{items}</ul><p class='dk-small'>{escape(assumed(_)[0])}</p>"
