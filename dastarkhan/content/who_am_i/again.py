"""Would you like to meet again? The question, and three good answers."""

from dastarkhan.languages import Words


def again_ask(_: Words) -> str:
    """What everybody is asked about all the others."""
    return _("Would you like to meet them again?")


def again_answers(_: Words) -> dict[str, str]:
    """Three answers, each a good one."""
    return {"yes": _("Yes, gladly."), "perhaps": _("Perhaps."), "no": _("Not now.")}
