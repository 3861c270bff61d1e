"""The web of all: card after card comes in, and lines grow between those who share something."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.content.pieces import Ways
from dastarkhan.content.who_am_i import PEOPLE, SIDES, identities, portraits, side_names
from dastarkhan.lessons.activity import Activity, button, buttons, card, choice, html, side_by_side
from dastarkhan.lessons.journal.written import Written, own_words
from dastarkhan.lessons.reflection import clean_reflection, note, reflection
from dastarkhan.lessons.saved import one_of, part, some_of, whole
from dastarkhan.lessons.who_am_i.shared_web import Card, SharedWeb, card_told
from dastarkhan.lessons.who_am_i.topic_chips import TopicChips
from dastarkhan.lessons.who_am_i.web_views import VIEWS, WebViews
from dastarkhan.pictures.web_picture import WebCard, web_picture

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

LEAST, MOST, MOST_THINGS = 3, 24, 6
MADE, OWN = "made", "own"
NOBODY: dict[str, Any] = {"side": SIDES[0], "chosen": []}


class WebOfAll(Activity):
    """One screen for all who are here, or fourteen invented people for somebody who is alone."""

    key = "web"
    follows = ("circles",)

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("What do we share that nobody saw?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 12

    def summary(self) -> str:
        """One line in words."""
        web = self.web()
        return self._("{n} cards, {lines} lines.", n=len(web.cards), lines=web.graph.number_of_edges())

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved web without things that are not known."""
        cards = saved.get("cards")
        each = [self._clean_card(one) for one in cards] if isinstance(cards, list) else []
        me = self._clean_card(saved.get("me"))
        return {
            "group": one_of(saved.get("group"), (MADE, OWN)),
            "came": whole(saved.get("came"), 0, len(PEOPLE)),
            "me": me if me["chosen"] else None,
            "cards": [one for one in each if one["chosen"]][:MOST],
            "hand": self._clean_card(saved.get("hand")),
            "wall": one_of(saved.get("wall"), (True, False), True),
            "view": one_of(saved.get("view"), VIEWS, VIEWS[0]),
            "look": whole(saved.get("look"), 0, MOST),
            "own": clean_reflection(saved.get("own"), 0),
        }

    def _clean_card(self, saved: object) -> dict[str, Any]:
        found = part(saved)
        chosen = some_of(found.get("chosen"), identities(self._))[:MOST_THINGS]
        return {"side": one_of(found.get("side"), SIDES, SIDES[0]), "chosen": chosen}

    @classmethod
    def written(cls, lesson: "Lesson", state: Mapping[str, Any]) -> tuple[Written, ...]:
        """What the person would ask somebody whom a line leads to."""
        _ = lesson.words
        return own_words(_("Choose one line. What would you like to ask this person?"), state.get("own"))

    def ways(self) -> Ways:
        """How it is done alone and together."""
        _ = self._
        return Ways(
            alone=_("Fourteen invented people come in, one by one. Then you join them."),
            pair=_("Add your two cards, then cards for people whom you both know. No names."),
            room=_(
                "One screen for a table of up to 24. Cards come in one by one, and all watch the lines. "
                "The shape of a card is drawn by lot."
            ),
            call=_("One person shares the screen. The others send a number and their things in the chat."),
        )

    # --- the data

    @property
    def invented(self) -> bool:
        """Whether the people in the web are the kit's own."""
        return bool(self.state["group"] == MADE)

    @property
    def on_wall(self) -> bool:
        """Whether what few people share must not be read."""
        return not self.invented and bool(self.state["wall"])

    def web(self) -> SharedWeb:
        """All cards that are in."""
        state = self.state
        if not self.invented:
            return SharedWeb([Card(side=one["side"], chosen=tuple(one["chosen"])) for one in state["cards"]])
        came = [Card(side=one.side, chosen=one.chosen) for one in PEOPLE[: state["came"]]]
        me = state["me"]
        return SharedWeb([*came, *([Card(side=me["side"], chosen=tuple(me["chosen"]))] if me else [])])

    @property
    def me(self) -> str:
        """The number of one's own card among the invented people; empty before."""
        return str(len(PEOPLE) + 1) if self.invented and self.state["me"] else ""

    def name(self, key: str) -> str:
        """What a card is called."""
        _ = self._
        return _("You") if key == self.me else _("Card {n}", n=int(key))

    # --- what a person does

    def _take_group(self, group: str) -> None:
        self.remember(group=group)
        self._show()

    def _come(self, many: int) -> None:
        came = min(self.state["came"] + many, len(PEOPLE))
        self.remember(came=came, look=came)
        self._show()

    def _add(self) -> None:
        hand = self.state["hand"]
        if not hand["chosen"]:
            self.told.value = note(self._("Choose at least one thing first. Small things are fine."))
            return
        if self.invented:
            self.remember(done=True, me=hand, look=len(PEOPLE) + 1)
        else:
            cards = [*self.state["cards"], hand][:MOST]
            other = SIDES[1 - SIDES.index(hand["side"])]  # so that the next card is of the other shape, unless changed
            self.remember(
                done=len(cards) >= LEAST, cards=cards, hand={"side": other, "chosen": []}, look=len(cards)
            )  # fmt: skip
        self._show()

    def _take_back(self) -> None:
        if self.invented:
            self.remember(hand=self.state["me"], me=None)
        else:
            self.remember(hand=self.state["cards"][-1], cards=self.state["cards"][:-1], look=0)
        self._show()

    def _hold(self, **changes: object) -> None:
        self.remember(hand={**self.state["hand"], **changes})

    def _take_wall(self, wall: bool) -> None:
        self.remember(wall=wall)
        self._draw()

    def look_at(self, key: str) -> None:
        """Let the lines of one card stand out."""
        self.remember(look=int(key))
        self._draw()

    def take_view(self, view: str) -> None:
        """Look at the web in another way."""
        self.remember(view=view)
        self._draw()

    # --- what the screen shows

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The web, beside it who comes next, and under it what can be seen."""
        _ = self._
        self.picture, self.told, self.views = html(), html(live=True), ipywidgets.VBox()
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        options = [
            (_("I am alone: fourteen people of Mill and Willow come in"), MADE),
            (_("We are several: everybody adds a card"), OWN),
        ]
        which = choice(_("Who is here?"), options, self.state["group"], self._take_group)
        ask = _("Choose one line. What would you like to ask this person?")
        own = reflection(ask, (), self.state["own"], lambda new: self.remember(own=new))
        self._show()
        return (which, card(side_by_side(self.picture, self.stage)), self.views, own)

    def _show(self) -> None:
        if self.state["group"] is None:
            self.stage.children = ()
        elif self.invented and self.state["came"] < len(PEOPLE):
            self.stage.children = self._coming()
        elif self.invented and self.state["me"]:
            self.stage.children = self._joined()
        else:
            self.stage.children = self._next()
        self._draw()

    def _draw(self) -> None:
        _, web = self._, self.web()
        if not web.cards:
            empty = _("Nobody is here yet.") if self.state["group"] else _("Say first who is here.")
            self.picture.value, self.views.children = f"<p>{escape(empty)}</p>", ()
            return
        look = str(self.state["look"])
        cards = [
            WebCard(
                key=key, sign=_.number(int(key)), round=one.side == SIDES[0], name=self.name(key),
                told=card_told(web, key, _),
            )
            for key, one in web.cards.items()
        ]  # fmt: skip
        marked = () if self.on_wall else self.connectors(web)
        told = _("A line joins two cards that share something. Whole lines cross, dashed ones stay on their side.")
        self.picture.value = web_picture(
            web.graph, cards, _, title=_("The web"), description=told, chosen=look if look in web.cards else None,
            marked=marked, room=self._room(web), key="web",
        )  # fmt: skip
        all_in = not self.invented or self.state["came"] == len(PEOPLE)
        self.views.children = WebViews(self, web).shown() if all_in and len(web.cards) >= LEAST else ()

    def _room(self, web: SharedWeb) -> int:
        """For how many cards of a shape places are kept, so that cards stay where they are while others come."""
        most = max(list(web.sides.values()).count(side) for side in SIDES)
        steps = (len(PEOPLE) // 2 + 1,) if self.invented else (5, 8, 12, MOST)
        return next(step for step in steps if most <= step)

    def connectors(self, web: SharedWeb) -> tuple[str, ...]:
        """The two cards through which most ways lead, once the web has some size."""
        few = len(web.cards) < 2 * LEAST
        return () if few else tuple(key for key, share in list(web.found.between.items())[:2] if share)

    def _coming(self) -> tuple[ipywidgets.Widget, ...]:
        _, came = self._, self.state["came"]
        step = buttons(
            button(_("Let the next one in") if came else _("Open the door"), lambda: self._come(1)),
            button(_("Let all in"), lambda: self._come(len(PEOPLE)), css="dk-quiet"),
        )
        if not came:
            told = _("A queue at the crossing, and time for tea. Round cards are from Mill, square ones from Willow.")
            return (html(f"<p>{escape(told)}</p>"), step, self.told)
        return (html(self._portrait(came), live=True), step, self.told)

    def _portrait(self, number: int) -> str:
        _, web = self._, self.web()
        head = _("Card {n}, a {shape}", n=number, shape=side_names(_)[PEOPLE[number - 1].side])
        lines = card_told(web, str(number), _)
        said = portraits(_)[number - 1]
        return (
            f"<p><b>{escape(head)}</b></p><p class='dk-scene'>{escape(said)}</p><p>{escape(lines)}</p>"
        )  # fmt: skip

    def _next(self) -> tuple[ipywidgets.Widget, ...]:
        _, state = self._, self.state
        if not self.invented and len(state["cards"]) >= MOST:
            full = html(note(_("Twenty-four cards fill the web. Begin a second one at another table.")))
            return (full, buttons(button(_("Take the last card back"), self._take_back, css="dk-quiet")))
        self.told.value = ""
        if self.invented and not state["hand"]["chosen"]:
            self._hold(chosen=self._from_circles())
        hand = self.state["hand"]
        shapes = [(name, side) for side, name in side_names(_).items()]
        shape = choice(_("The shape of this card"), shapes, hand["side"], lambda side: self._hold(side=side), row=True)
        ask = _("What do you lay open?") if self.invented else _("What does this person lay open?")
        chips = TopicChips(ask, hand["chosen"], lambda new: self._hold(chosen=new), _, most=MOST_THINGS)
        steps = [button(_("Join them") if self.invented else _("Add this card"), self._add)]
        if not self.invented and state["cards"]:
            steps.append(button(_("Take the last card back"), self._take_back, css="dk-quiet"))
        return (shape, chips.box, buttons(*steps), self.told)

    def _from_circles(self) -> list[str]:
        chosen = part(self.lesson.entry("circles").state).get("shared")
        return some_of(chosen, identities(self._))[:MOST_THINGS]

    def _joined(self) -> tuple[ipywidgets.Widget, ...]:
        _, web = self._, self.web()
        many = web.across_of(self.me)
        told = _.n(
            "You are in. {n} line leads to the other shape.", "You are in. {n} lines lead to the other shape.", many
        )
        hint = _("Look at your ties below. Three that you did not expect would be a good find.")
        if not web.graph.degree[self.me]:
            hint = _("No line yet: you bring something that nobody here had. Try one thing more.")
        again = button(_("Change my card"), self._take_back, css="dk-quiet")
        return (html(note(f"{told} {hint}"), live=True), buttons(again))
