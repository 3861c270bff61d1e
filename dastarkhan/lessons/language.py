"""Which language a lesson speaks: the notebook's folder, then the address, then the environment."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs

from dastarkhan.languages import LANGUAGES

SOURCE = "en"


def chosen_language(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The language of a notebook that runs in `folder`.

    A folder named after a language says it. Elsewhere, ``?language=`` of the page's address does
    (the page view hands it over as QUERY_STRING), then DASTARKHAN_LANGUAGE; else English.

    Examples
    --------
    >>> chosen_language(Path("modules/kk"), {})
    'kk'
    >>> chosen_language(Path("copies"), {"QUERY_STRING": "language=prs"})
    'prs'
    """
    asked = parse_qs(environment.get("QUERY_STRING", "")).get("language", [""])[0]
    for candidate in (folder.name, asked, environment.get("DASTARKHAN_LANGUAGE", "")):
        if candidate in LANGUAGES:
            return candidate
    return SOURCE
