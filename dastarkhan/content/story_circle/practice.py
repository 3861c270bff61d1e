"""The practice debate: harmless questions, the rules of both talks, and one talk as an example."""

from dastarkhan.languages import Words

EXAMPLE_DEBATE = "ABABABCABABDABABAB"
"""Who spoke, in turn, in an invented debate of six; E and F say nothing."""
EXAMPLE_DIALOGUE = "CADBEAFCEBDFA"


def only_this(_: Words) -> str:
    """Where turns are counted, and where never."""
    return _("Only this practice is counted. In the story circle nobody counts, and nothing is drawn.")


def talk_names(_: Words) -> dict[str, str]:
    """The two talks."""
    return {"debate": _("First a debate"), "dialogue": _("Then a dialogue")}


def harmless(_: Words) -> dict[str, str]:
    """Questions on which nobody's life depends."""
    return {
        "salt": _("Tea with salt, or without?"),
        "football": _("Football in the morning, or in the evening?"),
        "window": _("On the bus: the window or the aisle?"),
        "melon": _("Melon before the meal, or after it?"),
    }


def debate_rules(_: Words) -> tuple[str, ...]:
    """How the first three minutes go."""
    return (
        _("Three seats are for the first answer and three for the second, by seat and not by taste."),
        _("Win the others over. You may answer at once."),
        _("Somebody beside the table taps the seat whenever a new voice begins."),
    )


def dialogue_rules(_: Words) -> tuple[str, ...]:
    """How the second three minutes go."""
    return (
        _("The same question, and now everybody speaks for themselves."),
        _("Before you speak, say in a few words what you have just heard."),
        _("Ask at least one open question. Nobody has to be won over."),
    )
