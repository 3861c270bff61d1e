"""Would you like to meet again? One's own answer stays unsaved; a guess about the others, and then what they said."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.who_am_i import PEOPLE, again_answers, again_ask
from dastarkhan.lessons.activity import button, buttons, card, choice, html, slider
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.lessons.staged import Staged
from dastarkhan.pictures.bowls_picture import bowls_picture
from simulations.contact.joining import SMALLEST_CELL

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

MADE, ROOM = "made", "room"
OWN, GUESS, REVEAL = 0, 1, 2
MOST_SLIPS, MIDDLE = 60, 5


class MeetAgain(Staged):
    """Guess, then see: many people think that they are less welcome than they are."""

    key = "meet_again"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Would you like to meet again?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 7

    def summary(self) -> str:
        """One line in words."""
        return self._("Guessed: {n} of 10.", n=self.state["guess"])

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved guess and count. One's own answer is in no state: it is not saved."""
        guess = saved.get("guess")
        slips = whole(saved.get("slips"), 0, MOST_SLIPS)
        yes = whole(saved.get("yes"), 0, MOST_SLIPS)
        counted = slips >= SMALLEST_CELL and yes <= slips
        return {
            "step": whole(saved.get("step"), OWN, REVEAL),
            "guess": whole(guess, 0, 10) if type(guess) is int else MIDDLE,
            "where": one_of(saved.get("where"), (MADE, ROOM)),
            "slips": slips,
            "yes": yes,
            "shown": counted and one_of(saved.get("shown"), (True, False), False),
            "own": clean_reflection(saved.get("own"), 0),
        }

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What the person would say to somebody who doubts being welcome."""
        _ = lesson.words
        return own_words(_("Somebody thinks that nobody wants them back. What do you say?"), state.get("own"))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Imagine the fourteen people of the web after a shared evening. Guess their answers."),
            pair=_("Answer each for yourself. Guess the fourteen together, and say why."),
            room=_(
                "Slips without names: yes, perhaps, or not now. A trainer counts them outside. "
                "Bowls are shown from five slips on."
            ),
            call=_("A private message to the host with one word. The host counts, and keeps no list."),
        )

    # --- what a person does

    def _go(self, step: int) -> None:
        self.remember(step=step)
        self.show()

    def _guessed(self) -> None:
        self.remember(guess=self.slider.value, step=REVEAL)
        self.show()

    def _take_where(self, where: str) -> None:
        self.remember(where=where, shown=False, done=where == MADE)
        self.show()

    def _look(self) -> None:
        slips, yes = self.slips.value, self.yes.value
        self.remember(slips=slips, yes=yes, shown=False)
        self.told.value, ready = self._first_look(slips, yes)
        self.release.disabled = not ready

    def _release(self) -> None:
        self.remember(shown=True, done=True)
        self.show()

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        shown = (self._own, self._guess, self._reveal)[self.state["step"]]
        self.stage.children = (card(*shown()),)

    def _own(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("Think of the people of today. Answer for yourself alone: this tap is not saved anywhere.")
        options = [(answer, key) for key, answer in again_answers(_).items()]
        mine = choice(again_ask(_), options, None, lambda _answer: None)
        free = _("All three answers are good ones. Nobody asks for a reason.")
        return (
            html(note(told)),
            mine,
            html(f"<p>{escape(free)}</p>"),
            buttons(button(_("Go on"), lambda: self._go(GUESS))),
        )

    def _guess(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("Now the others. Of ten people, how many will have said yes?")
        self.slider = slider(_("My guess, of 10"), range(11), self.state["guess"], _)
        back = button(_("Back"), lambda: self._go(OWN), css="dk-quiet")
        return (
            html(f"<p>{escape(told)}</p>"),
            self.slider,
            buttons(button(_("This is my guess"), self._guessed), back),
        )

    def _reveal(self) -> tuple[ipywidgets.Widget, ...]:
        _, where = self._, self.state["where"]
        options = [
            (_("I am alone: ask the fourteen people of the web"), MADE),
            (_("I am a trainer, and have counted the slips of a room"), ROOM),
        ]
        which = choice(_("Whose answers?"), options, where, self._take_where)
        again = buttons(button(_("Guess again"), lambda: self._go(GUESS), css="dk-quiet"))
        if where is None:
            return (which, again)
        if where == ROOM and not self.state["shown"]:
            return (which, *self._count(), again)
        return (which, *self._bowls(), again)

    def _count(self) -> tuple[ipywidgets.Widget, ...]:
        _, state = self._, self.state
        told = _("Only you look at this screen now. Turn it away from the room.")
        self.slips = ipywidgets.BoundedIntText(
            value=state["slips"], min=0, max=MOST_SLIPS, description=_("All slips")
        )  # fmt: skip
        self.yes = ipywidgets.BoundedIntText(value=state["yes"], min=0, max=MOST_SLIPS, description=_("Slips with yes"))
        said, ready = self._first_look(state["slips"], state["yes"]) if state["slips"] else ("", False)
        self.told = html(said, live=True)
        self.release = button(_("Show the bowls to the room"), self._release)
        self.release.disabled = not ready
        look = button(_("Look at it first"), self._look, css="dk-quiet")
        return (html(note(told)), self.slips, self.yes, buttons(look, self.release), self.told)

    def _first_look(self, slips: int, yes: int) -> tuple[str, bool]:
        """What the trainer reads before the room, and whether it may be shown."""
        _ = self._
        if slips < SMALLEST_CELL:
            return note(_("Fewer than five slips are not shown: they could point at somebody.")), False
        if yes > slips:
            return note(_("There are more yes than slips. Count once more.")), False
        tenths = _tenths(yes, slips)
        if 2 * yes < slips:
            told = _(
                "About {n} of 10. Talk first: what would make it good to meet again? You need not show it.", n=tenths
            )
            return f"<p class='dk-note-warn'>{escape(told)}</p>", True
        return note(
            _("About {n} of 10. It is rounded, so that it points at nobody. Show it when you like.", n=tenths)
        ), True

    def _bowls(self) -> tuple[ipywidgets.Widget, ...]:
        _, state = self._, self.state
        made = state["where"] == MADE
        yes, all_of_them = made_answers() if made else (state["yes"], state["slips"])
        real = _tenths(yes, all_of_them)
        rows = [(_("My guess"), state["guess"]), (_("They said yes"), real)]
        if not made:
            rows = [(_("The room said yes"), real)]  # the trainer's own guess is nobody's business
        picture = bowls_picture(rows, _, title=_("Bowls for those who said yes"), key="again")
        said = (
            self._gap(state["guess"], real) if made else _("Was your guess lower, near or higher? Keep it to yourself.")
        )
        return (html(picture), html(note(said), live=True), *self._means(made), self._own_words())

    def _gap(self, guess: int, real: int) -> str:
        _ = self._
        if guess < real - 1:
            return _("You guessed lower than they said. Many people do: being welcome is hard to see from inside.")
        if guess > real + 1:
            return _("You guessed higher than they said. Some need more time, and that is no answer against you.")
        return _("You guessed nearly what they said. What did you go by?")

    def _means(self, made: bool) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        found = [
            _("After a first talk people were liked better than they thought: students, neighbours, a workshop."),
            _("People also thought that another group judged theirs more harshly than it did, where groups competed."),
            _("These studies come from elsewhere. Nobody has counted it in this region for this kit."),
        ]
        if made:
            found.append(_("The fourteen and their answers are invented, so they prove nothing."))
        sources = (
            "<li><a href='https://doi.org/10.1177/0956797618783714'>Boothby, Cooney, Sandstrom, Clark (2018)</a></li>"
            "<li><a href='https://doi.org/10.1038/s41562-019-0766-4'>Lees, Cikara (2020)</a></li>"
        )
        items = "".join(f"<li>{escape(one)}</li>" for one in found)
        summary = escape(_("What studies found, and where"))
        return (html(f"<details><summary>{summary}</summary><ul>{items}{sources}</ul></details>"),)

    def _own_words(self) -> ipywidgets.Widget:
        ask = self._("Somebody thinks that nobody wants them back. What do you say?")
        return reflection(ask, (), self.state["own"], lambda new: self.remember(own=new))


def made_answers() -> tuple[int, int]:
    """How many of the invented people would like to meet again, and how many there are."""
    return sum(one.again for one in PEOPLE), len(PEOPLE)


def _tenths(yes: int, all_of_them: int) -> int:
    """Of ten, rounded; ten and nought only where it is all or nobody."""
    tenths = round(10 * yes / all_of_them)
    return tenths if yes in (0, all_of_them) else min(9, max(1, tenths))
