"""One's own strengths as tasks, one task that is avoided, and one reaction to stress with what helps then."""

from collections.abc import Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.leading.strengths import StressWord, help_checks, stress_words, team_tasks
from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.chips import Chips
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, some_of, whole
from dastarkhan.lessons.staged import Staged

MOST_LIKED = 3
LAST = 3


class OwnTasks(Staged):
    """Three tasks that one likes, one that one avoids, one reaction to stress; all of it stays with the person."""

    key = "self"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you bring to a team?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 8

    def summary(self) -> str:
        """One line in words."""
        return self._.n("{n} strength is named.", "{n} strengths are named.", len(self.state["liked"]))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Think of the last thing that you did with others. What did you do without being asked?"),
            pair=_("Tell each other one strength that you have seen in the other. Stress stays private."),
            room=_("Point at one wall for each task that is read aloud: like it, or leave it. Nobody explains."),
            call=_("Write one strength into the chat. What helps you under stress stays with you."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved choices and words, without tasks and reactions that are not known."""
        known = [one.key for one in team_tasks(self._)]
        stress = [one.key for one in stress_words(self._)]
        liked = some_of(saved.get("liked"), known)[:MOST_LIKED]
        return {
            "at": whole(saved.get("at"), 0, LAST),
            "liked": liked,
            "avoided": one_of(saved.get("avoided"), [one for one in known if one not in liked]),
            "stress": one_of(saved.get("stress"), stress),
            "helps": clean_reflection(saved.get("helps"), len(help_checks(self._))),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What helps the person then."""
        _ = lesson.words
        return own_words(_("What helps me then, and what may others say to me?"), state.get("helps"))

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at >= LAST)
        self.show()

    def _like(self, liked: list[str]) -> None:
        avoided = self.state["avoided"]
        self.remember(liked=liked, avoided=None if avoided in liked else avoided)

    def _avoid(self, key: str) -> None:
        self.remember(avoided=key)
        self.told.value = self._small_step()

    def _react(self, key: str) -> None:
        self.remember(stress=key)
        self.told.value = self._wants()

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        screens = (self._liked, self._avoided, self._stress, self._all)
        self.told = html(live=True)
        self.stage.children = (card(*screens[self.state["at"]]()),)

    def _steps(self, at: int) -> ipywidgets.HBox:
        _ = self._
        steps = [button(_("Go on"), lambda: self._go(at + 1))]
        if at:
            steps.append(button(_("Back"), lambda: self._go(at - 1), css="dk-quiet"))
        return buttons(*steps)

    def _liked(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("These are tasks, not kinds of people. You can take another one next week.")
        ask = _("What do you like to do in a team? Choose up to three.")
        words = {one.key: one.name for one in team_tasks(_)}
        chips = Chips(words, self.state["liked"], self._like, most=MOST_LIKED)
        return (html(f"<p><b>{escape(ask)}</b></p><p class='dk-small'>{escape(told)}</p>"), chips.box, self._steps(0))

    def _avoided(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        options = [(one.name, one.key) for one in team_tasks(_) if one.key not in self.state["liked"]]
        asked = choice(_("Which one do you rather leave to others?"), options, self.state["avoided"], self._avoid)
        self.told.value = self._small_step()
        return (asked, self.told, self._steps(1))

    def _small_step(self) -> str:
        found = next((one for one in team_tasks(self._) if one.key == self.state["avoided"]), None)
        if found is None:
            return ""
        opening = self._("Leaving it to somebody who likes it is fine. Or a small piece of it:")
        return note(found.small, strong=opening)

    def _stress(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        options = [(one.name, one.key) for one in stress_words(_)]
        told = escape(_("Everybody has one. Nobody sees what you choose here, and no word of it is a fault."))
        asked = choice(_("When it gets too much, what do you do first?"), options, self.state["stress"], self._react)
        self.told.value = self._wants()
        words = reflection(
            _("What helps me then, and what may others say to me?"),
            help_checks(_),
            self.state["helps"],
            lambda new: self.remember(helps=new),
        )
        return (html(f"<p class='dk-small'>{told}</p>"), asked, self.told, words, self._steps(2))

    def _reaction(self) -> StressWord | None:
        return next((one for one in stress_words(self._) if one.key == self.state["stress"]), None)

    def _wants(self) -> str:
        found, _ = self._reaction(), self._
        if found is None:
            return ""
        ideas = escape(_("Some people have found this helpful: {ideas}", ideas=found.ideas))
        return f"{note(found.wants)}<p>{ideas}</p>"

    def _all(self) -> tuple[ipywidgets.Widget, ...]:
        _, known = self._, {one.key: one for one in team_tasks(self._)}
        given = "".join(
            f"<li><b>{escape(known[key].name)}</b>. {escape(known[key].gives)}</li>" for key in self.state["liked"]
        )
        parts = [f"<p>{escape(_('This you bring to a team:'))}</p><ul>{given}</ul>"] if given else []
        if self.state["avoided"]:
            left = escape(known[self.state["avoided"]].name)
            parts.append(f"<p>{escape(_('Look for somebody who likes this:'))} <b>{left}</b></p>")
        reaction = self._reaction()
        if reaction:
            parts.append(f"<p>{escape(_('A sign that it gets too much:'))} <b>{escape(reaction.name)}</b></p>")
        told = note(_("A team needs most of the fourteen tasks, and nobody likes all. That is why it is a team."))
        again = button(_("Look once more"), lambda: self._go(0), css="dk-quiet")
        return (html("".join(parts) + told), again)
