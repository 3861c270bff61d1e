"""What the pack takes from the guide's front matter: agreements that both sides of a real river signed."""

from functools import cache
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.languages.paths import kit_root

GUIDE = "11_shared_river.md"


def signed_agreements(_: Words) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the agreements in the reader's words, and their sources as pairs of a name and an address.

    Parameters
    ----------
    _ : Words
        That asks the guide's catalog too.
    """
    front = _front()
    told = tuple(_.marked(words, context=f"regional_links.{key}") for key, words in front["regional_links"].items())
    sources = tuple(
        (str(one["ref"]), str(one["url"]))
        for one in front["sources"]
        if not str(one["url"]).startswith("https://doi.org")
    )
    return told, sources


@cache
def _front() -> dict[str, Any]:
    import yaml  # type: ignore[import-untyped, unused-ignore]

    text = (kit_root() / "facilitator_guides" / "en" / GUIDE).read_text(encoding="utf-8")
    front: dict[str, Any] = yaml.safe_load(text.split("\n---", 1)[0])
    return front
