"""The page of one seat: its parts, each drawn from the look and from nothing else, and the whole document."""

from collections.abc import Callable, Mapping
from hashlib import sha256

from markupsafe import Markup

from dastarkhan.languages import Words
from dastarkhan.live.pages.before import before_you_came
from dastarkhan.live.pages.brief import cards, duties
from dastarkhan.live.pages.builder import builds, last_year, own_values, terms, theirs, worth
from dastarkhan.live.pages.choices import panels
from dastarkhan.live.pages.debrief import results
from dastarkhan.live.pages.environment import language_names, render
from dastarkhan.live.pages.harder_years import harder_years
from dastarkhan.live.pages.head import banner, breaks_now, instead, time_left, where
from dastarkhan.live.pages.log import breaks, neighbours, newest_question, questions, rule
from dastarkhan.live.pages.offers import my_offer_lies, offer_on_table, package_rows
from dastarkhan.live.pages.said import n_older, newest, said_before
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.sheet import sheet
from dastarkhan.live.pages.shelf import drawn_once, short
from dastarkhan.live.pages.waiting import waiting
from dastarkhan.live.pages.years import no_agreement_words, years
from dastarkhan.live.room.looks import SeatLook
from dastarkhan.live.room.stages import Presence, Release, Stage

ROLE_DOWN = (Stage.HELD, Stage.CLOSED)
"""Stages in which the card lies face down: first the people, then the numbers."""

NOTHING = Markup("")


def seat_parts(look: SeatLook) -> dict[str, str]:
    """Return the inside of every section of a seat's page.

    Each part depends on the look alone, so that it need only be sent again when it differs.

    Examples
    --------
    >>> list(PARTS)
    ['head', 'before', 'after', 'table', 'said', 'people', 'act', 'build', 'brief', 'notes', 'years', 'me', 'jumps']
    """
    return _parts(look, "")


def seat_page(look: SeatLook, events: str = "table-events") -> str:
    """Return the whole page; its forms carry an id, so that it works without a script too.

    Parameters
    ----------
    look : SeatLook
    events : str, optional
        Relative address of the news.
    """
    me = sha256(look.link.encode()).hexdigest()[:12]  # keeps apart what two people keep on one phone
    return str(render("seat.html", look.lang, look=look, parts=_parts(look, look.move_id), me=me, events=events))


def _parts(look: SeatLook, id: str) -> dict[str, str]:
    seen = Seen(look)
    return {name: draw(seen, id) for name, draw in PARTS.items()}


def _draw(template: str, seen: Seen, **values: object) -> Markup:
    return Markup(render(template, seen.look.lang, seen=seen, look=seen.look, **values).strip())


def _head(seen: Seen, id: str) -> Markup:
    look, there, told, other, breaks = seen.look, where(seen), banner(seen), instead(seen), breaks_now(seen)

    def draw() -> Markup:
        return _draw(
            "seat_head.html",
            seen,
            where=there,
            banner=told[0],
            banner_class=told[1],
            instead=other,
            breaks=breaks,
        )

    said = look.messages[-1].text if look.messages else ""
    chair = (other, look.may_sit_down, look.token) if other else ()
    shown = (look.stage, look.gave_up, there, told, chair, breaks, look.clock.ends_at, said)
    return drawn_once(("head", look.lang, seen.case, look.seat, *shown), draw)


def _before(seen: Seen, id: str) -> Markup:
    told = before_you_came(seen)
    key = ("before", seen.look.lang, told)
    return drawn_once(key, lambda: _draw("seat_before.html", seen, told=told)) if told else NOTHING


def _after(seen: Seen, id: str) -> Markup:
    held = seen.look.stage is Stage.HELD
    shown = results(seen) if Release.OWN in seen.look.released else ()
    if not held and not shown:
        return NOTHING
    return _draw("seat_after.html", seen, held=held, results=shown, harder=harder_years(seen))


def _table(seen: Seen, id: str) -> Markup:
    if not _at_table(seen):
        return NOTHING
    talk = seen.talk
    shown = {
        "agreement": package_rows(seen, talk.get("agreement") or {}),
        "why_not": no_agreement_words(talk.get("no_agreement"), seen.words),
        "speaks": seen.seal(talk["speaking"]) if seen.talks_on else None,
        "time_left": time_left(seen),
        "news_now": tuple(seen.text(f"injects.{inject}.news") for inject in seen.view["injects"]),
        "asked": newest_question(seen),
        "offer": offer_on_table(seen),
        "newest": newest(seen),
    }
    key = ("table", seen.look.lang, seen.river, *shown.values())
    return drawn_once(key, lambda: _draw("seat_table.html", seen, **shown))


def _at_table(seen: Seen) -> bool:
    """Tell whether the table is shown: talks have begun, also those of the year, and no results stand in its place."""
    begun = seen.look.stage not in (Stage.GATHER, Stage.SEATED) and not seen.look.next_year_waits
    return seen.seated and begun and Release.OWN not in seen.look.released


def _said(seen: Seen, id: str) -> Markup:
    if not _at_table(seen):
        return NOTHING

    def draw() -> Markup:
        answered = tuple(one for one in reversed(questions(seen)) if one.answer)
        return _draw(
            "seat_said.html",
            seen,
            earlier=said_before(seen),
            older=n_older(seen),
            answered=answered,
            breaks=breaks(seen),
        )

    said = short(([seen.talk.get(name) for name in ("offers", "asked", "breaks")], seen.look.on_break))
    return drawn_once(("said before", seen.look.lang, seen.case, said), draw)


