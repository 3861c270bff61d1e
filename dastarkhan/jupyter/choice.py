"""Which language a page speaks: the address, then the cookie, then the setting, then the browser, then English."""

from tornado.web import RequestHandler

from dastarkhan.languages import LANGUAGES, environment_language
from dastarkhan.languages.paths import catalog_folders

COOKIE = "dastarkhan-language"
DEFAULT = "en"


def ready_languages() -> tuple[str, ...]:
    """List the languages whose words for the kit exist; English is always one of them."""
    folders = catalog_folders()
    return tuple(
        code for code in LANGUAGES if code == DEFAULT or any((folder / code / "kit.po").exists() for folder in folders)
    )


def choose(handler: RequestHandler) -> str:
    """Return the language for this request, and remember it in a cookie when the address named one."""
    ready = ready_languages()
    asked = handler.get_query_argument("language", "")
    if asked in LANGUAGES:
        base = handler.settings.get("base_url", "/")
        handler.set_cookie(COOKIE, asked, path=base, expires_days=365, samesite="Lax", httponly=True)
        return asked
    kept = (handler.get_cookie(COOKIE), environment_language(otherwise=""), *_wishes(handler))
    return next((code for code in kept if code in ready), DEFAULT)


def _wishes(handler: RequestHandler) -> list[str]:
    """Read the browser's languages, best first; Afghan browsers ask for Dari as ``fa-AF`` or ``prs``."""
    header = handler.request.headers.get("Accept-Language", "")
    tags = [part.split(";")[0].strip().lower() for part in header.split(",")]
    return ["prs" if tag == "fa-af" else tag.split("-")[0] for tag in tags]
