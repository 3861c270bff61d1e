"""One message, three ways to say it; then one of one's own, straight and roundabout."""

from collections.abc import Mapping, Sequence
from html import escape

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.reading_each_other.sayings import (
    BLAME,
    ROUNDABOUT,
    STRAIGHT,
    Message,
    both_ways_checks,
    both_ways_examples,
    messages,
    saying_kinds,
    when_each_helps,
)
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.choosing import ChoosingThenWriting


class SayIt(ChoosingThenWriting[Message]):
    """What each way gives and costs; one's own sentences are ticked by oneself and a neighbour, by nobody else."""

    own = (STRAIGHT, ROUNDABOUT)
    enough = 2

    key = "say_it"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("How would you say it, and to whom?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 9

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} messages are looked at.", n=n, total=len(self.each()))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Say all three aloud, once to a friend and once to an old neighbour."),
            pair=_("One says it, the other answers as whoever hears it. Then write one message each, both ways."),
            room=_("Two messages are enough. Tables choose, then neighbours read each other's two sentences."),
            call=_("One, two or three in the chat. Own sentences are read to one other person in small rooms."),
        )

    def each(self) -> Sequence[Message]:
        """Six messages."""
        return messages(self._)

    def options(self, one: Message) -> Sequence[tuple[str, str]]:
        """Three ways to say it."""
        return [(saying.text, saying.kind) for saying in one.sayings]

    def head(self, one: Message, at: int, total: int) -> str:
        """What has to be said."""
        place = escape(self._("Message {n} of {total}", n=at + 1, total=total))
        return f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(one.text)}</p>"

    def ask(self) -> str:
        """What is asked of each message."""
        return self._("Which one would you take here? Try all three.")

    def answer(self, one: Message, key: str) -> str:
        """Which way it is, what it gives, and what it may cost."""
        _ = self._
        kind = next(kind for kind in saying_kinds(_) if kind.key == key)
        found = next(saying for saying in one.sayings if saying.kind == key)
        css = "dk-note-warn" if key == BLAME else "dk-note"
        gives = f"<p><b>{escape(_('What it gives:'))}</b> {escape(found.gives)}</p>"
        costs = f"<p><b>{escape(_('What it may cost:'))}</b> {escape(found.costs)}</p>"
        return f"<p class='{css}'><b>{escape(kind.name)}:</b> {escape(kind.says)}.</p>{gives}{costs}"

    @classmethod
    def asks(cls, _: Words) -> Mapping[str, str]:
        """One message, both ways."""
        return {STRAIGHT: _("My message, straight:"), ROUNDABOUT: _("The same message, roundabout:")}

    def checks(self) -> Sequence[str]:
        """What makes both of them good to hear."""
        return both_ways_checks(self._)

    def invited(self) -> tuple[str, str]:
        """What is said before the two sentences, and before the ticks."""
        _ = self._
        return (
            _("Now a small message of your own, to somebody at home or in a team. Say it both ways. No names, please."),
            _("Nobody corrects them. Tick what is so, alone or with a neighbour."),
        )

    def examples(self) -> Sequence[ipywidgets.Widget]:
        """When each of the two helps, and one message that somebody invented has said both ways."""
        _, names = self._, {kind.key: kind.name for kind in saying_kinds(self._)}
        helps = "".join(
            f"<p><b>{escape(names[way])}</b></p><ul>{''.join(f'<li>{escape(case)}</li>' for case in cases)}</ul>"
            for way, cases in when_each_helps(_).items()
        )
        said = "".join(f"<li>{escape(text)}</li>" for text in both_ways_examples(_).values())
        when, both = escape(_("When does each of them help?")), escape(_("One message, both ways"))
        return (
            html(f"<details><summary>{when}</summary>{helps}</details>"),
            html(f"<details><summary>{both}</summary><ul>{said}</ul></details>"),
        )

    def farewell(self) -> str:
        """What is said at the end."""
        return self._("Nobody is straight or roundabout. Most people can do both, and choose by who is listening.")
