"""The page of one seat: its parts, each drawn from the look and from nothing else, and the whole document."""

from collections.abc import Callable, Mapping
from hashlib import sha256

from markupsafe import Markup

from dastarkhan.live.pages.brief import cards, duties
from dastarkhan.live.pages.builder import own_values, terms, theirs, worth
from dastarkhan.live.pages.choices import panels
from dastarkhan.live.pages.debrief import results
from dastarkhan.live.pages.environment import language_names, render
from dastarkhan.live.pages.head import banner, time_left, where
from dastarkhan.live.pages.log import breaks, neighbours, questions
from dastarkhan.live.pages.offers import earlier_offers, offer_on_table, package_rows
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.sheet import sheet
from dastarkhan.live.pages.waiting import waiting
from dastarkhan.live.pages.years import no_agreement_words, years
from dastarkhan.live.room.looks import SeatLook
from dastarkhan.live.room.stages import Presence, Release, Stage

ROLE_DOWN = (Stage.HELD, Stage.CLOSED)
"""Stages in which the card lies face down: first the people, then the numbers."""


def seat_parts(look: SeatLook) -> dict[str, str]:
    """Return the inside of every section of a seat's page.

    Each part depends on the look alone, so that it need only be sent again when it differs.

    Examples
    --------
    >>> list(PARTS)
    ['head', 'after', 'table', 'act', 'build', 'brief', 'notes', 'years', 'me', 'jumps']
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
    told, css = banner(seen)
    return _draw("seat_head.html", seen, where=where(seen), banner=told, banner_class=css)


def _after(seen: Seen, id: str) -> Markup:
    held = seen.seated and seen.look.stage is Stage.HELD
    shown = results(seen) if Release.OWN in seen.look.released else ()
    return _draw("seat_after.html", seen, held=held, results=shown)


def _table(seen: Seen, id: str) -> Markup:
    if not seen.seated:
        return Markup("")
    _, talk = seen.words, seen.talk
    people = neighbours(seen)
    return _draw(
        "seat_table.html",
        seen,
        shown=True,
        agreement=package_rows(seen, talk.get("agreement") or {}),
        why_not=no_agreement_words(talk.get("no_agreement"), _),
        time_left=time_left(seen),
        news_now=tuple(_.case(seen.case, f"injects.{inject}.news") for inject in seen.view["injects"]),
        asked=questions(seen),
        offer=offer_on_table(seen),
        earlier=earlier_offers(seen),
        breaks=breaks(seen),
        people=people,
        n_away=sum(one.presence is Presence.AWAY for one in people),
    )


def _act(seen: Seen, id: str) -> Markup:
    may_offer = bool(seen.may("offer"))
    found = panels(seen)
    wait = "" if found or may_offer else waiting(seen)
    return _draw("seat_act.html", seen, panels=found, may_offer=may_offer, wait=wait, id=id)


def _build(seen: Seen, id: str) -> Markup:
    if seen.look.stage in ROLE_DOWN:
        return Markup("")
    return _draw(
        "seat_build.html",
        seen,
        terms=terms(seen),
        theirs=theirs(seen),
        worth=worth(seen),
        values=own_values(seen),
        may_offer=bool(seen.may("offer")),
        keep=f"offer-{seen.view.get('year', 0)}",
        id=id,
    )


def _brief(seen: Seen, id: str) -> Markup:
    if not seen.seated or seen.look.stage in ROLE_DOWN:
        return Markup("")
    return _draw("seat_brief.html", seen, cards=cards(seen), duties=duties(seen), sheet=sheet(seen))


def _notes(seen: Seen, id: str) -> Markup:
    return _draw("seat_notes.html", seen)


def _years(seen: Seen, id: str) -> Markup:
    numbers_wait = seen.look.stage in ROLE_DOWN and Release.OWN not in seen.look.released
    return _draw("seat_years.html", seen, years=() if numbers_wait else years(seen))


def _me(seen: Seen, id: str) -> Markup:
    return _draw("seat_me.html", seen, languages=language_names(seen.look.languages))


def _jumps(seen: Seen, id: str) -> Markup:
    """Draw the bar at the foot: only to what is there."""
    _ = seen.words
    down = seen.look.stage in ROLE_DOWN
    found = [
        ("table", _.c("jump", "Table"), "M3 8h18M5 8v10M19 8v10M8 8V5h8v3"),
        ("act", _.c("jump", "Act"), "M4 12l5 5L20 6"),
    ]
    if terms(seen) and not down:
        found.append(("build", _.c("jump", "Offer"), "M12 4v16M4 12h16"))
    if not down:
        found.append(("brief", _.c("jump", "Brief"), "M6 3h12v18H6zM9 8h6M9 12h6M9 16h4"))
    found.append(("notes", _.c("jump", "Notes"), "M4 20l1-5L16 4l4 4L9 19z"))
    return _draw("seat_jumps.html", seen, jumps=found if seen.seated else ())


PARTS: Mapping[str, Callable[[Seen, str], Markup]] = {
    "head": _head,
    "after": _after,
    "table": _table,
    "act": _act,
    "build": _build,
    "brief": _brief,
    "notes": _notes,
    "years": _years,
    "me": _me,
    "jumps": _jumps,
}
"""Part -> what draws it, in the order of the page."""
