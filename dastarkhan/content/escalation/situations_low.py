"""Four situations in which both can still win."""

from dastarkhan.content.escalation.situation import Situation
from dastarkhan.languages import Words
from simulations.escalation import Stage


def both_can_win(_: Words) -> tuple[Situation, ...]:
    """Songs at a wedding, an offside, a gate at night, a piano."""
    return (
        Situation(
            key="wedding_songs",
            text=_(
                "A wedding of two towns. Saule of Mill wants old songs first, Aibek of Willow new ones. "
                "It is the third evening, with the same two sentences. They still share one plate of rice."
            ),
            stage=Stage.HARDENING,
            level_why={
                "win_win": _("One plate, one wedding. Both still want the evening to go well."),
                "win_lose": _("Nobody calls the other a problem. The problem is the order of songs."),
                "lose_lose": _("Nothing is spoilt, and the rice is warm."),
            },
            step_why={
                "hardening": _("Two views have become stiff. But they still sit and talk together."),
                "debates": _("It would be a contest if they spoke to the table, and not to each other."),
                "actions": _("Nobody has pulled a plug or paid the band in secret."),
            },
            down=_("Saule asked what the first song should do. Both said: bring my mother to the dance floor."),
        ),
        Situation(
            key="chat_offside",
            text=_(
                "The football chat, two hours after the match. Timur of Mill sends a clip. "
                "Nilufar of Willow sends the rule book. Each writes: everybody saw it. A hundred people read along."
            ),
            stage=Stage.DEBATES,
            level_why={
                "win_win": _("It is still about one offside. Both play again on Saturday."),
                "win_lose": _("It sounds like that. But so far only a point is to be lost, and no person."),
                "lose_lose": _("Nobody would give up the next match for this."),
            },
            step_why={
                "hardening": _("It has gone a little further: both now write for those who read."),
                "debates": _("“Everybody saw it” is said to a hundred readers. It wants points."),
                "actions": _("They still use words, a great many of them."),
            },
            down=_("Nilufar called Timur, away from the readers. After ten minutes they laughed about the referee."),
        ),
        Situation(
            key="canal_gate",
            text=_(
                "Yusuf of Willow no longer calls about the water turn. "
                "At night he opens the small gate, an hour early. "
                "The next night Bakyt of Mill does the same. In the morning they nod."
            ),
            stage=Stage.ACTIONS,
            level_why={
                "win_win": _("They take an hour, and no more. One talk could still set the turn right."),
                "win_lose": _("They have not gathered friends, and nobody speaks badly of the other."),
                "lose_lose": _("Each wants water for a field. Neither wants the other's field to dry."),
            },
            step_why={
                "hardening": _("Then they would still call, and say the same again."),
                "debates": _("There are no words to argue about. That is what makes it so quiet."),
                "actions": _("They act and leave the other to guess. A nod in the morning explains nothing."),
            },
            down=_("Bakyt brought tea to the gate at night. “I thought you were angry.” “And I thought you were.”"),
        ),
        Situation(
            key="school_piano",
            text=_(
                "Two choirs share one room. Madina of Mill has asked for Tuesday four times. "
                "On Monday she moves the piano next door. On Wednesday Shirin of Willow has a new lock put in."
            ),
            stage=Stage.ACTIONS,
            level_why={
                "win_win": _("Both want to sing, and a list on the door could be enough."),
                "win_lose": _("It may get there soon. So far it is about a room and not about people."),
                "lose_lose": _("The piano still plays, only next door."),
            },
            step_why={
                "hardening": _("That was the fourth request. Now something has been carried."),
                "debates": _("Nobody argues any more. A piano and a lock do the talking."),
                "actions": _("A deed answers a deed. What each of them meant by it can only be guessed."),
            },
            down=_("Shirin hung a second key on a nail, with a note: for Tuesday. The piano came home by itself."),
        ),
    )
