"""What the page view (Voila) is told about a notebook before it is shown: its language, title and words."""

from typing import Any

from dastarkhan.jupyter.choice import choose
from dastarkhan.jupyter.look import asset
from dastarkhan.jupyter.shelf import first_heading, plain
from dastarkhan.languages import LANGUAGES, words

STYLES = ("tokens.css", "fonts.css", "jupyter.css", "widgets.css", "page.css")


def prepare(handler: Any, notebook: Any, cwd: str) -> None:
    """Voila's ``prelaunch_hook``: put what the template needs into the notebook's metadata.

    The language is that of the notebook's folder, as for the activities in it (`dastarkhan.lessons.language`);
    outside such a folder the address says it, then what the welcome page remembers.
    """
    folder = cwd.replace("\\", "/").rpartition("/")[2]
    asked = handler.get_query_argument("language", "")
    language = next((code for code in (folder, asked) if code in LANGUAGES), None) or choose(handler)
    spoken = LANGUAGES[language]
    depth = handler.request.path.count("/") - str(handler.base_url).count("/")
    handler.xsrf_token  # noqa: B018 - sets the cookie without which a page that closes cannot stop its kernel
    home = "../" * depth + "dastarkhan/"
    notebook.metadata["dastarkhan_page"] = {
        "html": spoken.html,
        "direction": spoken.direction,
        "language": language,
        "home": home,
        "back": f"{home}?language={asked if asked in LANGUAGES else language}",
        "styles": [home + asset(name) for name in STYLES],
        "script": home + asset("page.js"),
        "formulas": home + asset("formulas.js"),
        "title": plain(first_heading(notebook)[0]),
        "words": page_words(language),
    }


def page_words(language: str) -> dict[str, str]:
    """Return every sentence the page view says by itself."""
    _ = words(language, "kit")
    return {
        "skip": _("Skip to the lesson"),
        "home": _("All lessons"),
        "loading": _("The cloth is being spread"),
        "loading_more": _("The lesson opens in a few seconds. You can start reading as soon as it appears."),
        "slow": _("This takes longer than usual. The computer may be busy; please wait a little more."),
        "lost": _("The lesson has lost its computer"),
        "lost_more": _("The program behind this page has stopped. What you did is saved; load the page to go on."),
        "offline": _("If loading does not help, start Dastarkhan again, or open your link again."),
        "reload": _("Load the page again"),
        "broken": _("Something did not open here. Load the page again; what you did is saved."),
        "one_person": _("One person per page: if two people share it, their answers mix."),
    }
