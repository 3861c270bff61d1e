"""The other six things that somebody notices: at the canal, at the bazaar, in the town."""

from dastarkhan.content.pieces import Scene
from dastarkhan.languages import Words


def canal_and_town(_: Words) -> tuple[Scene, ...]:
    """Two of each kind."""
    return (
        Scene(
            key="no_greeting",
            text=_("At the canal people of both towns used to greet by name. Now they say: the ones over there."),
            kind="sign",
            why={
                "sign": _("Names have turned into “the ones over there”. Words change before deeds do."),
                "noise": _("One tired morning would be noise. Here the habit has changed, for both."),
                "ask": _("You can ask, gently. But you have heard it often enough to write it down."),
            },
        ),
        Scene(
            key="dry_week",
            text=_("In the hottest week of the year the canal is lower than in spring."),
            kind="noise",
            why={
                "sign": _("It makes people nervous, so listen well. But it comes every July."),
                "noise": _("It is the season, and not the neighbours. The same week last year was like this."),
                "ask": _("The old gate keeper has a notebook. It will say the same as last year's."),
            },
        ),
        Scene(
            key="gate_open",
            text=_("One gate stood open at night. In the morning it was closed, and nobody speaks of it."),
            kind="ask",
            why={
                "sign": _("Twice more, and it may be one. So far it is one gate on one night."),
                "noise": _("A goat, a child, a loose bolt: possible. It costs one question to know."),
                "ask": _("Ask whoever had the turn, and ask about the bolt. Nobody is accused by that."),
            },
        ),
        Scene(
            key="meeting_off",
            text=_(
                "The two water committees met every month. Three meetings were called off, each time an hour before."
            ),
            kind="sign",
            why={
                "sign": _("It repeats, it is between two groups, and the place for talking is getting lost."),
                "noise": _("Once would be a full diary. Three times, at the last hour, is a row."),
                "ask": _("Ask both committees, and do not wait for the fourth time."),
            },
        ),
        Scene(
            key="price_up",
            text=_("Onions cost a little more than last week, in both towns."),
            kind="noise",
            why={
                "sign": _("If one town paid more than the other, people would talk. Here both do."),
                "noise": _("Prices breathe. It is the same for all."),
                "ask": _("The seller will tell you about rain, and about her back."),
            },
        ),
        Scene(
            key="empty_stall",
            text=_("On Saturday the seller from the other bank did not come. She has come for eleven years."),
            kind="ask",
            why={
                "sign": _("If other sellers from there stay away too, it is one. One stall has many reasons."),
                "noise": _("Eleven years, and then not: that deserves more than a shrug."),
                "ask": _("Her neighbour has her number. She may be ill, or a grandmother since Friday."),
            },
        ),
    )
