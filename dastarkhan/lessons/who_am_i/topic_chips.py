"""Forty-two small things to choose from, one topic at a time, so that a phone can show them."""

from collections.abc import Callable, Sequence
from html import escape

import ipywidgets

from dastarkhan.content.who_am_i import identities, topics
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import choice, html
from dastarkhan.lessons.chips import Chips


class TopicChips:
    """Things of six topics; what is chosen in one stays chosen in the others.

    Parameters
    ----------
    ask : str
        What is asked.
    chosen : sequence of str
        What is chosen so far.
    changed : callable
        Called with all that is chosen, after every tap.
    _ : Words
    most : int
        How many can be chosen together.
    """

    def __init__(
        self, ask: str, chosen: Sequence[str], changed: Callable[[list[str]], None], _: Words, *, most: int
    ) -> None:
        self._, self._changed, self._most = _, changed, most
        self.chosen, self._topics = list(chosen), topics(_)
        options = [(topic.name, number) for number, topic in enumerate(self._topics)]
        self._stage, self._told = ipywidgets.VBox(), html(live=True)
        self._at = 0
        asked = html(f"<p><b>{escape(ask)}</b></p>")
        which = choice(_("A topic"), options, 0, self._turn, row=True)
        self.box = ipywidgets.VBox([asked, which, self._stage, self._told])
        self._show()

    def _turn(self, at: int) -> None:
        self._at = at
        self._show()

    def _take(self, here: list[str]) -> None:
        things = self._topics[self._at].things
        self.chosen = [key for key in self.chosen if key not in things] + here
        self._tell()
        self._changed(self.chosen)

    def _show(self) -> None:
        things = self._topics[self._at].things
        room = self._most - len([key for key in self.chosen if key not in things])
        self._stage.children = (Chips(things, self.chosen, self._take, most=room).box,)
        self._tell()

    def _tell(self) -> None:
        _, names = self._, identities(self._)
        if not self.chosen:
            self._told.value = f"<p class='dk-small'>{escape(_('Nothing is chosen yet.'))}</p>"
            return
        listed = _.listed([names[key] for key in self.chosen])
        told = _("Chosen, {n} of at most {most}: {things}.", n=len(self.chosen), most=self._most, things=listed)
        self._told.value = f"<p class='dk-small'>{escape(told)}</p>"
