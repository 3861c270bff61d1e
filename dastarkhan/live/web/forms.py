"""Reading a form and answering it: a short yes for a script, a way back for a page without one, a plain no for both."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from dastarkhan.languages import say
from dastarkhan.live.pages.plain import message_page
from dastarkhan.live.pages.posted import PREFIX, posted_move
from dastarkhan.live.web.answers import page
from simulations.errors import KitError
from simulations.table import Choice, Move

BY_SCRIPT = "x-dastarkhan"
"""A header that our script sends; a page without script does not."""
FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 64
LONGEST_ID = 64
_encode = json.JSONEncoder(ensure_ascii=False).encode


async def fields_of(request: Request) -> dict[str, str]:
    """Return the fields of a form, each once. What is not written as our pages write forms has none."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        return {}
    body = (await request.body()).decode("utf-8", "replace")
    try:
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise HTTPException(400) from None


def done(request: Request, back: str) -> Response:
    """Answer a form that was taken."""
    if BY_SCRIPT in request.headers or "hx-request" in request.headers:
        return Response(status_code=204)
    return RedirectResponse(back, status_code=303)


def refused(request: Request, error: KitError, lang: str, back: str, status: int = 409) -> Response:
    """Answer a form that was not taken, in one plain sentence; nothing has changed."""
    sentence = say(error, lang)
    if BY_SCRIPT in request.headers or "hx-request" in request.headers:
        return PlainTextResponse(sentence, status_code=status)
    return page(message_page(lang, sentence, link=back), status)


def tap_id(fields: Mapping[str, str]) -> str:
    """Return the id of a tap.

    Raises
    ------
    KitError
        ``live.bad_field`` when it is missing or longer than 64 signs.
    """
    id = fields.get("id", "")
    if not 0 < len(id) <= LONGEST_ID or not id.isascii() or not id.isprintable():
        raise KitError("live.bad_field", field="id", value=id[:LONGEST_ID], allowed=f"1 – {LONGEST_ID}")
    return id


def move_of(fields: Mapping[str, str], lawful: tuple[Choice, ...]) -> Move:
    """Return the move that a form asks for; its seat is whoever sends it.

    Particulars come as single fields, or together as JSON in ``data``.

    Raises
    ------
    KitError
        ``live.bad_field`` for JSON that is none, or a bad id.
    """
    together = {f"{PREFIX}{name}": _written(value) for name, value in _together(fields.get("data", "")).items()}
    kind, data = posted_move({**fields, **together}, lawful)
    return Move(id=tap_id(fields), seat="", kind=kind, data=data)


def _together(text: str) -> Mapping[str, Any]:
    if not text:
        return {}
    try:
        read = json.loads(text)
        _encode(read).encode()  # half a sign cannot be stored, nor be said in a sentence
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise KitError("live.bad_field", field="data", value=text[:LONGEST_ID], allowed="JSON")
    return read


def _written(value: object) -> str:
    return value if isinstance(value, str) else _encode(value)
