"""For who came late: what happened at the table before, in at most six sentences, from what everybody there knows."""

from collections.abc import Iterator

from dastarkhan.languages import Words
from dastarkhan.live.pages.said import what_became_of
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.years import Year, years
from dastarkhan.live.room.stages import Stage

BETWEEN = " · "
"""Between names and terms: many hold a comma of their own."""


def before_you_came(seen: Seen) -> tuple[str, ...]:
    """Return the sentences of the catch-up card; none for who was there from the beginning, or has moved since."""
    _, look = seen.words, seen.look
    if not (look.came_late and seen.seated and look.stage in (Stage.PLAY, Stage.PAUSE)) or look.over:
        return ()
    if look.next_year_waits:
        return (*_last_year(seen), _("The next year begins when the trainer opens it."))
    return (_where(seen), *_last_year(seen), *_now(seen), _waits(seen))


def _where(seen: Seen) -> str:
    _, view = seen.words, seen.view
    if seen.river:
        return _("The talks are in year {n} of {total}.", n=view["year"], total=view["years"])
    return _("The talks are in round {n} of {total}.", n=seen.talk["round"], total=seen.talk["rounds"])


def _last_year(seen: Seen) -> Iterator[str]:
    """Tell of the year that was closed last: what was agreed or why not, and what each side decided alone."""
    _ = seen.words
    for year in years(seen)[:1]:
        yield _agreed(year, _)
        alone: dict[str, list[str]] = {}
        for side, words in year.decided:
            if side is not None:
                alone.setdefault(side.name, []).append(words)
        for name, decided in alone.items():
            yield _("{side} decided alone: {words}", side=name, words=BETWEEN.join(decided))


def _agreed(year: Year, _: Words) -> str:
    n, card = year.number, year.card
    if not year.agreement:
        return _("In year {n} ({card}) there was no agreement: {reason}", n=n, card=card, reason=year.why_not)
    package = BETWEEN.join(_("{term}: {option}", term=row.title, option=row.option) for row in year.agreement)
    return _("In year {n} ({card}) this was agreed: {package}", n=n, card=card, package=package)


def _now(seen: Seen) -> Iterator[str]:
    """Tell which offer lies on the table, who made it and who stands behind it, or what came of the newest one."""
    _, talk = seen.words, seen.talk
    if not talk:
        return
    if talk["agreement"]:  # of a year: a table without years would be over
        yield _("For this year there is an agreement; it stands below.")
    elif talk["no_agreement"]:
        yield _("For this year there is no agreement; the reason stands below.")
    elif talk["offer"]:
        yield _on_table(seen)
    elif talk["offers"]:
        yield what_became_of(seen, talk["offers"][-1])
    else:
        yield _("Nobody has made an offer yet this year.") if seen.river else _("Nobody has made an offer yet.")


def _on_table(seen: Seen) -> str:
    _, offer = seen.words, seen.talk["offer"]
    number, maker = offer["number"], seen.seat_name(offer["by"])
    others = BETWEEN.join(seen.seat_name(seat) for seat in offer["stands"] if seat != offer["by"])
    if others:
        return _("Offer {n} lies on the table, by {seat}; also behind it: {seats}", n=number, seat=maker, seats=others)
    return _("Offer {n} lies on the table, by {seat}.", n=number, seat=maker)


def _waits(seen: Seen) -> str:
    """Tell what the table waits for; not what the seat did before, for that was somebody else."""
    _, talk = seen.words, seen.talk
    if seen.look.waits:
        return _("The table waits for you.")
    if not seen.talks_on:
        return _("Decisions are taken now.")
    question = next((one for one in talk["asked"] if one["answer"] is None), None)
    if question:
        return _("{side} thinks about a question.", side=seen.seal(question["of"]).name)
    if talk["offer"]:
        return _("Others still think about the offer.")
    return _("{side} has the word.", side=seen.seal(talk["speaking"]).name)
