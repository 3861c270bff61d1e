"""The doors of a participant: the code, the personal link, the table, moves."""

import hmac
from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dastarkhan.languages import LANGUAGES, say
from dastarkhan.live.pages.join import join_page
from dastarkhan.live.pages.plain import erased_parts
from dastarkhan.live.pages.seat import PARTS, seat_page, seat_parts
from dastarkhan.live.room import guests
from dastarkhan.live.room.absence import sit_down, stand_up, welcome_back
from dastarkhan.live.room.looking import seat_look
from dastarkhan.live.room.looks import JoinLook, SeatLook
from dastarkhan.live.room.playing import play
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.secrets import form_token, who_has
from dastarkhan.live.room.table import LiveTable
from dastarkhan.live.room.watching import Watch
from dastarkhan.live.web.answers import page
from dastarkhan.live.web.doors import SEAT, check_token, give_key, language_of, there, who_asks, who_enters
from dastarkhan.live.web.events import Drawn, name_of, stream
from dastarkhan.live.web.forms import done, fields_of, move_of, refused, tap_id
from dastarkhan.live.web.site import room_of, site_of
from simulations.errors import KitError
from simulations.table import IllegalMove

DOOR = "door"
LONGEST_CODE = 12  # six signs, with room for spaces between them


async def front(request: Request) -> Response:
    """Show the first page; who has a seat already goes there."""
    room = there(request)
    if who_has(room.state.secret, request.cookies.get("dastarkhan_seat", "")) in room.state.people:
        return RedirectResponse("table", status_code=303)
    return page(_join(request, language_of(request), {"code": request.query_params.get("code", "")}))


async def show(request: Request) -> Response:
    """Show the first page in the language that was chosen, for a page without script; nothing is stored."""
    room, fields = there(request), await fields_of(request)
    check_token_of_door(request, room, fields.get("token", ""))
    return page(_join(request, _language(request, fields), fields))


def _join(request: Request, lang: str, fields: Mapping[str, str], fault: str = "") -> str:
    """Draw the first page with what was typed so far, which is kept in the page and nowhere else."""
    look = JoinLook(
        lang=lang,
        languages=tuple(LANGUAGES),
        code=fields.get("code", "")[:LONGEST_CODE],
        name=fields.get("name", "")[: guests.LONGEST_NAME],
        speaks=_speaks(fields),
        door=fields.get("door", ""),
        pair=_pair(fields),
        token=form_token(room_of(request).state.secret, DOOR),
        fault=fault,
    )
    return join_page(look)


def _language(request: Request, fields: Mapping[str, str]) -> str:
    lang = fields.get("language", "")
    return lang if lang in LANGUAGES else language_of(request)


