"""How requests are read from the wire: by a parser in C, which leaves it to us to end a request without an end."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from dastarkhan.live.web.safety import LARGEST_BODY

LARGEST_REQUEST = 16 * LARGEST_BODY
"""Bytes of one request in all. A form that is too large hears so long before; who sends this much is no browser."""


class Wire(HttpToolsProtocol):
    """uvicorn's fast HTTP/1.1; a connection that brings more than `LARGEST_REQUEST` for one request is closed."""

    _brought = 0

    def on_message_begin(self) -> None:
        """Begin to count anew: a browser asks for one thing after the other on the same connection."""
        self._brought = 0
        super().on_message_begin()

    def data_received(self, data: bytes) -> None:
        """Take what has come."""
        self._brought += len(data)
        if self._brought > LARGEST_REQUEST:
            self.transport.close()
            return
        super().data_received(data)
