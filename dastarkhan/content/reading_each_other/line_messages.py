"""Five messages for the phone line: each in five pieces, each piece with what becomes of it, one step after another."""

from dataclasses import dataclass

from dastarkhan.content.reading_each_other.line_messages_more import bus, match, stall
from dastarkhan.content.reading_each_other.line_pieces import LineMessage, piece
from dastarkhan.content.reading_each_other.phone_line import FITTED, SHARPER
from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A piece as it stands after some slips; ``None`` when it has been left out."""

    key: str
    text: str | None


def line_messages(_: Words) -> tuple[LineMessage, ...]:
    """Gate, wedding, match, stall, bus."""
    return (_gate(_), _wedding(_), match(_), stall(_), bus(_))


def heard(message: LineMessage, slips: dict[str, int]) -> tuple[Heard, ...]:
    """Give a message as it arrives.

    Parameters
    ----------
    message : LineMessage
    slips : dict of str to int
        How often each piece has slipped, by its key; those that are missing have not.
    """
    found = []
    for one in message.pieces:
        steps = (one.says, *(slip.text for slip in one.slips), None)
        found.append(Heard(key=one.key, text=steps[min(slips.get(one.key, 0), len(steps) - 1)]))
    return tuple(found)


def _gate(_: Words) -> LineMessage:
    return LineMessage(
        key="gate",
        sender="mill",
        title=_("The gate is being mended"),
        stake=_("Rustam has peppers that can wait one day for water, and no longer."),
        pieces=(
            piece("why", _("We are mending the gate on Tuesday."),
                  (FITTED, _("The gate is broken.")), (SHARPER, _("Somebody has broken the gate."))),
            piece("turn", _("So your water turn comes on Wednesday at six."),
                  (FITTED, _("Your water turn comes on Sunday at six.")), (SHARPER, _("You get no water turn."))),
            piece("ask", _("Does that suit you?"),
                  (SHARPER, _("You have to agree.")), (SHARPER, _("They have decided it already."))),
            piece("else", _("If not, we will find another day together."),
                  (FITTED, _("If not, they will see.")), (SHARPER, _("If not, you will see!"))),
            piece("tea", _("Bring your brother, there will be tea at the gate."),
                  (FITTED, _("Come to the gate, with your brother.")), (SHARPER, _("Come, and not alone."))),
        ),
        heart="turn",
        added=(_("She sounded annoyed."), _("I think that it is because of last year.")),
    )  # fmt: skip


def _wedding(_: Words) -> LineMessage:
    return LineMessage(
        key="wedding",
        sender="mill",
        title=_("Come to the wedding"),
        stake=_("Rustam's mother has been hoping for this invitation since spring."),
        pieces=(
            piece("who", _("My cousin Jyldyz is getting married."),
                  (FITTED, _("A cousin is getting married.")), (FITTED, _("Somebody is moving away."))),
            piece("when", _("The feast is on Saturday, from four in the afternoon."),
                  (FITTED, _("The feast is on Saturday at five.")), (FITTED, _("The feast was on Saturday."))),
            piece("all", _("All of you are invited, the grandmother first."),
                  (FITTED, _("You are invited, first of all the grandmother.")),
                  (SHARPER, _("Only the grandmother is invited."))),
            piece("gift", _("Please bring no presents, you are the present."),
                  (SHARPER, _("They do not want your presents.")), (FITTED, _("Ask which present they want."))),
            piece("song", _("Your mother's song would make us happy."),
                  (FITTED, _("Your mother is to sing.")), (SHARPER, _("Your mother must sing for them."))),
        ),
        heart="all",
        added=(_("It is only a matter of form, I suppose."), _("They need somebody who sings.")),
    )  # fmt: skip
