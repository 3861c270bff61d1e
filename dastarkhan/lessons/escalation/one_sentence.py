"""Six moments with three sentences each: which leads up, which down; then a sentence of one's own."""

from collections.abc import Mapping, Sequence
from html import escape

from dastarkhan.content.escalation.one_sentence import Moment
from dastarkhan.content.escalation.sentences import moments, own_ask, what_helps
from dastarkhan.content.escalation.situations import situations
from dastarkhan.content.escalation.ways import ways
from dastarkhan.content.pieces import Ways
from dastarkhan.languages import Words
from dastarkhan.lessons.choosing import ChoosingThenWriting


class OneSentence(ChoosingThenWriting[Moment]):
    """The kit's sentences are answered at once; one's own is read by a friend and judged by nobody."""

    own = ("sentence",)
    enough = 2

    key = "one_sentence"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Which sentence leads a step down?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 9

    def summary(self) -> str:
        """One line in words."""
        n = len(self.state["chosen"])
        return self._("{n} of {total} moments are answered.", n=n, total=len(moments(self._)))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        return ways(self._)[self.key]

    def each(self) -> Sequence[Moment]:
        """Six moments."""
        return moments(self._)

    def options(self, one: Moment) -> Sequence[tuple[str, str]]:
        """Three sentences."""
        return [(said.text, said.key) for said in one.said]

    def head(self, one: Moment, at: int, total: int) -> str:
        """The moment; what happened before it is folded away."""
        _ = self._
        place = escape(_("Moment {n} of {total}", n=at + 1, total=total))
        before = next(each.text for each in situations(_) if each.key == one.key)
        folded = f"<details><summary>{escape(_('What happened before'))}</summary><p>{escape(before)}</p></details>"
        return f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(one.text)}</p>{folded}"

    def ask(self) -> str:
        """What is asked of each moment."""
        return self._("Which sentence would you say? Try the others, too.")

    def answer(self, one: Moment, key: str) -> str:
        """Where it may lead, and what can be seen in it."""
        _ = self._
        found = next(said for said in one.said if said.key == key)
        sign, where = {
            1: ("↑", _("This may lead a step up.")),
            0: ("=", _("This may leave it on the same step.")),
            -1: ("↓", _("This may lead a step down.")),
        }[found.step]
        css = "dk-note" if found.step < 0 else "dk-note-warn"
        mark = f"<span aria-hidden='true'>{sign}</span>"
        return f"<p class='{css}'>{mark} <b>{escape(where)}</b> {escape(found.why)}</p>"

    @classmethod
    def asks(cls, _: Words) -> Mapping[str, str]:
        """One sentence."""
        return {"sentence": own_ask(_)}

    def checks(self) -> Sequence[str]:
        """What sentences that lead down have in common."""
        return what_helps(self._)

    def invited(self) -> tuple[str, str]:
        """What is said before the sentence, and before the ticks."""
        _ = self._
        return (
            _("Now one of your own. Take this one, or something that you have heard yourself. No names, please."),
            _("Nobody corrects it. Tick what is so; a friend ticks the last one."),
        )

    def farewell(self) -> str:
        """What is said at the end."""
        return self._("Say it aloud once, today. A sentence that has been in the mouth comes more easily.")
