"""What the pack takes from the guide: the run-sheet, and agreements that both sides of a real river signed."""

from collections.abc import Iterator
from dataclasses import asdict

from dastarkhan.guides import read_guide
from dastarkhan.languages import Words, words
from dastarkhan.languages.paths import own_house
from dastarkhan.paper.guide_print import run_sheet_page
from dastarkhan.paper.page import Page
from dastarkhan.paper.room import Room

NUMBER = "11"
"""The guide of the session in which river cases are played."""


def signed_agreements(_: Words) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the agreements in the reader's words, and their sources as pairs of a name and an address.

    Parameters
    ----------
    _ : Words
        That asks the guide's catalog too.
    """
    guide = read_guide(NUMBER)
    told = tuple(_.marked(text, context=f"regional_links.{key}") for key, text in asdict(guide.regional_links).items())
    sources = tuple((one.ref, one.url) for one in guide.sources if not one.url.startswith("https://doi.org"))
    return told, sources


def run_sheets(room: Room) -> Iterator[Page]:
    """Give the run-sheet of the session in each language of the room; English where the guide does not speak it."""
    for lang in dict.fromkeys(guide_language(lang) for lang in room.languages):
        guide = read_guide(NUMBER, lang)
        sheet = run_sheet_page(guide, str(guide.duration_min), words(lang, "kit"))
        yield Page(
            part="run", lang=lang, title=guide.title, foot=sheet["foot"], blocks=({"kind": "run_sheet", **sheet},)
        )


def guide_language(lang: str) -> str:
    """Return the language itself where there is a guide in it, else English."""
    return lang if (own_house().guides / lang).is_dir() else "en"
