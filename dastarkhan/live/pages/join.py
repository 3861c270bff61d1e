"""The first page: a code, a language, perhaps a nickname."""

from dastarkhan.live.pages.environment import language_names, render, still_english, tongues
from dastarkhan.live.room.looks import JoinLook


def join_page(look: JoinLook) -> str:
    """Return the page with which somebody comes into the room."""
    languages = {
        "languages": language_names(look.languages),
        "english": tongues(still_english(look.languages)),
        "speaks": tongues(look.languages),
    }
    return str(render("join.html", look.lang, look=look, **languages))
