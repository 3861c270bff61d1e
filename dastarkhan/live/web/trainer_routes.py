"""The doors of a trainer: the private link, what to do, and what to take home."""

import io
import zipfile

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from dastarkhan.languages import LANGUAGES
from dastarkhan.live.pages.plain import erased_parts
from dastarkhan.live.pages.trainer import part_names, trainer_page, trainer_parts
from dastarkhan.live.room.acts import act
from dastarkhan.live.room.looking import trainer_look
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.saving import folder_name, record_name, room_name, save
from dastarkhan.live.room.trainer_looks import TrainerLook
from dastarkhan.live.room.watching import Watch
from dastarkhan.live.web.answers import page
from dastarkhan.live.web.doors import TRAINER, check_token, give_key, language_of, who_asks, who_enters
from dastarkhan.live.web.events import Drawn, name_of, stream
from dastarkhan.live.web.forms import done, fields_of, refused, tap_id
from dastarkhan.live.web.site import join_urls, room_of, site_of
from simulations.errors import KitError

LANGUAGE = "dastarkhan_language"
SURE = "erase"
GATHER_S = 0.4
"""A trainer's page shows all tables: it is drawn less often than a seat's."""


async def trainer(request: Request) -> Response:
    """Open the trainer's link, or show the trainer's page."""
    if "key" in request.query_params:
        answer = RedirectResponse("trainer", status_code=303)
        give_key(request, answer, TRAINER, await who_enters(request, TRAINER))
        if (lang := request.query_params.get("language", "")) in LANGUAGES:  # as the start was asked to speak
            _keep_language(answer, lang)
        return answer
    look = _look(request, await who_asks(request, TRAINER))
    return page(trainer_page(look, events=f"trainer-events?seen={name_of((0, trainer_parts(look)))}"))


def _look(request: Request, who: str) -> TrainerLook:
    site = site_of(request)
    folder = folder_name(site.records) if site.records else ""
    return trainer_look(site.room, who, _language(request), join_urls(request), site.warnings, folder)


def _language(request: Request) -> str:
    kept = request.cookies.get(LANGUAGE, "")
    return kept if kept in LANGUAGES else language_of(request)


async def trainer_events(request: Request) -> Response:
    """Send what changes on the trainer's page."""
    room, who = room_of(request), await who_asks(request, TRAINER)
    watch = Watch(("room", "tables", "people"), gather_s=GATHER_S)

    def draw() -> Drawn:
        if room.erased:
            return 0, erased_parts(_language(request), part_names())
        return 0, trainer_parts(_look(request, who))

    async def began() -> None:
        room.watches.add(watch)

    async def ended() -> None:
        room.watches.remove(watch)

    return stream(request, room.watches, watch, draw, began, ended)


async def do(request: Request) -> Response:
    """Do what the trainer asks for."""
    room, who, lang = room_of(request), await who_asks(request, TRAINER), _language(request)
    fields = await fields_of(request)
    try:
        check_token(request, who, fields.get("token", ""))
        if fields.get("do") == "language":
            return _speak(request, fields.get("language", ""))
        await _do(request, room, fields)
    except KitError as error:
        return refused(request, error, lang, "trainer")
    return done(request, "trainer")


async def _do(request: Request, room: Room, fields: dict[str, str]) -> None:
    word = fields.get("do", "")
    if word == "erase":
        if fields.get("sure") != SURE:
            raise KitError("live.not_sure")
        await room.erase()
    elif word == "save":
        await save(room, site_of(request).records, tap_id(fields))
    else:
        await act(room, word, fields, tap_id(fields))


def _speak(request: Request, lang: str) -> Response:
    if lang not in LANGUAGES:
        raise KitError("live.bad_field", field="language", value=lang, allowed=tuple(LANGUAGES))
    answer = RedirectResponse("trainer", status_code=303)
    _keep_language(answer, lang)
    return answer


def _keep_language(answer: Response, lang: str) -> None:
    answer.set_cookie(LANGUAGE, lang, path=None, httponly=True, samesite="lax")


async def records(request: Request) -> Response:
    """Give all moves in one file."""
    room = room_of(request)
    await who_asks(request, TRAINER)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in room.tables.values():
            archive.writestr(record_name(room, table.number), table.record.to_text())
    name = f'attachment; filename="{room_name(room)}-tables.zip"'
    return Response(packed.getvalue(), media_type="application/zip", headers={"content-disposition": name})


async def record(request: Request) -> Response:
    """Give the moves of one table."""
    room = room_of(request)
    await who_asks(request, TRAINER)
    number = request.query_params.get("table", "")
    if not (number.isascii() and number.isdigit() and len(number) < 7 and int(number) in room.tables):
        raise KitError("live.bad_field", field="table", value=number[:12], allowed=tuple(map(str, room.tables)))
    name = f'attachment; filename="{record_name(room, int(number))}"'
    text = room.tables[int(number)].record.to_text()
    return PlainTextResponse(text, headers={"content-disposition": name})
