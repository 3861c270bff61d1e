"""The group's agreement, in its own words: five moments, one sentence each, all of them together at the end."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.welcome import Promise, promise_checks, promises
from dastarkhan.lessons.activity import button, buttons, card, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, some_of, whole
from dastarkhan.lessons.staged import Staged

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson


class Agreement(Staged):
    """Nobody hands the group a list of rules: it writes its own, and puts the most important first."""

    key = "agreement"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do we agree on, in our own words?")

    def minutes(self) -> int:
        """How long it takes a group."""
        return 12

    def summary(self) -> str:
        """One line in words."""
        written = sum(bool(one["text"].strip()) for one in self.state["written"].values())
        return self._.n("{n} promise is written.", "{n} promises are written.", written)

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved sentences and their order, without moments that are not known."""
        keys, checks = [one.key for one in promises(self._)], len(promise_checks(self._))
        written = part(saved.get("written"))
        order = some_of(saved.get("order"), keys)
        return {
            "at": whole(saved.get("at"), 0, len(keys)),
            "written": {
                key: {
                    **clean_reflection(written.get(key), checks),
                    "example": part(written.get(key)).get("example") is True,
                }
                for key in keys
            },
            "order": [*order, *(key for key in keys if key not in order)],
            "agreed": saved.get("agreed") is True,
        }

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The group's sentences, in its order."""
        named, texts = {one.key: one for one in promises(lesson.words)}, part(state.get("written"))
        order = some_of(state.get("order"), named)
        keys = [*order, *(key for key in named if key not in order)]
        return tuple(one for key in keys for one in own_words(named[key].ask, texts.get(key), key))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Write what would help you in a group. Bring it along on the first day."),
            pair=_("Take turns: one reads the moment, the other begins the sentence."),
            room=_("One moment for each table. Tables read aloud, the room changes words until all can keep it."),
            call=_("One document, one moment for each small room. Read it aloud when all are back."),
        )

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at)
        self.show()

    def _keep(self, one: Promise, state: Mapping[str, object]) -> None:
        written = self.state["written"]
        self.remember(written={**written, one.key: {**written[one.key], **state}}, agreed=False)

    def _open(self, one: Promise) -> None:
        self._keep(one, {"example": not self.state["written"][one.key]["example"]})
        self.show()

    def _raise(self, key: str) -> None:
        """Put one promise before the one above it."""
        shown = self._shown()
        place = shown.index(key)
        shown[place - 1], shown[place] = shown[place], shown[place - 1]
        empty = [one for one in self.state["order"] if one not in shown]
        self.remember(order=[*shown, *empty], agreed=False)
        self.show()

    def _agree(self) -> None:
        self.remember(done=True, agreed=True)
        self.show()

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        each, at = promises(self._), self.state["at"]
        self.stage.children = (card(*(self._moment(each[at], at) if at < len(each) else self._together())),)

    def _moment(self, one: Promise, at: int) -> tuple[ipywidgets.Widget, ...]:
        _, total = self._, len(promises(self._))
        place = escape(_("Moment {n} of {total}", n=at + 1, total=total))
        head = html(
            f"<p class='dk-small'>{place}</p><h3>{escape(one.name)}</h3>"
            f"<p class='dk-scene'>{escape(one.scene)}</p><p><b>{escape(one.ask)}</b></p>"
        )
        words = reflection(
            _("In our own words, one or two sentences:"),
            promise_checks(_),
            self.state["written"][one.key],
            lambda state: self._keep(one, state),
        )
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return (head, words, *self._example(one), buttons(*steps))

    def _example(self, one: Promise) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        if not self.state["written"][one.key]["example"]:
            return (button(_("What did another group write?"), lambda: self._open(one), css="dk-quiet"),)
        shown = f"<div class='dk-slip'><b>{escape(_('An invented group wrote:'))}</b><p>{escape(one.example)}</p></div>"
        return (html(shown), button(_("Put it away"), lambda: self._open(one), css="dk-quiet"))

    def _shown(self) -> list[str]:
        """Moments with a sentence, in the group's order."""
        return [key for key in self.state["order"] if self.state["written"][key]["text"].strip()]

    def _together(self) -> tuple[ipywidgets.Widget, ...]:
        _, named = self._, {one.key: one for one in promises(self._)}
        shown = self._shown()
        back = button(_("Write on"), lambda: self._go(0), css="dk-quiet")
        if not shown:
            told = _("Nothing is written yet. A spoken agreement is one too: say it aloud, and let all nod.")
            return (html(note(told)), buttons(button(_("We have said it aloud"), self._agree), back), self._kept())
        rows: list[ipywidgets.Widget] = [html(f"<p>{escape(_('What comes first? Move it up.'))}</p>")]
        for place, key in enumerate(shown):
            text = escape(self.state["written"][key]["text"])
            slip = html(
                f"<div class='dk-slip'><b>{_.number(place + 1)}. {escape(named[key].name)}</b>"
                f"<p class='dk-clause' dir='auto'>{text}</p></div>"
            )
            rows.append(slip)
            if place:
                rows.append(button(_("Move up"), lambda key=key: self._raise(key), css="dk-quiet"))  # type: ignore[misc]
        ready = button(_("We can all keep this today"), self._agree)
        return (*rows, buttons(ready, back), self._kept())

    def _kept(self) -> ipywidgets.HTML:
        told = self._("Agreed. Hang it where all can see it. Anybody may ask to change a word, at any time.")
        return html(note(told) if self.state["agreed"] else "", live=True)
