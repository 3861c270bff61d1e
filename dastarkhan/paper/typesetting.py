"""From data to a PDF: one call to the typesetter, offline, with the kit's own fonts, the same bytes every time."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dastarkhan.languages import LANGUAGES, Language
from dastarkhan.pictures.tokens import FONT_FOLDER
from simulations.errors import KitError

TEMPLATES = Path(__file__).parent / "templates"
STANDARD: Final = "ua-1"
"""PDF/UA-1: a document that a screen reader can read; the typesetter refuses one that breaks the rules."""


def typeset(template: str, data: Mapping[str, object], output: Path | None = None) -> bytes:
    """Set a template of ``dastarkhan/paper/templates`` and return the PDF.

    Parameters
    ----------
    template : str
        Name without ``.typ``, such as ``"pack"``.
    data : mapping
        JSON-plain; the template reads it as ``data`` of ``look.typ``. It needs ``title`` and ``language``, those of the
        document; how every language is set is added here.
    output : Path, optional
        Also write the PDF into this file.

    Returns
    -------
    bytes
        Tagged (PDF/UA-1), without a date: the same data give the same bytes.

    Raises
    ------
    KitError
        ``check.cannot_write`` when the file cannot be written.
    """
    import typst

    whole = {**data, "languages": {code: setting(one) for code, one in LANGUAGES.items()}}
    made = typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[str(FONT_FOLDER)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(whole, ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=0,
    )
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave no PDF")
    if output is not None:
        _write(made, output)
    return made


def setting(language: Language) -> dict[str, object]:
    """Return how a language is set: its tag, its direction, its digits in prose.

    Examples
    --------
    >>> setting(LANGUAGES["prs"])
    {'lang': 'fa', 'region': 'AF', 'rtl': True, 'digits': ['۰', '۱', '۲', '۳', '۴', '۵', '۶', '۷', '۸', '۹']}
    """
    lang, _, region = language.html.partition("-")
    return {
        "lang": lang,
        "region": region or None,
        "rtl": language.direction == "rtl",
        "digits": list(language.digits),
    }


def _write(made: bytes, output: Path) -> None:
    try:
        output.write_bytes(made)
    except OSError as error:
        raise KitError("check.cannot_write", value=str(output), reason=error.strerror or str(error)) from error