def _speaks(fields: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(one.removeprefix("speaks.") for one in fields if one.startswith("speaks."))


def _pair(fields: Mapping[str, str]) -> bool:
    return fields.get("pair") == "on"


async def join(request: Request) -> Response:
    """Let somebody in who knows the code."""
    room, fields = there(request), await fields_of(request)
    lang = _language(request, fields)
    try:
        check_token_of_door(request, room, fields.get("token", ""))
        _check_code(request, fields.get("code", ""))
        person = await guests.join(
            room,
            lang=lang,
            name=fields.get("name", ""),
            speaks=_speaks(fields),
            door=fields.get("door", ""),
            pair=_pair(fields),
        )
    except KitError as error:
        return page(_join(request, lang, fields, say(error, lang)), 409)
    answer = RedirectResponse("table", status_code=303)
    give_key(request, answer, SEAT, person)
    return answer


def check_token_of_door(request: Request, room: Room, token: str) -> None:
    """Refuse a form that does not come from the first page."""
    if not hmac.compare_digest(form_token(room.state.secret, DOOR).encode(), token.encode()):
        raise KitError("live.foreign_form")


def _check_code(request: Request, typed: str) -> None:
    site = site_of(request)
    address = request.client.host if request.client else ""
    if site.guesses.too_many(address):
        raise KitError("live.too_many_codes")
    code = "".join(typed.split()).replace("-", "").upper()
    state = site.room.state
    if not hmac.compare_digest(code.encode(), state.code.encode()):
        site.guesses.wrong(address)
        raise KitError("live.wrong_code")
    if site.room.clock() >= state.code_until:
        raise KitError("live.old_code")


async def enter(request: Request) -> Response:
    """Open a personal link, on whatever device."""
    answer = RedirectResponse("table", status_code=303)
    give_key(request, answer, SEAT, await who_enters(request, SEAT))
    return answer


async def table(request: Request) -> Response:
    """Show the page of a seat."""
    person = await who_asks(request, SEAT)
    look = seat_look(room_of(request), person)
    return page(seat_page(look, events=f"table-events?seen={name_of(_drawn(look))}"))


async def table_events(request: Request) -> Response:
    """Send what changes on the page of a seat."""
    room, person = room_of(request), await who_asks(request, SEAT)
    watch = Watch(_topics(room, person))

    def draw() -> Drawn:
        if room.erased:
            return 0, erased_parts(room.state.people[person].lang, PARTS)
        room.watches.follow(watch, _topics(room, person))
        return _drawn(seat_look(room, person))

    async def began() -> None:
        room.watches.add(watch)
        await room.came(person)
        room.spawn(welcome_back(room, person))

    async def ended() -> None:
        room.watches.remove(watch)
        await room.went(person)

    return stream(request, room.watches, watch, draw, began, ended)


def _drawn(look: SeatLook) -> Drawn:
    return look.version, seat_parts(look)


def _topics(room: Room, person: str) -> tuple[str, ...]:
    place = room.state.place_of(person)
    return ("room", f"table/{place[0]}") if place else ("room",)


async def move(request: Request) -> Response:
    """Take a move; it is on the disk when the answer goes out."""
    room, person = room_of(request), await who_asks(request, SEAT)
    fields = await fields_of(request)
    try:
        check_token(request, person, fields.get("token", ""))
        place = room.state.place_of(person)
        if place is None or place[0] not in room.tables:
            raise KitError("live.no_seat")
        at_table = room.tables[place[0]]
        known = at_table.n_moves
        try:
            await _play(room, person, at_table, fields)
        except IllegalMove:
            if not await room.was_behind(at_table, known):
                raise
            await _play(room, person, at_table, fields)  # another process knew more than this one
    except KitError as error:
        return refused(request, error, room.state.people[person].lang, "table")
    return done(request, "table")


async def _play(room: Room, person: str, at_table: LiveTable, fields: Mapping[str, str]) -> None:
    if f"{person}.{tap_id(fields)}" in at_table.state.move_ids:
        return
    place = room.state.place_of(person)
    seat = place[1] if place else ""
    lawful = at_table.lawful(seat) if seat in at_table.seat_ids else ()
    await play(room, person, move_of(fields, lawful))


async def me(request: Request) -> Response:
    """Change the language or the nickname."""
    room, person = room_of(request), await who_asks(request, SEAT)
    fields, guest = await fields_of(request), room.state.people[person]
    try:
        check_token(request, person, fields.get("token", ""))
        lang, name = fields.get("language", guest.lang), fields.get("name", guest.name)
        await guests.change(room, person, lang=lang, name=name)
    except KitError as error:
        return refused(request, error, guest.lang, "table")
    return done(request, "table")


async def line(request: Request) -> Response:
    """Take one anonymous line."""
    room, person = room_of(request), await who_asks(request, SEAT)
    fields = await fields_of(request)
    try:
        check_token(request, person, fields.get("token", ""))
        await guests.send_line(room, person, fields.get("text", ""))
    except KitError as error:
        return refused(request, error, room.state.people[person].lang, "table")
    return done(request, "table")


async def away(request: Request) -> Response:
    """Let a person stand up; the table goes on, or waits, as the trainer chose for an empty chair."""
    return await _change_chair(request, stand_up)


async def back(request: Request) -> Response:
    """Let a person who stood up, or was away, sit down again."""
    return await _change_chair(request, sit_down)


async def _change_chair(request: Request, change: Callable[[Room, str], Awaitable[None]]) -> Response:
    room, person = room_of(request), await who_asks(request, SEAT)
    fields = await fields_of(request)
    try:
        check_token(request, person, fields.get("token", ""))
        await change(room, person)
    except KitError as error:
        return refused(request, error, room.state.people[person].lang, "table")
    return done(request, "table")
