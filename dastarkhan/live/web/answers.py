"""Answers that are pages."""

from starlette.responses import HTMLResponse


def page(html: str, status: int = 200) -> HTMLResponse:
    """Answer with a page."""
    return HTMLResponse(html, status_code=status)
