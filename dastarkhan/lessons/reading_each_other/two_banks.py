"""One moment, three readings, two people who tell how it was: none of them is the right one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.reading_each_other.moment_pieces import Moment, Voice, reading_kinds
from dastarkhan.content.reading_each_other.moments import moments
from dastarkhan.lessons.activity import button, html
from dastarkhan.lessons.choosing import Choosing
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import some_of
from dastarkhan.pictures.chairs_picture import chair_picture

ENOUGH = 2
"""From this moment on the rest can be passed."""


class TwoBanks(Choosing[Moment]):
    """Which reading comes first, where two others may be found, and then both chairs."""

    key = "readings"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What else could it have been?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 12

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["heard"])
        return self._("{n} of {total} moments are heard from both banks.", n=n, total=len(self.each()))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Find a second reading yourself, aloud, before you hear the two."),
            pair=_("Each reads one of the two aloud, on a chair of their own. Then change chairs, and read again."),
            room=_("Each table takes three moments. Two chairs stand in front; whoever likes reads from one."),
            call=_("Write the reading that comes first into the chat. Then two people read both banks aloud."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, readings and words that this version knows; only a moment that was read can be heard."""
        kept = super().clean(saved)
        return {
            **kept,
            "heard": some_of(saved.get("heard"), kept["chosen"]),
            "own": clean_reflection(saved.get("own"), 0),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What the person wrote about their quick reading."""
        _ = lesson.words
        return own_words(_("Which reading is quick in me, and what helps me to find a second one?"), state.get("own"))

    def each(self) -> Sequence[Moment]:
        """Sixteen moments."""
        return moments(self._)

    def options(self, one: Moment) -> Sequence[tuple[str, str]]:
        """Three readings; which kind stands first changes, so that the place says nothing."""
        first = [moment.key for moment in self.each()].index(one.key) % len(one.readings)
        turned = (*one.readings[first:], *one.readings[:first])
        return [(reading.text, reading.kind) for reading in turned]

    def head(self, one: Moment, at: int, total: int) -> str:
        """What a camera would have shown, and who wonders."""
        _ = self._
        place = escape(_("Moment {n} of {total}", n=at + 1, total=total))
        wonders = escape(_("Your chair: {person}.", person=_.isolate(self._reader(one).who)))
        return (
            f"<p class='dk-small'>{place}</p><h3>{escape(one.title)}</h3>"
            f"<p class='dk-scene'>{escape(one.text)}</p><p>{wonders}</p>"
        )

    def ask(self) -> str:
        """What is asked of each moment."""
        return self._("Which reading would come to you first?")

    def answer(self, one: Moment, key: str) -> str:
        """Where this reading looks, where the two others look; and both voices, once they were asked for."""
        _, kinds = self._, {kind.key: kind for kind in reading_kinds(self._)}
        mine = kinds[key]
        first = note(f"{mine.says}.", strong=f"{mine.name}:")
        others = [reading for reading in one.readings if reading.kind != key]
        items = "".join(f"<li><b>{escape(kinds[each.kind].name)}:</b> {escape(each.text)}</li>" for each in others)
        more = escape(_("Two others fit into the same moment. There may be more; which one do you find?"))
        return f"{first}<p>{more}</p><ul>{items}</ul>{self._both(one) if one.key in self.state['heard'] else ''}"

    # --- what a person does

    def _choose(self, one: Moment, key: str) -> None:
        super()._choose(one, key)
        self.hear.layout.display = "none" if one.key in self.state["heard"] else None

    def _hear(self, one: Moment) -> None:
        self.remember(heard=[*self.state["heard"], one.key])
        self.reason.value = self.answer(one, self.state["chosen"][one.key])
        self.hear.layout.display = "none"

    # --- what the screen shows

    def _reader(self, one: Moment) -> Voice:
        return one.mill if one.reader == "mill" else one.willow

    def _scene(self, one: Moment, at: int, total: int) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        *shown, steps = super()._scene(one, at, total)
        self.hear = button(_("Hear both banks"), lambda: self._hear(one), css="dk-primary")
        waits = one.key in self.state["chosen"] and one.key not in self.state["heard"]
        self.hear.layout.display = None if waits else "none"
        if at + 1 >= ENOUGH:
            over = button(_("Short of time: on to my own words"), lambda: self.go(total), css="dk-quiet")
            steps.children = (*steps.children, over)
        return (*shown, self.hear, steps, self._to_another(at))

    def _to_another(self, at: int) -> ipywidgets.Widget:
        """A list of all moments: a table takes those that it likes, and leaves out what is too near."""
        _ = self._
        titles = [(_("{n}. {title}", n=n, title=one.title), n - 1) for n, one in enumerate(self.each(), start=1)]
        listed = ipywidgets.Dropdown(options=titles, value=at, description=_("Or go to another moment:"))
        listed.observe(lambda change: self.go(change["new"]), names="value")
        return listed

    def _both(self, one: Moment) -> str:
        sides = ("mill", "willow") if one.reader == "mill" else ("willow", "mill")
        told = "".join(self._on_the_chair(one, side) for side in sides)
        ask = note(one.ask, strong=self._("One could ask:"))
        return f"<div class='dk-panels' style='margin-block:1rem'>{told}</div>{ask}"

    def _on_the_chair(self, one: Moment, side: str) -> str:
        _, voice = self._, one.mill if side == "mill" else one.willow
        ground = "river-soft" if side == "mill" else "apricot-soft"
        drawn = chair_picture(_, is_round=side == "mill", title=voice.who, key=f"chair-{one.key}-{side}")
        return (
            "<div style='display:flex;gap:.8rem;align-items:flex-end'>"
            f"<div style='flex:0 0 56px'>{drawn}</div><div style='flex:1'><p><b>{escape(voice.who)}</b></p>"
            f"<p class='dk-voice' style='background:var(--{ground})'>{escape(voice.says)}</p></div></div>"
        )

    def ending(self, screen: int, total: int) -> Sequence[ipywidgets.Widget]:
        """Which reading is quick in this person; then words of their own."""
        _ = self._
        told = note(_("No reading is a mistake. It is only one of several, until somebody asks."))
        head = html(f"{self._quick()}{told}")
        asked = _("Which reading is quick in me, and what helps me to find a second one?")
        words = reflection(asked, (), self.state["own"], lambda new: self.remember(own=new))
        return (head, words, button(_("Look once more"), lambda: self.go(0), css="dk-quiet"))

    def _quick(self) -> str:
        """How often each place to look came first; told to this person alone, and compared with nobody."""
        _, came = self._, Counter(self.state["chosen"].values())
        if not came:
            return ""
        told = escape(_.n("In {n} moment this came first:", "In {n} moments this came first:", came.total()))
        rows = "".join(
            f"<li><b>{escape(kind.name)}:</b> {escape(_.n('{n} time', '{n} times', came[kind.key]))}</li>"
            for kind in reading_kinds(_)
        )
        return f"<p>{told}</p><ul>{rows}</ul>"
