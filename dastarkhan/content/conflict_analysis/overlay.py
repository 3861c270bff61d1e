"""Two maps of one quarrel, laid over each other: how it is done, on a screen and on paper, and what to ask."""

from dastarkhan.languages import Words


def announcement(_: Words) -> tuple[str, ...]:
    """What is said before anybody reads. Nobody is tricked here."""
    return (
        _("There are two briefings of one quarrel, and they differ. Both are honest."),
        _("You get one by the shape of your card: a circle or a square. Nobody asks where you come from."),
        _("Each briefing leaves out what its side does not know. In life it is the same."),
    )


def motto(_: Words) -> str:
    """What stands under every map; the thought is that of the tip sheet named in the sources."""
    return _("A map shows how somebody sees it. It does not show how it is.")


def drawing(_: Words) -> tuple[str, ...]:
    """How a map is drawn; the same on a screen and on paper."""
    return (
        _("Draw only what your briefing speaks of. A line that you guess gets a question mark."),
        _("Between two people there can be a need, and one line more."),
        _("Leave somebody out when your briefing does not know them. That is part of the picture."),
        _("Ask before you stop: who is touched by this, and has no place on our map?"),
    )


def on_paper(_: Words) -> tuple[str, ...]:
    """The paper twin: both sheets have their people in the same places."""
    return (
        _("Print both sheets on thin paper. All names stand in the same places on both."),
        _("Circles draw with a pencil, squares with a pen. Draw the lines as the key shows them."),
        _("Lay one sheet on the other, and hold both against a window or a lamp."),
        _("Without light: one side reads its lines aloud, the other ticks them off in the table of pairs."),
        _("Go over the lines that both have with a thick pen. Put a ring around all others."),
    )


def reading(_: Words) -> tuple[str, ...]:
    """Questions to the two maps, in this order."""
    return (
        _("What have both drawn? Begin there, and stay for a moment."),
        _("Which line did only one side draw? What does this side know?"),
        _("Where did both draw a line, and not the same one? What would you have to ask, and whom?"),
        _("Who stands on one map only? Who stands on none?"),
        _("Which good line leads furthest from one side to the other?"),
    )


def model_says(_: Words) -> tuple[str, ...]:
    """What the screen adds when it counts, and what it does not know."""
    return (
        _("The kit compares the lines and counts nothing else. Many differences are no bad mark."),
        _("Trust and trade count as good lines, quarrel and silence as bad ones. A need is drawn and not counted."),
        _("A triangle under strain is three people whose lines do not go together. Often somebody there is torn."),
        _("A model is an argument, not evidence. Change one line and see."),
    )
