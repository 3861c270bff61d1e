"""Lay two maps of one quarrel over each other: what both see, what one sees, who is missing, and what to ask."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.content.conflict_analysis import SIDES
from dastarkhan.content.conflict_analysis.overlay import model_says, motto, reading
from dastarkhan.lessons.activity import button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.conflict_analysis.drawn import Lines, clean_lines, kit_lines, read_lines
from dastarkhan.lessons.conflict_analysis.laid_words import LaidWords
from dastarkhan.lessons.conflict_analysis.map_code import map_of
from dastarkhan.lessons.conflict_analysis.map_pictures import both_maps, key_of_lines
from dastarkhan.lessons.conflict_analysis.overlaid import SAME, Overlaid
from dastarkhan.lessons.conflict_analysis.quarrel import OfQuarrel, listed, map_names
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, whole
from dastarkhan.lessons.staged import Staged

OWN, KIT, DIGITS = "own", "kit", "digits"
BRING, WHOLE, QUESTIONS = 0, 1, 2
N_QUESTIONS = 5
LAST = QUESTIONS + N_QUESTIONS


class LayOver(OfQuarrel, Staged):
    """First all of it in silence, then one question after the other, then what stands in books and lists."""

    key = "overlay"
    follows = ("briefs", "map")

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What does only one side know?")

    def minutes(self) -> int:
        """How long two tables take."""
        return 11

    def summary(self) -> str:
        """One line in words."""
        found = self.laid
        return self._("Of {total} pairs with a line, both maps agree on {n}.", total=len(found.pairs),
                      n=len(found.of(SAME)))  # fmt: skip

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved place, maps and question."""
        sources, brought = part(saved.get("sources")), part(saved.get("brought"))
        return {
            "at": whole(saved.get("at"), BRING, LAST),
            "sources": {side: one_of(sources.get(side), (OWN, KIT, DIGITS)) for side in SIDES},
            "brought": {side: clean_lines(brought.get(side), self.quarrel) for side in SIDES},
            "question": clean_reflection(saved.get("question"), 0),
        }

    @classmethod
    def written(cls, lesson: Any, state: Mapping[str, Any]) -> tuple[Written, ...]:
        """The question that the person would take to the other side."""
        _ = lesson.words
        return own_words(_("A question that I would ask, and whom:"), state.get("question"))

    # --- whose maps they are

    def own(self, side: str) -> Lines:
        """What was drawn on this device."""
        return read_lines(part(self.lesson.entry("map").state.get("maps")).get(side), self.quarrel)

    def source(self, side: str) -> str:
        """Where a map comes from: as chosen, or else from here, or else from the kit."""
        chosen = self.state["sources"][side]
        if chosen == OWN and not self.own(side):
            return KIT
        return str(chosen or (OWN if self.own(side) else KIT))

    def lines(self, side: str) -> Lines:
        """The map of a side as it is laid down."""
        source = self.source(side)
        if source == DIGITS:
            return read_lines(self.state["brought"][side], self.quarrel)
        return self.own(side) if source == OWN else kit_lines(self.quarrel, side)

    @property
    def laid(self) -> Overlaid:
        """Both maps over each other."""
        return Overlaid(self.quarrel, *(self.lines(side) for side in SIDES))

    # --- what a person does

    def _go(self, at: int) -> None:
        self.remember(at=at, done=at == LAST)
        self.show()

    def _goes(self, at: int) -> Callable[[], None]:
        return lambda: self._go(at)

    def _choose(self, side: str, source: str) -> None:
        self.remember(sources={**self.state["sources"], side: source})
        self.show()

    def _type(self, side: str, digits: str) -> None:
        _ = self._
        lines = map_of(digits, self.quarrel, side)
        if lines is None:
            told = _("These digits are no map of this side and this quarrel. Read them to each other once more.")
            self.said[side].value = f"<p class='dk-note-warn'>{escape(told)}</p>"
            return
        self.remember(brought={**self.state["brought"], side: [one.plain() for one in lines]})
        self.said[side].value = note(_.n("{n} line came over.", "{n} lines came over.", len(lines)))

    # --- what the screen shows

    def show(self) -> None:
        """Put the screen of now on the stage."""
        at = self.state["at"]
        screens = (self._bring, self._whole, *(self._asks(number) for number in range(N_QUESTIONS)), self._end)
        self.stage.children = (card(*screens[at]()),)

    def _asks(self, number: int) -> Callable[[], tuple[ipywidgets.Widget, ...]]:
        return lambda: self._ask(number)

    def _steps(self, on: str) -> ipywidgets.HBox:
        _, at = self._, self.state["at"]
        return buttons(button(on, self._goes(at + 1)), button(_("Back"), self._goes(at - 1), css="dk-quiet"))

    def _bring(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        self.said = {side: html(live=True) for side in SIDES}
        told = html(note(_("Two maps of one quarrel. Bring both, then look in silence for one minute.")))
        brought = [each for side in SIDES for each in self._bring_one(side)]
        return (told, *brought, buttons(button(_("Lay them over each other"), self._goes(WHOLE))))

    def _bring_one(self, side: str) -> tuple[ipywidgets.Widget, ...]:
        _, own = self._, len(self.own(side))
        options = [(_("A map that the kit drew from the briefing"), KIT), (_("From another device, in digits"), DIGITS)]
        if own:
            here = _.n("Drawn here, with {n} line", "Drawn here, with {n} lines", own)
            options.insert(0, (here, OWN))
        asked = choice(map_names(_)[side], options, self.source(side), lambda source: self._choose(side, source))
        if self.source(side) != DIGITS:
            return (asked, self.said[side])
        field = ipywidgets.Text(description=_("The digits that the other table reads aloud:"), continuous_update=False)
        field.observe(lambda change: self._type(side, change["new"]), names="value")
        many = len(self.state["brought"][side])
        self.said[side].value = note(_.n("{n} line came over.", "{n} lines came over.", many)) if many else ""
        return (asked, field, self.said[side])

    def _whole(self) -> tuple[ipywidgets.Widget, ...]:
        _, found = self._, self.laid
        words = LaidWords(found, _)
        picture = html(both_maps(found, _, key="laid"))
        silent = escape(_("One minute of silence. Only look."))
        aside = html(f"<p class='dk-scene'>{silent}</p>{listed(words.legend())}{note(motto(_))}")
        keys = f"<details><summary>{escape(_('Five kinds of lines'))}</summary>{key_of_lines(_)}</details>"
        counted = f"<details><summary>{escape(_('What the kit counts, and what not'))}</summary>"
        counted += f"<p>{escape(self.summary())}</p>{listed(map(escape, model_says(_)))}</details>"
        return (side_by_side(picture, aside), html(keys + words.table() + counted), self._steps(_("First question")))

    def _ask(self, number: int) -> tuple[ipywidgets.Widget, ...]:
        _, found = self._, self.laid
        words = LaidWords(found, _)
        marked = words.marked(number)
        picture = html(both_maps(found, _, key="laid", shown=words.shown(number), marked=marked))
        place = escape(_("Question {n} of {total}", n=number + 1, total=N_QUESTIONS))
        head = f"<p class='dk-small'>{place}</p><p class='dk-scene'>{escape(reading(_)[number])}</p>"
        on = _("Go on") if number + 1 < N_QUESTIONS else _("To the record")
        return (side_by_side(picture, html(head + words.answer(number))), self._steps(on))

    def _end(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        head = escape(_("What a third person could have looked up:"))
        told = f"<p><b>{head}</b></p>{listed(map(escape, self.quarrel.record))}"
        after = note(_("The record says what was. It does not say who is right. Which question has it left open?"))
        asked = reflection(
            _("A question that I would ask, and whom:"), (), self.state["question"],
            lambda new: self.remember(question=new),
        )  # fmt: skip
        again = button(_("Look once more"), self._goes(WHOLE), css="dk-quiet")
        other = button(_("Bring other maps"), self._goes(BRING), css="dk-quiet")
        return (html(told + after), asked, buttons(again, other))
