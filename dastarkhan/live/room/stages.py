"""Closed sets of the room: where it stands, what happens with an empty chair, what the trainer lets be seen."""

from enum import StrEnum


class Stage(StrEnum):
    """Where the room stands."""

    GATHER = "gather"  # people come in
    SEATED = "seated"  # everybody knows table and seat, and may read the brief
    PLAY = "play"
    PAUSE = "pause"
    HELD = "held"  # all tables are over; cards face down, feelings first
    CLOSED = "closed"


class Absence(StrEnum):
    """What happens when somebody is away and the table waits for them."""

    WAIT = "wait"  # a countdown is shown, and nothing else happens
    SMALLER = "smaller"  # the seat is covered by a colleague
    PARTNER = "partner"  # a partner plays on
    CAREFUL = "careful"  # passes and says no until they are back


class StandIn(StrEnum):
    """Who plays a seat that nobody holds."""

    PARTNER = "partner"  # the game's own
    CAREFUL = "careful"  # passes, and says no with a reason that saves face


class Instead(StrEnum):
    """Who plays a seat in place of the person who holds it."""

    PARTNER = StandIn.PARTNER.value
    CAREFUL = StandIn.CAREFUL.value
    COLLEAGUE = "colleague"  # the table goes on smaller, and somebody of the same side speaks for it
    NOBODY = "nobody"  # the person stood up, and the table waits


class Release(StrEnum):
    """What the trainer lets be seen after the talks, in this order."""

    OWN = "own"  # each table sees its own results
    DOTS = "dots"  # the wall shows all agreements as dots without labels
    RELATIONS = "relations"  # who answered whom, as the moves say
    STRESS = "stress"  # what harder years would do to the agreements


class Presence(StrEnum):
    """Whether somebody who holds a seat is here."""

    HERE = "here"
    AWAY = "away"
    PARTNER = "partner"
    EMPTY = "empty"
