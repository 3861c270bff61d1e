"""Three situations in which it is enough that the other loses more."""

from dastarkhan.content.escalation.situation import Situation
from dastarkhan.languages import Words
from simulations.escalation import Stage


def both_lose(_: Words) -> tuple[Situation, ...]:
    """Nets, a driver, a tea house on the bridge."""
    return (
        Situation(
            key="pitch_nets",
            text=_(
                "The night before the match, a net is missing on each pitch. Nobody can train. "
                "In both towns somebody says: at least they cannot train either."
            ),
            stage=Stage.LIMITED_BLOWS,
            level_why={
                "win_win": _("Both would like to play. But here something good has been spoilt, twice."),
                "win_lose": _("Who won anything? Listen to the last sentence."),
                "lose_lose": _("“At least they cannot either”: the other's loss counts as one's own gain."),
            },
            step_why={
                "limited_blows": _("A net, not a team. It is meant to hurt a little, and it costs oneself as well."),
                "fragmentation": _("Both teams still exist, and hold together more than before."),
                "abyss": _("Nobody wants to lose everything. It is a net on each side."),
            },
            down=_("Two nets lay on the bridge in the morning. Nobody asked who had brought which."),
        ),
        Situation(
            key="club_driver",
            text=_(
                "One club invites the other's driver to come over, and then its goalkeeper. It needs neither. "
                "The other club writes to the first one's sponsor. Both hope that no team comes on Saturday."
            ),
            stage=Stage.FRAGMENTATION,
            level_why={
                "win_win": _("They once had a fixture list together. Now they wish for an empty pitch."),
                "win_lose": _("A victory needs an opponent. Here both hope that nobody comes."),
                "lose_lose": _("With no team opposite, there is no match for one's own team either."),
            },
            step_why={
                "limited_blows": _("It is more than a missing net. What holds a team together is being taken away."),
                "fragmentation": _("Driver, goalkeeper, sponsor: piece by piece, until there is no team."),
                "abyss": _("Each still wants to keep its own club. It is close to the top, and not yet there."),
            },
            down=_("The driver said in both towns: I drive one bus for two teams, or none. He drove one bus."),
        ),
        Situation(
            key="bridge_teahouse",
            text=_(
                "Two cousins have inherited the tea house on the bridge. Rain comes through the roof. "
                "Each has turned down every offer. Both say: better no roof than the other's cup under it."
            ),
            stage=Stage.ABYSS,
            level_why={
                "win_win": _("There would be room for two teapots. They do not see it any more."),
                "win_lose": _("Neither hopes to win the house. Read the last sentence again."),
                "lose_lose": _("Both are losing it, they know it, and they go on."),
            },
            step_why={
                "limited_blows": _("A small blow has an end. Here the whole house goes."),
                "fragmentation": _("Nobody is being taken apart. The house is, with both of them in it."),
                "abyss": _("“Better no roof”: one's own loss no longer stops anybody."),
            },
            down=_(
                "The town repaired the roof, and kept the key for a year. In spring two kettles stood on one stove."
            ),
        ),
    )
