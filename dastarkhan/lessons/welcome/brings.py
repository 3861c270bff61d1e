"""What people bring to the cloth: each adds up to three things, and the cloth fills."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.welcome import gifts
from dastarkhan.lessons.activity import Activity, button, buttons, card, html, side_by_side
from dastarkhan.lessons.chips import Chips
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import some_of
from dastarkhan.pictures import cloth_picture

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

MOST_THINGS, MOST_PEOPLE = 3, 60


class Brings(Activity):
    """One person after the other lays something on the cloth; nobody's name stands at it."""

    key = "brings"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you bring to the cloth?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 3

    def summary(self) -> str:
        """One line in words."""
        return self._.n(
            "{n} person has brought something.", "{n} people have brought something.", len(self.state["cloth"])
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved cloth without things that are not known."""
        known, cloth = gifts(self._), saved.get("cloth")
        each = [some_of(one, known)[:MOST_THINGS] for one in cloth] if isinstance(cloth, list) else []
        return {
            "cloth": [one for one in each if one][:MOST_PEOPLE],
            "hand": some_of(saved.get("hand"), known)[:MOST_THINGS],
            "own": clean_reflection(saved.get("own"), 0),
        }

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What the person needs today."""
        _ = lesson.words
        return own_words(_("What do you need from others, to be well here?"), state.get("own"))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Lay down what you bring. Then think of two people you know, and lay down theirs."),
            pair=_("Guess what the other brings before they choose."),
            room=_(
                "The screen goes round. In a large room, raise hands for each thing and name two that surprise you."
            ),
            call=_("Write one thing into the chat. The host lays them on the cloth."),
        )

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The cloth, and beside it what can be laid on it."""
        _ = self._
        self.picture, self.told = html(), html(live=True)
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        own = reflection(
            _("What do you need from others, to be well here?"),
            (),
            self.state["own"],
            lambda new: self.remember(own=new),
        )
        self._show()
        return (card(side_by_side(self.picture, self.stage)), own)

    # --- what a person does

    def _take(self, hand: list[str]) -> None:
        self.remember(hand=hand)

    def _lay_down(self) -> None:
        if not self.state["hand"]:
            self.told.value = note(self._("Choose one thing first, or let the next person begin."))
            return
        if len(self.state["cloth"]) < MOST_PEOPLE:
            self.remember(done=True, cloth=[*self.state["cloth"], self.state["hand"]], hand=[])
        self._show()

    def _take_back(self) -> None:
        cloth = self.state["cloth"]
        self.remember(cloth=cloth[:-1], hand=cloth[-1] if cloth else [])
        self._show()

    # --- what the screen shows

    def _show(self) -> None:
        _, words = self._, gifts(self._)
        many = Counter(thing for one in self.state["cloth"] for thing in one)
        brought = {words[key]: many[key] for key in words if many[key]}
        self.picture.value = cloth_picture(brought, _, title=_("What lies on our cloth"), key="cloth")
        self.told.value = note(self._count(many)) if many else ""
        ask = html(f"<p><b>{escape(_('Take up to three things. The next person does the same.'))}</b></p>")
        chips = Chips(words, self.state["hand"], self._take, most=MOST_THINGS)
        steps = [button(_("Lay it on the cloth"), self._lay_down)]
        if self.state["cloth"]:
            steps.append(button(_("Take the last one back"), self._take_back, css="dk-quiet"))
        self.stage.children = (ask, chips.box, buttons(*steps), self.told)

    def _count(self, many: Counter[str]) -> str:
        _, people = self._, len(self.state["cloth"])
        missing = len(gifts(_)) - len(many)
        laid = _.n("{n} person has laid something down.", "{n} people have laid something down.", people)
        rest = _.n("{n} thing is still missing.", "{n} things are still missing.", missing) if missing else ""
        return f"{laid} {rest}".strip()
