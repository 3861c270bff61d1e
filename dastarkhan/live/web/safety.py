"""What every answer carries, and how much a request may bring."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 16_384
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "referrer-policy": "no-referrer",  # links hold keys
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}
"""Each of them, where an answer says nothing else."""
_RAW = tuple((name.encode(), value.encode()) for name, value in HEADERS.items())


class TooLargeError(Exception):
    """A request brought more than any form of ours."""


class Safety:
    """Add the headers; end a request that is too large before it is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        brought = 0

        async def counted() -> Message:
            nonlocal brought
            message = await receive()
            brought += len(message.get("body", b""))
            if brought > LARGEST_BODY:
                raise TooLargeError
            return message

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = message["headers"]
                names = {name for name, _ in said}
                message["headers"] = [*said, *(header for header in _RAW if header[0] not in names)]
            await send(message)

        await self.app(scope, counted, marked)
