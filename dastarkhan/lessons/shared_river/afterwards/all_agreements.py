"""All agreements of a year with one's own among them: first quiet dots, then what else was possible, then why."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, ClassVar

import ipywidgets

from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of, whole
from dastarkhan.lessons.shared_river.afterwards.agreement_words import (
    better_words,
    fair_names,
    fair_words,
    question_words,
    value_table,
    what_it_protected,
)
from dastarkhan.lessons.shared_river.afterwards.found_more import (
    HALF_EACH,
    Possible,
    better_places,
    fair_points,
    nearly_one,
    place_of,
    possible,
    telling_question,
)
from dastarkhan.lessons.shared_river.afterwards.own_talks import was_asked
from dastarkhan.lessons.shared_river.afterwards.role_down import numbers_wait, role_is_down
from dastarkhan.lessons.shared_river.assumptions import river_assumptions
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.lessons.shared_river.talks.partner_words import MANNERS
from dastarkhan.lessons.shared_river.talks.played import Played, years_talked
from dastarkhan.pictures import Mark, agreements_picture, party_looks

DOTS, MORE, WHY = range(3)
MOST_LISTED = 6  # talks to choose from, the newest ones


class AllAgreements(Activity):
    """Where one's own agreement stands among all that the river allowed."""

    key = "all_agreements"
    follows: ClassVar[tuple[str, ...]] = ("negotiate", "role_down")

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What else was on the river?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 10

    def summary(self) -> str:
        """One line in words."""
        _ = self._
        if self.state["at"] == DOTS:
            return _("The picture is still without words.")
        return _("You have seen what else was possible.")

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved step, and which talks are looked at; after new talks these, from the first step on."""
        listed = [list(one.talks) for one in years_talked(self.lesson)[-MOST_LISTED:]]
        newest = listed[-1] if listed else []
        if saved.get("talks") != newest:
            saved = {}
        return {"talks": newest, "which": one_of(saved.get("which"), listed), "at": whole(saved.get("at"), DOTS, WHY)}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The picture and what may be said about it; before that, the role is put down."""
        _ = self._
        if not role_is_down(self.lesson):
            return (numbers_wait(_),)
        self.played = years_talked(self.lesson)
        if not self.played:
            told = _("Here you will see your agreement among all others. Hold talks first, a little further up.")
            return (html(note(told)),)
        self.picture, self.said = html(), ipywidgets.VBox()
        self.said.add_class("dk-hands-over")
        self.left_out = river_assumptions(self._played.case, _)
        self._show()
        look = card(side_by_side(self.picture, self.said))
        return (*self._which(self.played), look, self.left_out)

    def _which(self, played: Sequence[Played]) -> tuple[ipywidgets.Widget, ...]:
        """Which talks to look at, when there were several."""
        _ = self._
        if len(played) < 2:
            return ()
        options = [(self._told(n + 1, one), one.talks) for n, one in enumerate(played)][-MOST_LISTED:]
        ask = _("Which talks do you look at?")
        return (choice(ask, options[::-1], self._played.talks, self._look_at),)

    def _told(self, number: int, played: Played) -> str:
        """Whose talks, which year, with whom, and how they ended."""
        _ = self._
        if played.side is None or played.partner is None:
            about: dict[str, Any] = {"n": number, "year": played.year}
            if played.package is None:
                return _("{n}. Two people, year {year}: no agreement", **about)
            return _("{n}. Two people, year {year}: agreement", **about)
        about = {
            "n": number,
            "side": side_name(played.case, played.side, _),
            "year": played.year,
            "partner": _.marked(MANNERS[played.partner].name),
        }
        if played.package is None:
            return _("{n}. {side}, year {year}, {partner}: no agreement", **about)
        return _("{n}. {side}, year {year}, {partner}: agreement", **about)

    # --- what a person does

    def _look_at(self, which: tuple[int, int]) -> None:
        self.remember(which=list(which), at=DOTS)  # other talks are first looked at without words
        self._show()

    def _go(self, at: int) -> None:
        before = self.state["at"]
        self.remember(at=at, done=at == WHY)
        self._show(same_picture=DOTS not in (before, at))

    # --- what the screen shows

    @property
    def _played(self) -> Played:
        """The talks that are looked at; the newest ones when none were chosen."""
        chosen = (one for one in self.played if list(one.talks) == self.state["which"])
        return next(chosen, self.played[-1])

    def _show(self, *, same_picture: bool = False) -> None:
        played = self._played
        self.left_out.value = river_assumptions(played.case, self._).value
        found = possible(played.case, played.year)
        own = place_of(found, played.package)
        if not same_picture:
            self.picture.value = self._drawn(found, own)
        said = {DOTS: self._dots, MORE: self._more, WHY: self._why}
        self.said.children = said[self.state["at"]](played, found, own)

    def _drawn(self, found: Possible, own: int | None) -> str:
        """The picture: without words at first, then with the points that somebody calls fair."""
        _, looks = self._, party_looks(self._played.case, self._)
        quiet = self.state["at"] == DOTS
        mine = [] if own is None else [Mark(name=_("Yours"), points=found.dots[own], kind="own")]
        names = fair_names(_)
        fair = fair_points(self._played.case, self._played.year)
        marks = [Mark(name=names[key], points=points, kind="fair") for key, points in fair.items()]
        if nearly_one(fair, found):
            marks = [Mark(name=_("Three ways to count"), points=fair[HALF_EACH], kind="fair")]
        return agreements_picture(
            found.dots,
            [looks[side] for side in found.sides],
            _,
            title=_("All agreements of year {n}", n=self._played.year),
            alone=[float(points) for points in found.alone],
            marks=mine if quiet else [*mine, *marks],
            key="all-agreements",
        )

    def _dots(self, played: Played, found: Possible, own: int | None) -> tuple[ipywidgets.Widget, ...]:
        _ = self._
        each = _.n("There is {n} dot.", "There are {n} dots.", len(found.packages))
        told = _("Each is an agreement that the two sides could have made that year.")
        mine = (
            _("The marked one is yours. You made one out of so many, together.")
            if own is not None
            else _("You made none of them, for a reason. That is a result too.")
        )
        ask = _("Look for a moment before you read on. Where would you like to stand, and where would the others?")
        words = html(f"<p>{escape(each)} {escape(told)} {escape(mine)}</p>{note(ask)}")
        return (words, button(_("What else was possible?"), lambda: self._go(MORE)))

    def _more(self, played: Played, found: Possible, own: int | None) -> tuple[ipywidgets.Widget, ...]:
        _, case = self._, played.case
        first = value_table(case, found, own, _) if own is not None else what_it_protected(played.reason, _)
        fair = fair_words(fair_points(case, played.year), found, case, _)
        back = button(_("Only the dots"), lambda: self._go(DOTS), css="dk-quiet")
        forward = button(_("Which question tells most?"), lambda: self._go(WHY))
        return (html(first), html(fair), buttons(forward, back))

    def _why(self, played: Played, found: Possible, own: int | None) -> tuple[ipywidgets.Widget, ...]:
        _, case = self._, played.case
        better = better_places(found, own)
        telling = telling_question(case, found, played.side, own)
        parts = [html(better_words(case, found, own, better, _))]
        if telling:
            asked = was_asked(played, telling.question, played.side)
            parts.append(html(question_words(case, telling, asked, _, more=bool(better))))
        back = button(_("Back"), lambda: self._go(MORE), css="dk-quiet")
        return (*parts, back)
