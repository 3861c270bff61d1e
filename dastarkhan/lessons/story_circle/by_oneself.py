"""For somebody who is alone: a story to listen to, to imagine, to write. Weaker than a circle, and it says so."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.story_circle.by_oneself import flashback_checks, imagine_steps, own_asks, steps, story, weaker
from dastarkhan.lessons.activity import button, buttons, card, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, whole
from dastarkhan.lessons.staged import Staged

STEPS = 4
PARTS = ("flashback", "met", "guest", "different")


class ByOneself(Staged):
    """A story to listen to, a meeting to imagine, a story to write."""

    key = "by_oneself"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("And if you are alone?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 20

    def summary(self) -> str:
        """One line in words."""
        return self._("Step {n} of {total}", n=min(self.state["at"] + 1, STEPS), total=STEPS)

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Take twenty quiet minutes. Read the story aloud, slowly, as if somebody told it to you."),
            pair=_("One reads the story, the other only listens and gives the flashback. Then tell each other one."),
            room=_("For whoever came late or does not want to sit in a circle. No reason is needed."),
            call=_("One reads aloud, cameras as you like. Then everybody is quiet for two minutes."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place and words that this version knows."""
        words = part(saved.get("own"))
        ticks = {"flashback": len(flashback_checks(self._))}
        return {
            "at": whole(saved.get("at"), 0, STEPS - 1),
            "own": {key: clean_reflection(words[key], ticks.get(key, 0)) for key in PARTS if key in words},
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The flashback, the detail that was imagined, and the stories."""
        words, asked = part(state.get("own")), own_asks(lesson.words)
        return tuple(one for key in PARTS for one in own_words(asked[key], words.get(key), key))

    def body(self) -> Sequence[ipywidgets.Widget]:
        """One step."""
        return (html(note(weaker(self._))), *super().body())

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= STEPS - 1)
        self.show()

    def _keeper(self, key: str) -> Any:
        def keep(state: Mapping[str, object]) -> None:
            self.remember(own={**self.state["own"], key: dict(state)})

        return keep

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        at = self.state["at"]
        self.stage.children = (card(*(self._listen, self._imagine, self._write, self._end)[at]()),)

    def _steps(self, at: int) -> ipywidgets.Widget:
        _ = self._
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return buttons(*steps)

    def _head(self, at: int, key: str) -> str:
        name, told = steps(self._)[key]
        place = escape(self._("Step {n} of {total}", n=at + 1, total=STEPS - 1))
        return f"<p class='dk-small'>{place}</p><h3>{escape(name)}</h3><p>{escape(told)}</p>"

    def _field(self, key: str, checks: Sequence[str] = ()) -> ipywidgets.Widget:
        return reflection(own_asks(self._)[key], checks, self.state["own"].get(key, {}), self._keeper(key))

    def _listen(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        paragraphs = "".join(f"<p>{escape(one)}</p>" for one in story(_))
        head = html(f"{self._head(0, 'listen')}<div class='dk-slip'>{paragraphs}</div>")
        return (head, self._field("flashback", flashback_checks(_)), self._steps(0))

    def _imagine(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        listed = "".join(f"<li>{escape(one)}</li>" for one in imagine_steps(_))
        head = html(f"{self._head(1, 'imagine')}<ol>{listed}</ol>")
        return (head, self._field("met"), self._steps(1))

    def _write(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        kept = _("What you write stays in your own file, and stands in your journal. You can leave it out there.")
        head = html(f"{self._head(2, 'tell')}<p class='dk-small'>{escape(kept)}</p>")
        return (head, self._field("guest"), self._field("different"), self._steps(2))

    def _end(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        weaker = note(
            _("You have practised alone. Nobody has listened to you yet, and that is the heart of it.")
            + " "
            + _("When you can, find four people and an hour.")
        )
        summary = escape(_("What is known about imagined meetings"))
        known = (
            _("Over seventy studies asked people to imagine a good meeting with somebody of another group."),
            _("Taken together they find a small to medium effect: 0.35 standard deviations."),
            _("It was stronger when the scene had more detail. One study was done again, and did not find it."),
            _("That is disputed. Meeting people is still another thing than imagining it."),
        )
        listed = "".join(f"<li>{escape(one)}</li>" for one in known)
        source = "<li><a href='https://doi.org/10.1177/1368430213510573'>Miles, Crisp (2014)</a></li>"
        facts = f"<details><summary>{summary}</summary><ul>{listed}{source}</ul></details>"
        back = buttons(button(_("Look at the steps again"), lambda: self._go(0), css="dk-quiet"))
        return (html(weaker + facts), back)
