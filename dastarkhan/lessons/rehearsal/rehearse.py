"""What do you do now? One moment a screen, what the group does then, and why it helps or does not."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.guides import Guide, plan, read_guide
from dastarkhan.guides.guide import Problem
from dastarkhan.guides.rehearsal import Moment, Move
from dastarkhan.guides.vocabulary import Help
from dastarkhan.languages import Words
from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.rehearsal.simulated_group import Group, after
from dastarkhan.lessons.rehearsal.table_picture import table_picture
from dastarkhan.lessons.saved import one_of, part, whole

BEGIN = -1
FEW = 1
"""So many people may be left out, and the end still says that it went well."""


def help_words(_: Words) -> Mapping[Help, str]:
    """How a choice opens its reason: about what it does, never about the person."""
    return {
        Help.MUCH: _("That helps."),
        Help.SOME: _("That helps a little."),
        Help.LITTLE: _("That helps less than it seems."),
    }


@lru_cache(maxsize=4)
def english_guide(number: str) -> Guide:
    """Read a guide once; it does not change while a page is open."""
    return read_guide(number)


class Rehearse(Activity):
    """The simulated group of a guide."""

    key = "rehearse"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do you do now?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return self.guide.rehearsal.minutes

    def summary(self) -> str:
        """One line in words."""
        _, total = self._, len(self.moments)
        return _("{n} of {total} moments rehearsed.", n=len(self.state["chosen"]), total=total)

    @property
    def guide(self) -> Guide:
        """The guide in English; its texts are looked up in the reader's language."""
        return english_guide(self.lesson.number)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The moments of the session, in their order."""
        return self.guide.rehearsal.moments

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without moments and choices that this guide does not have."""
        found = part(saved.get("chosen"))
        chosen = {}
        for moment in self.moments:
            known = [move.id for move in moment.choices]
            if (name := one_of(found.get(moment.id), known)) is None:
                break  # what comes later follows from what was chosen before
            chosen[moment.id] = name
        return {"at": whole(saved.get("at"), BEGIN, len(chosen)), "chosen": chosen}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The screen of one moment."""
        self.stage = ipywidgets.VBox()
        self._show()
        return (self.stage,)

    # --- steps

    def _go(self, at: int) -> None:
        self.remember(done=at == len(self.moments), at=at)
        self._show()

    def _choose(self, moment: Moment, name: str | None) -> None:
        if name is None:
            return
        self.remember(chosen={**self._until(moment), moment.id: name})
        self._show()

    def _try_again(self, moment: Moment) -> None:
        self.remember(chosen=self._until(moment))
        self._show()

    def _begin_again(self) -> None:
        self.remember(at=BEGIN, chosen={})
        self._show()

    def _until(self, moment: Moment) -> dict[str, str]:
        """What was chosen before a moment."""
        before = self.moments[: self.moments.index(moment)]
        return {one.id: self.state["chosen"][one.id] for one in before if one.id in self.state["chosen"]}

    # --- what the screen shows

    def _show(self) -> None:
        at = self.state["at"]
        if at == BEGIN:
            shown = self._opening()
        elif at == len(self.moments):
            shown = self._ending()
        else:
            shown = self._moment(self.moments[at])
        self.stage.children = (card(*shown),)

    def _opening(self) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        told = (
            _("You are trainer A, and B sits beside you. People come in and sit down. The first minute begins."),
            _("Moments will come that no plan knows. Say what you do, see what the group does, and read why."),
            _("Nothing here is stupid. Often two ways are good. You can go back and try another one."),
        )
        text = "".join(f"<p>{escape(one)}</p>" for one in told)
        right = ipywidgets.VBox([html(text), button(_("Open the door"), lambda: self._go(0))])
        return (side_by_side(html(self._picture(())), right),)

    def _moment(self, moment: Moment) -> tuple[ipywidgets.Widget, ...]:
        move = self._move(moment)
        moves = [*self._moves_until(moment), move]
        where, told = escape(self._where(moment)), escape(self._text("see", moment.see))
        see = html(f"<p class='dk-small'>{where}</p><p>{told}</p>")
        below = self._answered(moment, move) if move else self._asked(moment)
        return (side_by_side(html(self._picture(moves)), ipywidgets.VBox([see, *below])),)

    def _asked(self, moment: Moment) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        options = [(self._text("choices.do", move.do), move.id) for move in moment.choices]
        field = choice(_("What do you do now?"), options, None, lambda name: setattr(ready, "disabled", name is None))
        radios = field.children[1]
        ready = button(_("That is what I do"), lambda: self._choose(moment, radios.value))
        ready.disabled = True
        return (field, ready)

    def _answered(self, moment: Moment, move: Move) -> tuple[ipywidgets.Widget, ...]:
        _, at = self._, self.moments.index(moment)
        last = at + 1 == len(self.moments)
        css = "dk-note" if move.helps is Help.MUCH else "dk-note-warn"
        said = html(
            f"<p><b>{escape(self._text('choices.do', move.do))}</b></p>"
            f"<p>{escape(self._text('choices.then', move.then))}</p>"
            f"<p class='{css}'><b>{escape(help_words(_)[move.helps])}</b> "
            f"{escape(self._text('choices.why', move.why))}</p>",
            live=True,
        )
        forward = button(_("Look back") if last else _("Go on"), lambda: self._go(at + 1))
        other = button(_("Try another way"), lambda: self._try_again(moment), css="dk-quiet")
        return (said, buttons(forward, other))

    def _ending(self) -> tuple[ipywidgets.Widget, ...]:
        moves = [self._move(moment) for moment in self.moments]
        group = after(self.guide.rehearsal, moves)
        told = "".join(f"<p>{escape(one)}</p>" for one in self._ended(group))
        again = button(self._("Begin again"), self._begin_again)
        right = ipywidgets.VBox([html(told + self._to_look_up()), again])
        return (side_by_side(html(self._picture(moves)), right),)

    def _ended(self, group: Group) -> tuple[str, ...]:
        """What the group was like, in words."""
        _, nearly_all = self._, len(self.guide.rehearsal.people) - FEW
        spoke = (
            _("Nearly everybody was heard. That is rare, and it was your doing.")
            if len(group.spoken) >= nearly_all
            else _("Some people were not heard yet. Who are they? What would have made it easy for them?")
        )
        ease = (
            _("Most people would sit down at this table again.")
            if len(group.at_ease) >= nearly_all
            else _("Some people drew back. It happens to every trainer, and most of them come back when you notice it.")
        )
        made_up = _("This group is invented. A real one will surprise you, and you will find your own words.")
        return spoke, ease, made_up

    def _to_look_up(self) -> str:
        """The cards of those moments in which another way helps more."""
        _ = self._
        cards = {one.id: one for one in self.guide.common_problems}
        found = [cards[moment.card] for moment in self.moments if self._helps(moment) is not Help.MUCH]
        if not found:
            return f"<p class='dk-note'>{escape(_('In every moment you found a way that helps.'))}</p>"
        items = "".join(f"<li>{self._card(one)}</li>" for one in found)
        return f"<h3>{escape(_('Cards of the guide to look up'))}</h3><ul>{items}</ul>"

    def _card(self, one: Problem) -> str:
        _ = self._
        name = _.marked(one.condition, context="common_problems.if")
        say = _("You can say: “{text}”", text=_.marked(one.say, context="common_problems.say"))
        return f"<b>{escape(name)}</b><br>{escape(say)}"

    # --- words and pictures

    def _where(self, moment: Moment) -> str:
        """Which moment it is, and the step and the minutes in which it happens."""
        _, number = self._, self.moments.index(moment) + 1
        laid = plan(self.guide, str(self.guide.duration_min)).steps
        here = next(one for one in laid if one.step.id == moment.step)
        title = _.marked(here.step.title, context="steps.title")
        place = _("Moment {number} of {total}", number=number, total=len(self.moments))
        return f"{place} · {_('Minute {start} to {end}', start=here.start, end=here.end)} · {title}"

    def _text(self, field: str, text: str) -> str:
        """A text of a moment in the reader's language."""
        return self._.marked(text, context=f"rehearsal.moments.{field}")

    def _move(self, moment: Moment) -> Move | None:
        name = self.state["chosen"].get(moment.id)
        return next((move for move in moment.choices if move.id == name), None)

    def _helps(self, moment: Moment) -> Help | None:
        move = self._move(moment)
        return move.helps if move else None

    def _moves_until(self, moment: Moment) -> list[Move | None]:
        return [self._move(one) for one in self.moments[: self.moments.index(moment)]]

    def _picture(self, moves: Sequence[Move | None]) -> str:
        people = [
            (one.id, self._.marked(one.name, context="rehearsal.people.name")) for one in self.guide.rehearsal.people
        ]
        return table_picture(people, after(self.guide.rehearsal, moves), self._)