def _people(seen: Seen, id: str) -> Markup:
    if not seen.seated or seen.look.stage in ROLE_DOWN:
        return NOTHING
    look = seen.look
    at_table = short((seen.view["seats"], look.people, look.away_until))

    def draw() -> Markup:
        people = neighbours(seen)
        n_away = sum(one.presence is Presence.AWAY for one in people)
        return _draw("seat_people.html", seen, people=people, n_away=n_away, rule=rule(seen))

    return drawn_once(("people", look.lang, seen.case, look.seat, at_table), draw)


def _act(seen: Seen, id: str) -> Markup:
    may_offer = bool(seen.may("offer"))
    found = panels(seen)
    wait = "" if seen.look.lawful and seen.look.waits else waiting(seen)

    def draw() -> Markup:
        return _draw("seat_act.html", seen, panels=found, may_offer=may_offer, wait=wait, id=id)

    if id:  # a page on its own is asked for once; its news many times
        return draw()
    return drawn_once(("act", seen.look.lang, found, may_offer, wait, seen.look.token), draw)


def _build(seen: Seen, id: str) -> Markup:
    if not builds(seen):
        return NOTHING
    begin = {"theirs": theirs(seen), "last_year": last_year(seen)}
    may_offer, lies = bool(seen.may("offer")), my_offer_lies(seen)

    def draw() -> Markup:
        return _draw(
            "seat_build.html",
            seen,
            chips=drawn_once(("chips", *_own(seen)), lambda: _draw("seat_chips.html", seen, terms=terms(seen))),
            worth=worth(seen),
            values=own_values(seen),
            may_offer=may_offer,
            lies=lies,
            keep=f"offer-{seen.view.get('year', 0)}",
            id=id,
            **begin,
        )

    if id:
        return draw()
    return drawn_once(("build", *_own(seen), *begin.values(), may_offer, lies, seen.look.token), draw)


def _own(seen: Seen) -> tuple[str, object, str, str, object]:
    """Return what private numbers depend on: whose they are, for whom else the seat speaks, the year, the news."""
    covers = ",".join(seen.you["covers"])
    return seen.look.lang, seen.case, seen.look.seat, covers, (seen.view.get("year", 0), *seen.view["injects"])


def _brief(seen: Seen, id: str) -> Markup:
    if not seen.seated or seen.look.stage in ROLE_DOWN:
        return NOTHING
    between = seen.look.next_year_waits  # the sheet would be that of a year which may never come

    def draw() -> Markup:
        own = None if between else sheet(seen)
        return _draw("seat_brief.html", seen, cards=cards(seen), duties=duties(seen), sheet=own)

    return drawn_once(("brief", *_own(seen), seen.look.pair, between), draw)


def _notes(seen: Seen, id: str) -> Markup:
    key = ("notes", seen.look.lang, seen.look.stage is Stage.CLOSED)
    return drawn_once(key, lambda: _draw("seat_notes.html", seen)) if seen.seated else NOTHING


def _years(seen: Seen, id: str) -> Markup:
    numbers_wait = seen.look.stage in ROLE_DOWN and Release.OWN not in seen.look.released
    closed = seen.view.get("closed", ())
    if numbers_wait or not closed:
        return NOTHING
    key = ("years", seen.look.lang, seen.case, seen.look.seat, short(closed))
    return drawn_once(key, lambda: _draw("seat_years.html", seen, years=years(seen)))


def _me(seen: Seen, id: str) -> Markup:
    look = seen.look
    may_leave = seen.seated and not look.instead and not look.over
    key = ("me", look.lang, look.languages, look.name, look.link, look.token, may_leave)

    def draw() -> Markup:
        return _draw("seat_me.html", seen, languages=language_names(look.languages), may_leave=may_leave)

    return drawn_once(key, draw)


def _jumps(seen: Seen, id: str) -> Markup:
    """Draw the bar at the foot: only to what is there."""
    if not seen.seated or seen.look.stage in ROLE_DOWN:
        return NOTHING
    there = (_at_table(seen), True, builds(seen), True, True, True)

    def draw() -> Markup:
        jumps = zip(there, _all_jumps(seen.words), strict=True)
        return _draw("seat_jumps.html", seen, jumps=[jump for is_there, jump in jumps if is_there])

    return drawn_once(("jumps", seen.look.lang, there), draw)


def _all_jumps(_: Words) -> tuple[tuple[str, str, str], ...]:
    """Give every jump as (part, words, path of its picture)."""
    return (
        ("table", _.c("jump", "Table"), "M3 8h18M5 8v10M19 8v10M8 8V5h8v3"),
        ("act", _.c("jump", "Act"), "M4 12l5 5L20 6"),
        ("build", _.c("jump", "Offer"), "M12 4v16M4 12h16"),
        ("brief", _.c("jump", "Brief"), "M6 3h12v18H6zM9 8h6M9 12h6M9 16h4"),
        ("notes", _.c("jump", "Notes"), "M4 20l1-5L16 4l4 4L9 19z"),
        ("me", _.c("jump", "You"), "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 15-5 16 0"),
    )


PARTS: Mapping[str, Callable[[Seen, str], Markup]] = {
    "head": _head,
    "before": _before,
    "after": _after,
    "table": _table,
    "said": _said,
    "people": _people,
    "act": _act,
    "build": _build,
    "brief": _brief,
    "notes": _notes,
    "years": _years,
    "me": _me,
    "jumps": _jumps,
}
"""Part -> what draws it, in the order of the page."""
