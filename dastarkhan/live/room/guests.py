"""What a person does that is no move of the game: come in, change the language, send one line, stand up."""

import secrets
from collections.abc import Sequence

from dastarkhan.languages import LANGUAGES
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.stages import Stage
from simulations.errors import KitError

MOST_PEOPLE = 300
"""Above 60 the room is a hall: people are seated by sixties."""
LONGEST_NAME, LONGEST_LINE = 20, 200
JOINERS = "\u200c\u200d"  # Dari writes with them; other signs that do not print only turn directions
DOORS = ("", "circle", "triangle")


async def join(
    room: Room, *, lang: str, name: str = "", speaks: Sequence[str] = (), door: str = "", pair: bool = False
) -> str:
    """Let somebody in and return the id; the door has been opened by the code before.

    Raises
    ------
    KitError
        ``live.full`` from the 301st on, ``live.closed``, or ``live.bad_field``.
    """
    if room.stage is Stage.CLOSED:
        raise KitError("live.closed")
    if door not in DOORS:
        raise KitError("live.bad_field", field="door", value=door, allowed=DOORS)
    if len(room.state.people) >= MOST_PEOPLE:
        raise KitError("live.full", value=MOST_PEOPLE)
    person = f"p{secrets.token_hex(4)}"  # two who come at the same moment, at two processes, are still two
    known = [one for one in dict.fromkeys(speaks) if one in LANGUAGES]
    about = {"speaks": known, "door": door, "pair": pair}
    await room.tell("joined", {"person": person, "lang": _language(lang), "name": _short(name, LONGEST_NAME), **about})
    return person


async def change(room: Room, person: str, *, lang: str, name: str) -> None:
    """Change the language of a page, or the nickname."""
    await room.tell("changed", {"person": person, "lang": _language(lang), "name": _short(name, LONGEST_NAME)})


async def send_line(room: Room, person: str, text: str) -> None:
    """Take one anonymous line; nobody learns whose it is, and only the trainer reads it before it is let through."""
    words = _short(text, LONGEST_LINE)
    if not words:
        raise KitError("live.empty_text")
    if person in room.line_senders:
        return
    room.line_senders.add(person)
    try:
        await room.tell("line", {"text": words}, at=room.state.began)  # the minute would tell who it was
    except BaseException:
        room.line_senders.discard(person)  # it may be sent again
        raise


def _language(lang: str) -> str:
    if lang not in LANGUAGES:
        raise KitError("live.bad_field", field="language", value=lang, allowed=tuple(LANGUAGES))
    return lang


def _short(text: str, longest: int) -> str:
    """Take a typed text on one line, without signs that turn the direction of what stands around it."""
    plain = "".join(sign if sign.isprintable() or sign in JOINERS else " " for sign in text)
    return " ".join(plain.split())[:longest].strip()
