"""Put the role down: card face down, own name, how was it; only then do numbers follow."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, buttons, card, html
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.lesson import Lesson
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import part, some_of, whole
from dastarkhan.lessons.shared_river.talks.played import newest_talks, years_talked
from dastarkhan.lessons.staged import Staged
from dastarkhan.pictures import party_looks

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

MOST_FEELINGS = 3
MOST_EARLIER = 6
CARD, FEELINGS, TELL, DOWN = range(4)


def feeling_words(_: Words) -> dict[str, str]:
    """Words for how it was, pleasant and unpleasant ones mixed, so that none looks like the right answer."""
    return {
        "calm": _("calm"),
        "pressed": _("pressed"),
        "curious": _("curious"),
        "alone": _("alone"),
        "proud": _("proud"),
        "angry": _("angry"),
        "heard": _("heard"),
        "unsure": _("unsure"),
        "hopeful": _("hopeful"),
        "tired": _("tired"),
    }


def role_is_down(lesson: Lesson) -> bool:
    """Whether the newest role is put down, so that numbers may be shown; after new talks they wait again."""
    entry, newest = lesson.entry(RoleDown.key), newest_talks(lesson)
    return entry.done and (not newest or list(newest) == entry.state.get("talks"))


def numbers_wait(_: Words) -> ipywidgets.HTML:
    """What stands in place of numbers as long as the role is not put down."""
    told = _("The numbers can wait. Put your role down first, a little further up. They are here when you come back.")
    return html(note(told, strong=_("First you, then the numbers.")))


class RoleDown(Staged):
    """Turn the card over, come back to one's own name, and say how it was; passing is fine."""

    key = "role_down"
    follows: ClassVar[tuple[str, ...]] = ("negotiate",)

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("You are yourself again. How was it?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        return _("The role is put down.") if self.done else _("The role is not put down yet.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without feelings and steps that this version does not know."""
        newest = self.newest()
        state: dict[str, Any] = {
            "at": whole(saved.get("at"), CARD, DOWN),
            **self._clean_words(saved),
            "about": _whole_numbers(saved.get("about")),
            "talks": _whole_numbers(saved.get("talks")),
            "earlier": self._clean_earlier(saved.get("earlier")),
        }
        if state["about"] and newest and state["about"] != newest:  # words belong to their talks
            words = {name: state[name] for name in ("feelings", "words", "tell")}
            state["earlier"] = [*state["earlier"], words][-MOST_EARLIER:]
            state.update(self._clean_words({}), about=[], at=DOWN if state["at"] == DOWN else CARD)
        return state

    def _clean_words(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """What was said after one game."""
        return {
            "feelings": some_of(saved.get("feelings"), feeling_words(self._))[:MOST_FEELINGS],
            "words": clean_reflection(saved.get("words"), len(self._checks())),
            "tell": clean_reflection(saved.get("tell"), 0),
        }

    def _clean_earlier(self, saved: object) -> list[dict[str, Any]]:
        return [self._clean_words(one) for one in saved if isinstance(one, dict)] if isinstance(saved, list) else []

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """When it was felt most, and what one would tell the other side; after earlier talks, too."""
        _, before = lesson.words, state.get("earlier")
        asked = {
            "words": _("When did you feel that most? One sentence, if you like."),
            "tell": _("What would you tell the other side now, as yourself?"),
        }
        games = [state, *(part(one) for one in reversed(before))] if isinstance(before, list) else [state]
        return tuple(
            text
            for number, game in enumerate(games)
            for name, ask in asked.items()
            for text in own_words(ask, game.get(name), f"{name}.{number}")
        )

    # --- what belongs to the lesson

    def newest(self) -> list[int]:
        """The talks that the card belongs to."""
        return list(newest_talks(self.lesson))

    def is_down(self) -> bool:
        """Whether the newest role is put down."""
        return role_is_down(self.lesson)

    def thanks(self) -> str:
        """What is said when it is."""
        _ = self._
        return _("Thank you. The next activity shows numbers. They are about the river, not about you.")

    # --- steps; each names the place where it leads, so that a second tap goes no further

    def _go(self, at: int) -> None:
        down, newest = at == DOWN, self.newest()
        self.state = self.clean(self.state)  # talks may have been held since this screen was built
        self.remember(done=down, at=at, talks=newest if down else self.state["talks"])
        self.show()

    def _say(self, **words: Any) -> None:
        """Keep words together with the talks that they are about."""
        self.remember(about=self.newest(), **words)

    def _feel(self, feeling: str, chosen: bool) -> None:
        others = [one for one in self.state["feelings"] if one != feeling]
        self._say(feelings=[*others, feeling] if chosen and len(others) < MOST_FEELINGS else others)
        self._show_feelings()

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        steps = {CARD: self._card, FEELINGS: self._feelings, TELL: self._tell, DOWN: self._down}
        self.stage.children = (card(*steps[self.state["at"]]()),)

    def _card(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = _("The talks are over for now. Turn your card face down. What you said there, your role said.")
        return (
            html(self.face()),
            html(f"<p>{escape(told)}</p>"),
            button(_("My card lies face down"), lambda: self._go(FEELINGS)),
        )

    def _feelings(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        self.left = html(css="dk-small", live=True)
        self.boxes = {
            key: ipywidgets.Checkbox(value=key in self.state["feelings"], description=word, indent=False)
            for key, word in feeling_words(_).items()
        }
        for key, box in self.boxes.items():
            box.observe(lambda change, key=key: self._feel(key, change["new"]), names="value")
        chips = ipywidgets.Box(list(self.boxes.values()))
        chips.add_class("dk-chips")
        self._show_feelings()
        sentence = reflection(
            _("When did you feel that most? One sentence, if you like."),
            self._checks(),
            self.state["words"],
            lambda state: self._say(words=state),
        )
        told = escape(_("Say your own name, aloud or to yourself. Stretch, look out of the window."))
        ask = escape(_("How was it? Take up to three words."))
        forward = button(_("Go on"), lambda: self._go(TELL))
        return (
            html(f"{back_of_card()}<p>{told}</p><p><b>{ask}</b></p>"),
            chips,
            self.left,
            sentence,
            buttons(forward, self._pass()),
        )

    def _show_feelings(self) -> None:
        _, full = self._, len(self.state["feelings"]) >= MOST_FEELINGS
        for key, box in self.boxes.items():
            box.disabled = full and key not in self.state["feelings"]
        self.left.value = escape(_("Three is plenty. To take another word, put one back.")) if full else ""

    def _tell(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        sentence = reflection(
            _("What would you tell the other side now, as yourself?"),
            (),
            self.state["tell"],
            lambda state: self._say(tell=state),
        )
        told = escape(_("In a room: tell them, if they want to hear it. They were playing a role too."))
        back = button(_("Back"), lambda: self._go(FEELINGS), css="dk-quiet")
        ready = button(_("My role is put down"), lambda: self._go(DOWN))
        return (sentence, html(f"<p class='dk-small'>{told}</p>"), buttons(ready, self._pass(), back))

    def _down(self) -> tuple[ipywidgets.Widget, ...]:
        _, before = self._, self._before()
        if not self.is_down():
            told = _("You have been at the table again since. Put that card down too, when you are ready.")
            again = button(_("Put the new card down"), lambda: self._go(CARD))
            return (html(f"<p>{escape(told)}</p>"), again, *before)
        thanks = self.thanks()
        chosen = self._named(self.state["feelings"])
        said = _("You felt: {feelings}.", feelings=chosen) if chosen else ""
        look = button(_("Look at my words again"), lambda: self._go(FEELINGS), css="dk-quiet")
        return (html(f"{note(thanks)}<p>{escape(said)}</p>" if said else note(thanks)), look, *before)

    def _before(self) -> tuple[ipywidgets.Widget, ...]:
        """What was said after earlier talks, folded."""
        _, told = self._, []
        for one in self.state["earlier"]:
            feelings = self._named(one["feelings"])
            if feelings:
                felt = _("After earlier talks you felt: {feelings}.", feelings=feelings)
                told.append(f"<p>{escape(felt)}</p>")
            texts = (one[name]["text"].strip() for name in ("words", "tell"))
            told += [f"<p class='dk-clause' dir='auto'>{escape(text)}</p>" for text in texts if text]
        if not told:
            return ()
        heading = escape(_("What you said after earlier talks"))
        return (html(f"<details><summary>{heading}</summary>{''.join(told)}</details>"),)

    def _named(self, feelings: Sequence[str]) -> str:
        """Feelings in words, one after the other; empty for none."""
        words = feeling_words(self._)
        return self._.listed([words[key] for key in feelings]) if feelings else ""

    def _pass(self) -> ipywidgets.Button:
        return button(self._("I would rather not say"), lambda: self._go(DOWN), css="dk-quiet")

    def face(self) -> str:
        """The card with the side that the person spoke for, when talks were held here."""
        _, played = self._, years_talked(self.lesson)
        if not played or played[-1].side is None:
            return f"<div class='dk-role'><b>{escape(_('Your role'))}</b></div>"
        look = party_looks(played[-1].case, _)[played[-1].side]
        seal = f"<span class='dk-seal {look.css_class}' aria-hidden='true'>{escape(look.letter)}</span>"
        return f"<div class='dk-role'>{seal}<b>{escape(look.name)}</b></div>"

    def _checks(self) -> tuple[str, ...]:
        _ = self._
        return (_("I wrote about myself, not about somebody's mistakes."),)


def _whole_numbers(saved: object) -> list[int]:
    """Which talks were saved; see `Played.talks`."""
    return [one for one in saved if type(one) is int] if isinstance(saved, list) else []


def back_of_card() -> str:
    """A card that lies face down, as HTML."""
    return "<div class='dk-role dk-role-down' aria-hidden='true'></div>"
