"""The host of a story circle: a prompt a round, a quiet clock, a way to rest. What is said is written nowhere."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.story_circle.circle import (
    Rung,
    circle_rules,
    flashback_begins,
    flashback_examples,
    hard_moments,
    rungs,
)
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.lessons.staged import Staged
from dastarkhan.lessons.story_circle.clock import Clock
from dastarkhan.lessons.story_circle.make_circles import IDEAL, LARGEST, SMALLEST, MakeCircles, clean_room

FLASHBACK_SECONDS = 15
STORIES = (1, 2)
MOST_ROUNDS = 4


class StoryCircle(Staged):
    """Knows the round and how many voices it had; never who told, who passed, or what.

    A voice that passes is a tap like every other.
    """

    key = "circle"

    def __init__(self, lesson: Any) -> None:
        self.clock = Clock()
        super().__init__(lesson)

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Can we listen, and say nothing?")

    def minutes(self) -> int:
        """How long it takes a circle of five with two stories, with the time to sit down."""
        return 43

    def summary(self) -> str:
        """One line in words."""
        return self._("A story circle is hosted here. What is said in it is written nowhere.")

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("A circle needs at least four people. Go on to part 5, and come back when you are four."),
            pair=_("Tell each other one story, three minutes each. Then one flashback each. It is less than a circle."),
            room=_("One device for each circle, in the middle. All other phones lie face down. Helpers sit outside."),
            call=_("Small rooms of five. One reads the prompts and taps. Cameras as each likes, and no recording."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place; nothing of what was said is ever there."""
        size = whole(saved.get("size"), SMALLEST, LARGEST) if saved.get("size") else IDEAL
        return {
            "size": size,
            "stories": one_of(saved.get("stories"), STORIES, STORIES[-1]),
            "at": whole(saved.get("at"), 0, MOST_ROUNDS + 1),
            "voice": whole(saved.get("voice"), 0, size - 1),
            "forming": saved.get("forming") is True,
            "room": clean_room(saved.get("room")),
        }

    def rounds(self) -> tuple[Rung, ...]:
        """The ladder: a name, one or two stories, and a flashback for everybody."""
        _ = self._
        yes, no = flashback_examples(_)
        last = Rung(
            key="flashback",
            name=_("Flashbacks"),
            prompt=_("Everybody gives this person one flashback: {words}", words=flashback_begins(_)),
            also=f"{yes} {no}",
            seconds=FLASHBACK_SECONDS * (self.state["size"] - 1),
        )
        return (*rungs(_)[: 1 + self.state["stories"]], last)

    def length(self) -> int:
        """Minutes that all rounds take, when everybody uses their time."""
        size: int = self.state["size"]
        return -(-sum(one.seconds for one in self.rounds()) * size // 60)

    def body(self) -> Sequence[ipywidgets.Widget]:
        """Sit down, the rounds, and a thank you."""
        self.resting = False
        self.clock.clear()
        return super().body()

    # --- what a person does

    def _set(self, name: str, value: int) -> None:
        self.state[name] = value
        self.remember()
        self.told.value = self._length_told()

    def _form(self, forming: bool) -> None:
        self.remember(forming=forming)
        self.show()

    def _go(self, at: int) -> None:
        self.clock.clear()
        self.resting = False
        self.remember(at=at, voice=0, done=at > len(self.rounds()))
        self.show()

    def _next(self) -> None:
        """Another voice, or the next round: the same tap for whoever told and whoever passed."""
        if self.state["voice"] + 1 >= self.state["size"]:
            self._go(self.state["at"] + 1)
            return
        self.clock.clear()
        self.remember(voice=self.state["voice"] + 1)
        self.show()

    def _back(self) -> None:
        voice = self.state["voice"]
        if not voice:
            self._go(self.state["at"] - 1)
            return
        self.clock.clear()
        self.remember(voice=voice - 1)
        self.show()

    def _begin(self) -> None:
        self.clock.start()
        self.show()

    def _rest(self) -> None:
        self.clock.stop()
        self.resting = True
        self.show()

    def _on(self) -> None:
        self.resting = False
        if self.clock.begun:
            self.clock.start()
        self.show()

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        at, rounds = self.state["at"], self.rounds()
        if self.state["forming"]:
            shown = self._forming()
        elif not at:
            shown = self._sit_down()
        elif at > len(rounds):
            shown = self._thanks()
        else:
            shown = self._resting() if self.resting else self._voice(rounds[at - 1], at, len(rounds))
        self.stage.children = (card(*shown),)

    def _forming(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        made = MakeCircles(self.state["room"], lambda room: self.remember(room=room), _)
        back = buttons(button(_("Back to the circle"), lambda: self._form(False), css="dk-quiet"))
        return (html(f"<h3>{escape(_('Circles for a whole room'))}</h3>"), made.box, back)

    def _sit_down(self) -> tuple[ipywidgets.Widget, ...]:
        _, state = self._, self.state
        listed = "".join(f"<li>{escape(rule)}</li>" for rule in circle_rules(_))
        head = html(f"<h3>{escape(_('Before you begin'))}</h3><ul>{listed}</ul>")
        helper = _("Who is the helper today, and where does this person sit? Let everybody look there once.")
        sizes = [(_.number(n), n) for n in range(SMALLEST, LARGEST + 1)]
        size = choice(_("How many sit in your circle?"), sizes, state["size"], lambda n: self._set("size", n), row=True)
        many = [(_("One"), 1), (_("Two"), 2)]
        stories = choice(
            _("How many stories does everybody tell?"),
            many,
            state["stories"],
            lambda n: self._set("stories", n),
            row=True,
        )
        self.told = html(self._length_told(), live=True)
        steps = buttons(
            button(_("We are ready"), lambda: self._go(1)),
            button(_("For trainers: circles for a whole room"), lambda: self._form(True), css="dk-quiet"),
        )
        return (head, html(note(helper)), size, stories, self.told, steps)

    def _length_told(self) -> str:
        _ = self._
        told = _.n("About {n} minute, without haste.", "About {n} minutes, without haste.", self.length())
        return f"<p>{escape(told)}</p>"

    def _voice(self, one: Rung, at: int, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        place = _("Round {n} of {total}: {name}", n=at, total=total, name=one.name)
        n, size = self.state["voice"] + 1, self.state["size"]
        for_whom = one.key == "flashback"
        voice = (
            _("For person {n} of {total}", n=n, total=size) if for_whom else _("Voice {n} of {total}", n=n, total=size)
        )
        head = html(
            f"<p class='dk-small'>{escape(place)}</p><p class='dk-scene'>{escape(one.prompt)}</p>"
            f"<p class='dk-small'>{escape(one.also)}</p><p><b>{escape(voice)}</b> · {escape(self._long(one))}</p>"
        )
        bar = html(self.clock.drawn(one.seconds, _))
        on = button(self._onward(n >= size, for_whom), self._next, css=self._second())
        steps = [on] if self.clock.running else [button(_("Begin"), self._begin), on]
        rest = button(_("Rest"), self._rest, css="dk-quiet")
        back = button(_("Back"), self._back, css="dk-quiet")
        free = _("Whoever is ready begins. To pass, tap on. Anybody may tap “Rest”, at any time.")
        return (head, bar, buttons(*steps, rest, back), html(f"<p class='dk-small'>{escape(free)}</p>"))

    def _onward(self, last: bool, for_whom: bool) -> str:
        _ = self._
        if last:
            return _("To the end") if for_whom else _("Next round")
        return _("Next person") if for_whom else _("Next voice")

    def _second(self) -> str:
        return "dk-primary" if self.clock.running else "dk-quiet"

    def _long(self, one: Rung) -> str:
        _ = self._
        if one.key == "flashback":
            return _("{n} seconds from each of the others", n=FLASHBACK_SECONDS)
        return _.n("{n} minute", "{n} minutes", one.seconds // 60)

    def _resting(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("The circle rests. Nobody has to say why. Breathe, drink something, look out of the window.")
        items = "".join(f"<p><b>{escape(one.name)}.</b> {escape(one.do)}</p>" for one in hard_moments(_))
        summary = escape(_("For the host: hard moments"))
        steps = buttons(
            button(_("Go on"), self._on),
            button(_("End here, all together"), lambda: self._go(len(self.rounds()) + 1), css="dk-quiet"),
        )
        return (html(note(told)), html(f"<details><summary>{summary}</summary>{items}</details>"), steps)

    def _thanks(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = (
            _("Thank you. Stay silent for three breaths, and look once around the circle."),
            _("The stories stay here. Whoever told one decides alone whether it travels."),
            _("If something is still with you, the helper has time now."),
        )
        again = button(_("Begin a new circle"), lambda: self._go(0), css="dk-quiet")
        return (html("".join(f"<p>{escape(one)}</p>" for one in told)), buttons(again))
