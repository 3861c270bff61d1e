"""What research says of contact, and its limits: one number to change, and two towns to join."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets
import numpy as np

from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import Activity, card, choice, html, side_by_side, slider
from dastarkhan.lessons.question import Answer, Question, QuestionCard
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.pictures.bowls_picture import hundred_pairs
from dastarkhan.pictures.towns_picture import towns_picture
from simulations.contact import MEAN_CORRELATION, Assumption, expected, side_assortativity, two_towns

TIES = (0, 2, 5, 10, 20)
TOWN, SEED = 15, 1
STRONGEST = 60  # hundredths, below nought


class Contact(Activity):
    """An assumed correlation in pairs of people; lines between towns, which are counted and cause nothing."""

    key = "contact"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Does meeting change anything?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 9

    def summary(self) -> str:
        """One line in words."""
        return self._("Assumed correlation: {r}.", r=self._.number(self._r, decimals=2))

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved number, ties and answer."""
        hundredths = saved.get("hundredths")
        return {
            "hundredths": whole(hundredths, 0, STRONGEST) if type(hundredths) is int else _found(),
            "ties": one_of(saved.get("ties"), TIES, TIES[0]),
            "answer": self.question().clean(saved.get("answer")),
        }

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Before you move the number, say what you expect."),
            pair=_("One argues for contact, the other against. After three minutes change sides."),
            room=_("Ask for a guess with fingers: of ten pairs, in how many? Then show the dots."),
            call=_("Everybody writes a guess in the chat. Then move the number together."),
        )

    @property
    def _r(self) -> float:
        return -float(self.state["hundredths"]) / 100

    def question(self) -> Question:
        """What a correlation shows."""
        _ = self._
        return Question(
            key="shows",
            ask=_("Most of these studies compare people at one time. What do they show?"),
            answers=(
                Answer(
                    key="cause",
                    text=_("Meeting makes people feel nearer."),
                    why=_(
                        "It may. But those who feel near also go to meetings. A comparison cannot tell the two apart."
                    ),
                ),
                Answer(
                    key="together",
                    text=_("More contact and less distance often go together."),
                    why=_("That is what was found. What comes first, a comparison cannot say."),
                    right=True,
                ),
                Answer(
                    key="nothing",
                    text=_("Nothing at all, since there are exceptions."),
                    why=_("There are 43 exceptions in 100 pairs, and 57 the other way. That is little, not nothing."),
                ),
            ),
            hints=(_("Who goes to a wedding on the other bank: somebody near, or somebody far?"),),
        )

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The number, the towns, a question."""
        _ = self._
        asked = QuestionCard(self.question(), self.state["answer"], self._answered, _)
        line = _("A model is an argument, not evidence. Change this number and see.")
        return (html(note(line)), card(self._pairs()), card(self._towns()), card(asked.box), self._studies())

    # --- what a person does

    def _slid(self, hundredths: int) -> None:
        self.remember(hundredths=hundredths)
        self._draw_pairs()

    def _tie(self, ties: int) -> None:
        self.remember(ties=ties)
        self._draw_towns()

    def _answered(self, state: dict[str, Any]) -> None:
        self.remember(answer=state, done=self.question().solved(state))

    # --- what the screen shows

    def _pairs(self) -> ipywidgets.Widget:
        _ = self._
        self.dots, self.said = html(), html(live=True)
        ask = _("How strongly contact and nearness go together, in hundredths")
        strength = slider(ask, range(STRONGEST + 1), self.state["hundredths"], _, self._slid)
        told = _("Take two people. One has met people of the other side more often. Does that one feel nearer to them?")
        self._draw_pairs()
        return side_by_side(self.dots, ipywidgets.VBox([html(f"<p>{escape(told)}</p>"), strength, self.said]))

    def _draw_pairs(self) -> None:
        _ = self._
        follows = expected(Assumption(correlation=self._r))
        n = round(follows.nearer_of_100)
        self.dots.value = hundred_pairs(n, _, title=_("A hundred pairs of people"), key="pairs")
        told = _("Assumed: {r}. Then in {n} of 100 pairs the one with more contact feels nearer.",
                 r=_.number(self._r, decimals=2), n=n)  # fmt: skip
        rest = _("Of all differences between people, about {n} of 100 parts go along with contact.",
                 n=round(100 * follows.shared_variance))  # fmt: skip
        found = ""
        if self.state["hundredths"] == _found():
            found = _("This is the mean that 515 studies found.")
        elif not self.state["hundredths"]:
            found = _("At nought contact says nothing: half of the pairs, as with a coin.")
        self.said.value = note(" ".join(part for part in (told, found, rest) if part))

    def _towns(self) -> ipywidgets.Widget:
        _ = self._
        self.map, self.lines = html(), html(live=True)
        options = [(_.number(ties), ties) for ties in TIES]
        ask = _("How many people know somebody in the other town?")
        which = choice(ask, options, self.state["ties"], self._tie, row=True)
        self._draw_towns()
        return side_by_side(self.map, ipywidgets.VBox([which, self.lines]))

    def _draw_towns(self) -> None:
        _, ties = self._, self.state["ties"]
        graph, towns = two_towns(TOWN, ties, rng=np.random.default_rng(SEED))
        names = {"mill": _("Mill"), "willow": _("Willow")}
        stays = side_assortativity(graph, towns) or 0.0
        told = _("{n} of {total} lines lead to the other town.", n=ties, total=graph.number_of_edges())
        self.map.value = towns_picture(
            graph, towns, names, _, title=_("Two towns of fifteen people"), description=told, key="towns"
        )  # fmt: skip
        index = _("How much lines stay at home: {index}. At 1 all do.", index=_.number(stays, decimals=2))
        plain = _(
            "This is counted from the lines that were put in. That they change feelings is assumed, not found here."
        )
        self.lines.value = f"<p>{escape(told)} {escape(index)}</p>{note(plain)}"

    def _studies(self) -> ipywidgets.Widget:
        _ = self._
        found = [
            _("515 studies, all together: the mean correlation of contact and prejudice is {r}.",
              r=_.number(MEAN_CORRELATION, decimals=2)),
            _("In 94 of 100 of them more contact went along with less prejudice. Most compare, few experiment."),
            _("Only 27 studies sent people to meetings by lot and asked again later."),
            _("These point the same way, and are weaker where origin was the matter."),
            _("None of the 27 was about adults and prejudice of origin. So we are modest."),
        ]  # fmt: skip
        sources = (
            "<li><a href='https://doi.org/10.1037/0022-3514.90.5.751'>Pettigrew, Tropp (2006)</a></li>"
            "<li><a href='https://doi.org/10.1017/bpp.2018.25'>Paluck, Green, Green (2019)</a></li>"
        )
        items = "".join(f"<li>{escape(one)}</li>" for one in found)
        summary = escape(_("What studies found, and where"))
        return html(f"<details open><summary>{summary}</summary><ul>{items}{sources}</ul></details>")


def _found() -> int:
    """The mean of the studies, in hundredths below nought."""
    return round(-100 * MEAN_CORRELATION)
