"""Leading fits the situation: how much somebody knows, and how sure they feel, in this task and on this day."""

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words


def lead_kinds(_: Words) -> tuple[Kind, ...]:
    """Four things that one can do beside somebody with a task."""
    return (
        Kind(key="show", name=_("Show how"), says=_("small steps, side by side, until the hands know it")),
        Kind(key="together", name=_("Think it through together"), says=_("explain why, ask back, decide as two")),
        Kind(key="listen", name=_("Listen and stand behind"), says=_("the person knows how, and needs some courage")),
        Kind(key="give", name=_("Give it away"), says=_("agree on what and when, and let go of how")),
    )


def lead_scenes(_: Words) -> tuple[Scene, ...]:
    """Six people with a task."""
    return (
        Scene(
            key="first_screw",
            text=_("Malika is sixteen, and wants to build the stage at once. She has never held a drill."),
            kind="show",
            why={
                "show": _("The wish is there, the grip is not. An hour side by side saves a finger."),
                "together": _("A talk about the stage can come later. First the drill."),
                "listen": _("She has courage enough. It is the how that is missing."),
                "give": _("Trust is fine. With a drill it needs a first hour together."),
            },
        ),
        Scene(
            key="baker",
            text=_("A baker of forty years takes over the bread. He has baked for every wedding in Willow."),
            kind="give",
            why={
                "show": _("He would be polite about it. The bread would not get better."),
                "together": _("Ask him if he wants that. He may rather need the number of guests, and quiet."),
                "listen": _("A friendly ear never harms. But he needs neither courage nor advice."),
                "give": _("Say how many loaves, and when. The rest is in his hands, and gladly so."),
            },
        ),
        Scene(
            key="shaky_voice",
            text=_("Nargiza has opened ten meetings well. Before two hundred people her voice shakes."),
            kind="listen",
            why={
                "show": _("She knows how to do it. A lesson would say: you do not."),
                "together": _("A little of it may help. First ask what she needs, and believe it."),
                "listen": _("“What would help you?” Perhaps a friend in the first row is enough."),
                "give": _("“You can do it” and away: that can feel like being left alone."),
            },
        ),
        Scene(
            key="tired_poster",
            text=_("Farhod began the poster with joy. After the third new wish he asks what it is all for."),
            kind="together",
            why={
                "show": _("He can draw. He is missing the why."),
                "together": _(
                    "Say where the wishes come from. Choose together what stays, and who says no to the rest."
                ),
                "listen": _("It does him good. But there is also something to decide, and he should not do it alone."),
                "give": _("With three wishes that contradict each other, that would be a burden."),
            },
        ),
        Scene(
            key="accounts_back",
            text=_(
                "Shirin has kept the tin box for three years, to the last coin. You are curious about the receipts."
            ),
            kind="give",
            why={
                "show": _("She could show you."),
                "together": _("For a new kind of receipt, yes. Here all goes well."),
                "listen": _("She has asked for nothing. A thank you would be nice."),
                "give": _("Agree on the evening when she shows the sum. Until then keep your fingers out of the box."),
            },
        ),
        Scene(
            key="new_task",
            text=_("The best driver of the town has taken on the programme. He sits before an empty sheet."),
            kind="show",
            why={
                "show": _(
                    "Nobody is a master of everything. Last year's sheet and the first three lines, side by side."
                ),
                "together": _("Soon. At first an example helps more than a talk."),
                "listen": _("He is brave, that is not it. The sheet is empty because it is his first."),
                "give": _("As a driver he needs nobody. This is another task, and there he is new."),
            },
        ),
    )
