"""Taps come first: while one waits for its answer, no page is drawn."""

from starlette.types import ASGIApp, Receive, Scope, Send


class TapsFirst:
    """Tell the room how many taps wait for an answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        easel = scope["app"].state.site.room.watches.easel
        with easel.tap():
            await self.app(scope, receive, send)
