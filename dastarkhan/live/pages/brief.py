"""What only this seat may read: who it is, what it knows, and the cards of empty seats that it speaks for."""

from dataclasses import dataclass

from dastarkhan.live.pages.seen import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One seat's card: its name, its brief, and its facts as (label, number)."""

    seat: str
    brief: str
    facts: tuple[tuple[str, str], ...]


def cards(seen: Seen) -> tuple[Card, ...]:
    """Return the own card first, then those of the seats that this one covers."""
    return tuple(_card(seen, seat) for seat in (seen.look.seat, *seen.you["covers"]))


def _card(seen: Seen, seat: str) -> Card:
    _ = seen.words
    private = seen.you["private"].get(seat, {})
    facts = tuple((seen.text(f"seats.{seat}.private.{key}"), _.number(value)) for key, value in private.items())
    return Card(seat=seen.seat_name(seat), brief=seen.text(f"seats.{seat}.brief"), facts=facts)


def duties(seen: Seen) -> tuple[str, ...]:
    """Give a person of no side real work; nothing for who belongs to a side."""
    _ = seen.words
    if seen.deals:
        return ()
    if seen.mediates:
        return (
            _("Listen to each side, and ask aloud what it needs most."),
            _("When you have the word, you may put one text on the table. It belongs to nobody."),
            _("Everybody then takes it, or says which one change would mend it."),
            _("You have no points. Nobody may show you a private sheet."),
        )
    return (
        _("Watch the time, and say aloud when two minutes are left."),
        _("Read each offer aloud, in the words that stand on the table."),
        _("Notice who is heard and who is not, and tell it at the end."),
        _("You have no points. Nobody may show you a private sheet."),
    )
