"""Above everything: which table and year it is, what the person should know at once, how much time is left."""

from dastarkhan.live.pages.seals import Seal
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.room.stages import Instead, Stage


def where(seen: Seen) -> str:
    """Say the case, the table, and the year or the round."""
    _, look, view = seen.words, seen.look, seen.view
    told = [_("Table {n}", n=look.table)] if look.table else [seen.text("title")]
    if look.name:
        told.append(_.isolate(look.name))
    if look.stage in (Stage.PLAY, Stage.PAUSE) and not look.over:
        if seen.river:
            year = view["year"] - look.next_year_waits  # the next one is not open yet
            told.append(_("Year {n} of {total}", n=year, total=view["years"]))
        elif seen.talk:
            told.append(_("Round {n} of {total}", n=seen.talk["round"], total=seen.talk["rounds"]))
    return " · ".join(told)


def banner(seen: Seen) -> tuple[str, str]:
    """Return what the person should know at once, and its class; nothing when there is nothing to tell."""
    _, look = seen.words, seen.look
    if look.stage is Stage.PAUSE:
        return _("The room pauses. Everything is kept."), "pause"
    if look.stage is Stage.HELD and look.debrief is not None:
        return _("What your table found stands below."), "held"
    if look.stage is Stage.HELD:
        return (_("Card face down. Look up.") if look.seat else _("The talks are over. Look up.")), "held"
    if look.stage is Stage.CLOSED:
        return _("The room is closed. Thank you for sitting down together."), "held"
    if seen.playing and seen.may("offer"):
        return _("You have the word."), "turn"
    if seen.playing and look.waits:
        return _("The table waits for you."), "turn"
    if seen.playing and look.next_year_waits:
        return _("This year is over."), "held"
    return "", ""


def instead(seen: Seen) -> str:
    """Say who plays the seat in place of the one who looks; nothing where nobody does."""
    _ = seen.words
    told = {
        Instead.PARTNER: _("A partner of the kit plays your seat now."),
        Instead.CAREFUL: _("A careful stand-in holds your seat."),
        Instead.COLLEAGUE: _("A colleague speaks for your seat now."),
        Instead.NOBODY: _("You left the table. Your seat waits for you."),
    }
    return told[seen.look.instead] if seen.look.instead else ""


def breaks_now(seen: Seen) -> tuple[tuple[Seal, str], ...]:
    """Say which sides take their break, one's own with what ends it."""
    if not seen.talks_on:
        return ()
    _ = seen.words
    return tuple(
        (
            seen.seal(side),
            _("Your side takes its break. Its next move ends it.")
            if side == seen.side
            else _("{side} takes a break. Nobody hurries.", side=seen.seal(side).name),
        )
        for side in seen.look.on_break
    )


def time_left(seen: Seen) -> str:
    """Say how many offers may still come; a number only when they are few. Minutes are told by the clock."""
    if not seen.talks_on:
        return ""
    _, talk = seen.words, seen.talk
    left = talk["turns"] - talk["turn"] + (0 if talk["offer"] else 1)
    if left * 3 > talk["turns"] * 2:
        return _("Many more offers are possible.")
    if left * 3 > talk["turns"]:
        return _("Several more offers are possible.")
    told = {
        0: _("No other offer is possible this year.") if seen.river else _("No other offer is possible."),
        1: _("One more offer is possible."),
        2: _("Two more offers are possible."),
        3: _("Three more offers are possible."),
    }
    return told.get(left) or _.n("{n} more offer is possible.", "{n} more offers are possible.", left)
