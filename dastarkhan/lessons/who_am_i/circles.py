"""Own circles: a list that only its writer sees, and then what of it may be laid open."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.who_am_i import Prompt, identities, prompts
from dastarkhan.lessons.activity import Activity, button, buttons, card, html
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import part, some_of, whole
from dastarkhan.lessons.who_am_i.topic_chips import TopicChips

ENOUGH, MOST_SHARED, MOST_LETTERS = 6, 6, 200
STEPS = 2


class Circles(Activity):
    """Who one is, for oneself; then a few small things that others may know.

    The list is no part of the journal: it was promised that only its writer sees it.
    """

    key = "circles"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who am I, apart from my name?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 8

    def summary(self) -> str:
        """One line in words."""
        return self._.n("{n} circle is named.", "{n} circles are named.", self._named())

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved list without prompts and things that are not known."""
        own, keys = part(saved.get("own")), [one.key for one in prompts(self._)]
        return {
            "step": whole(saved.get("step"), 0, STEPS),
            "own": {key: own[key][:MOST_LETTERS] for key in keys if isinstance(own.get(key), str)},
            "shared": some_of(saved.get("shared"), identities(self._))[:MOST_SHARED],
        }

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Take your time. If a circle stays empty, think of who would miss you there."),
            pair=_("Each writes alone. Then tell each other only what you have chosen to lay open."),
            room=_("Everybody writes on paper and keeps it. Nobody collects, and nobody reads over a shoulder."),
            call=_("Cameras and microphones off for five minutes. Write for yourself, and say nothing yet."),
        )

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The list, then what is laid open."""
        self.stage, self.told = ipywidgets.VBox(), html(live=True)
        self.stage.add_class("dk-hands-over")
        self._show()
        return (self.stage,)

    # --- what a person does

    def _write(self, one: Prompt, text: str) -> None:
        self.remember(own={**self.state["own"], one.key: text[:MOST_LETTERS]})
        self.told.value = self._count()

    def _go(self, step: int) -> None:
        self.remember(step=step, done=step >= STEPS)
        self._show()

    # --- what the screen shows

    def _named(self) -> int:
        return sum(bool(text.strip()) for text in self.state["own"].values())

    def _count(self) -> str:
        _, named = self._, self._named()
        if named >= ENOUGH:
            return note(_.n("{n} circle, and one person.", "{n} circles, and one person in all of them.", named))
        told = _("{n} of {total} circles have a word. Six are plenty.", n=named, total=len(prompts(_)))
        return f"<p class='dk-small'>{escape(told)}</p>"

    def _show(self) -> None:
        shown = (self._list, self._lay_open, self._end)[self.state["step"]]
        self.stage.children = (card(*shown()),)

    def _list(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("This list is only for you. It stays in your own file, and is not in the journal.")
        self.told.value = self._count()
        fields = [self._field(one) for one in prompts(_)]
        return (html(note(told)), *fields, self.told, buttons(button(_("Go on"), lambda: self._go(1))))

    def _field(self, one: Prompt) -> ipywidgets.Widget:
        _ = self._
        field = ipywidgets.Textarea(
            value=self.state["own"].get(one.key, ""), description=one.ask, rows=2, continuous_update=False,
            placeholder=_("for example: {example}", example=one.example),
        )  # fmt: skip
        field.add_class("dk-own-words")
        field.observe(lambda change: self._write(one, change["new"]), names="value")
        return field

    def _lay_open(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        ask = _("Here are small things of daily life. Which of yours may the others know?")
        chips = TopicChips(
            ask, self.state["shared"], lambda new: self.remember(shared=new), _, most=MOST_SHARED
        )  # fmt: skip
        free = _("Three or four are enough. What you leave out needs no reason.")
        back = button(_("Back"), lambda: self._go(0), css="dk-quiet")
        return (chips.box, html(note(free)), buttons(button(_("Go on"), lambda: self._go(STEPS)), back))

    def _end(self) -> tuple[ipywidgets.Widget, ...]:
        _, names = self._, identities(self._)
        listed = [names[key] for key in self.state["shared"]]
        told = _("You take this to the web: {things}.", things=_.listed(listed)) if listed else ""
        rest = _("Nobody is only one of these. Which one you show first depends on who sits opposite.")
        back = button(_("Change the list"), lambda: self._go(0), css="dk-quiet")
        return (html(f"<p>{escape(told)}</p>" if told else ""), html(note(rest)), buttons(back))
