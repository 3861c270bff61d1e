"""The big code for the wall: a square to scan, and six signs to type."""

import io
from html import escape

import segno


def qr_svg(address: str, title: str) -> str:
    """Return the square as a picture for a page: black on white, without a style of its own.

    Parameters
    ----------
    address : str
        Where it leads.
    title : str
        What it is, for those who cannot see it.
    """
    drawn = io.BytesIO()
    segno.make(address, error="m").save(
        drawn, kind="svg", border=4, xmldecl=False, svgns=True, dark="#000", light="#fff", omitsize=True, svgclass="qr",
        lineclass=None,
    )  # fmt: skip
    svg = drawn.getvalue().decode("utf-8")
    return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(title)}" ', 1)


def qr_lines(address: str, encoding: str | None) -> list[str]:
    """Return the square for a black window, two dots a letter; none where its letters cannot be shown."""
    drawn = io.StringIO()
    segno.make(address, error="m").terminal(out=drawn, border=2, compact=True)
    text = drawn.getvalue()
    try:
        text.encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return []
    return text.rstrip("\n").split("\n")


def code_in_signs(code: str) -> str:
    """Write a code so that it can be read aloud.

    Examples
    --------
    >>> code_in_signs("AC7K3M")
    'A C 7   K 3 M'
    """
    half = len(code) // 2
    return f"{' '.join(code[:half])}   {' '.join(code[half:])}"
