"""What else was possible: every package as a dot, arrows to better ones, one's own offers on the way, and tips."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any, ClassVar

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.lessons.activity import button, card, choice, html, side_by_side
from dastarkhan.lessons.debrief.facts import Table, table_of
from dastarkhan.lessons.debrief.naming import TWO, axis_names, ended_words, looks_of, what_else
from dastarkhan.lessons.debrief.world import World
from dastarkhan.lessons.negotiation.held import TABLES, Held, held_talks, is_down
from dastarkhan.lessons.negotiation.tips import tips
from dastarkhan.lessons.reflection import note
from dastarkhan.lessons.saved import one_of
from dastarkhan.lessons.shared_river.afterwards.role_down import numbers_wait
from dastarkhan.lessons.shared_river.names import side_name
from dastarkhan.lessons.staged import Staged
from dastarkhan.pictures import gains_picture
from dastarkhan.pictures.dominance_picture import dominance_picture
from simulations.bargaining.digraph import dominance_digraph, pareto_set
from simulations.games.package_facts import package_facts


class AllAgreements(Staged):
    """Opens only after the cards are face down; says what else was possible, and nobody's loss."""

    key = "all_agreements"
    follows: ClassVar[tuple[str, ...]] = (*TABLES, "put_down")

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What else was possible?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 6

    def summary(self) -> str:
        """One line in words."""
        return self._("Each dot is one possible package.")

    def ways(self) -> Ways:
        """How it is done by one, by two, by a room and on a call."""
        _ = self._
        return Ways(
            alone=_("Find your first and your last offer in the picture."),
            pair=_("Each says which dot would have been good for both."),
            room=_("Each table looks at its own picture. Nothing is compared between tables."),
            call=_("Share the picture only if both want to."),
        )

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Which talks are looked at."""
        return {"table": one_of(saved.get("table"), [one.key for one in held_talks(self.lesson)])}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """What waits, or the picture."""
        _, self.held = self._, held_talks(self.lesson)
        if not self.held:
            return (html(note(_("First hold one of the talks above. Then look here."))),)
        if not is_down(self.lesson):
            return (numbers_wait(_),)
        return super().body()

    def _take(self, key: str) -> None:
        self.remember(table=key)
        self.show()

    def show(self) -> None:
        """Put the screen of now on the stage."""
        _, held = self._, self._chosen()
        which: tuple[ipywidgets.Widget, ...] = ()
        if len(self.held) > 1:
            options = [(_.case(one.meeting.case, "title"), one.key) for one in self.held]
            which = (choice(_("Which table?"), options, held.key, self._take, row=True),)
        table = table_of(1, held.meeting.record.to_text())
        told = html(self._told(held, table))
        ready = button(_("I have seen it"), lambda: self.remember(done=True), css="dk-quiet")
        self.stage.children = (*which, card(side_by_side(html(self._drawn(table)), told), ready))

    def _chosen(self) -> Held:
        found = (one for one in self.held if one.key == self.state["table"])
        return next(found, self.held[-1])

    def _told(self, held: Held, table: Table) -> str:
        _, talks, facts = self._, table.years[-1], package_facts(table.case)
        lines = [
            ended_words(talks, _),
            _.n("There is {n} package.", "There are {n} packages.", facts.packages),
            _.n("{n} of them leaves nobody with less than the alternative.",
                "{n} of them leave nobody with less than the alternative.", facts.zone or 0),
        ]  # fmt: skip
        alone = sum(term.enough_alone for term in facts.terms.values())
        if len(facts.terms) > 1 and not alone:
            lines.append(_("With any one term alone there is none. Several terms together open the table."))
        shown = "".join(f"<p>{escape(line)}</p>" for line in lines)
        advice = "".join(f"<li>{escape(tip)}</li>" for tip in tips(held, _))
        heading, more = escape(_("Next time")), escape(_("What else was possible?"))
        calm = note(_("These numbers are about packages. What they do not count was at the table too."))
        return f"{shown}<h3>{more}</h3>{what_else(table, talks, _)}<h3>{heading}</h3><ul>{advice}</ul>{calm}"

    def _drawn(self, table: Table) -> str:
        _, case, talks = self._, table.case, table.years[-1]
        world = talks.world
        found = [world.points_of(offer.package) for offer in talks.talk.offers]
        way = [tuple(map(float, points.values())) for points in found if points]
        title = _("All packages, and the offers in their order")
        alone = list(map(float, world.alone))
        if len(case.sides) > TWO:
            rows = [
                (side_name(case, side, _), [one[at] - alone[at] for one in way]) for at, side in enumerate(case.sides)
            ]
            return gains_picture(rows, _, title=title, way=True, key=f"all-{case.id}") if way else ""
        looks = looks_of(case, _)
        return dominance_picture(
            world.points,
            [looks[side] for side in case.sides],
            axis_names(case, _),
            _,
            title=title,
            alone=alone,
            best=best_rows(world),
            way=way,
            arrows=arrows_from(world, talks.talk.offers[-1].package) if talks.talk.offers else (),
            key=f"all-{case.id}",
        )


@lru_cache(maxsize=8)
def _digraph(points: bytes, n_sides: int) -> Any:
    import numpy as np

    return dominance_digraph(np.frombuffer(points, dtype=float).reshape(-1, n_sides))


def best_rows(world: World) -> tuple[int, ...]:
    """The packages that no arrow of the dominance digraph leaves."""
    return pareto_set(_digraph(world.points.tobytes(), len(world.sides)))


def arrows_from(
    world: World, package: Mapping[str, Any], *, most: int = 3
) -> tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]:
    """Arrows of the digraph from a package to the nearest ones of its ends; none when it is such an end."""
    at = world.place(package)
    if at is None:
        return ()
    ends = set(best_rows(world))
    better = [row for row in world.better(package) if row in ends][:most]
    return tuple((tuple(map(float, world.points[at])), tuple(map(float, world.points[row]))) for row in better)
