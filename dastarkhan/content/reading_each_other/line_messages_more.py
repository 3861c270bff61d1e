"""Three more messages for the phone line: a match, a stall in the bazaar, the last bus."""

from dastarkhan.content.reading_each_other.line_pieces import LineMessage, piece
from dastarkhan.content.reading_each_other.phone_line import FITTED, SHARPER
from dastarkhan.languages import Words


def match(_: Words) -> LineMessage:
    """Let us play again."""
    return LineMessage(
        key="match",
        sender="willow",
        title=_("Let us play again"),
        stake=_("After the last match nobody knew how to part. Aigul's team is waiting for a word."),
        pieces=(
            piece("thanks", _("Thank you for the match, it was a hard one."),
                  (FITTED, _("It was a hard match.")), (SHARPER, _("You played hard."))),
            piece("sorry", _("Our captain is sorry about the tackle."),
                  (FITTED, _("Our captain spoke about the tackle.")), (SHARPER, _("They complain about a tackle."))),
            piece("again", _("We would like to play again, on your field."),
                  (FITTED, _("They want to play again.")), (SHARPER, _("They want to get even."))),
            piece("mixed", _("Perhaps in mixed teams this time?"),
                  (FITTED, _("Perhaps with other teams.")), (SHARPER, _("With another team, not with you."))),
            piece("ball", _("We will bring the good ball."),
                  (FITTED, _("They will bring their own ball.")), (SHARPER, _("They do not trust our ball."))),
        ),
        heart="sorry",
        added=(_("He laughed a little when he said it."), _("They want to show us.")),
    )  # fmt: skip


def stall(_: Words) -> LineMessage:
    """Share a stall."""
    return LineMessage(
        key="stall",
        sender="mill",
        title=_("A stall for two"),
        stake=_("Rustam's sister has ninety jars of jam, and nowhere to put them."),
        pieces=(
            piece("half", _("Half of my stall at the fair is free."),
                  (FITTED, _("There is a free stall at the fair.")), (SHARPER, _("The stalls are all given away."))),
            piece("share", _("Your sister can have it, without paying."),
                  (FITTED, _("Your sister can have it, and pay later.")), (SHARPER, _("Your sister has not paid."))),
            piece("jam", _("Her jam and my bread would go well together."),
                  (FITTED, _("They want her jam for the bread.")), (SHARPER, _("She is to give them her jam."))),
            piece("seven", _("I put up the table at seven."),
                  (FITTED, _("Put up the table at seven.")), (SHARPER, _("You must be there before seven."))),
            piece("shade", _("She should sit on the shady side."),
                  (FITTED, _("She is to sit at the side.")), (SHARPER, _("She is to sit where nobody comes by."))),
        ),
        heart="share",
        added=(_("There must be some catch in it."), _("She was in a great hurry.")),
    )  # fmt: skip


def bus(_: Words) -> LineMessage:
    """The last bus."""
    return LineMessage(
        key="bus",
        sender="willow",
        title=_("The last bus"),
        stake=_("Twelve singers of Mill have to come home tonight."),
        pieces=(
            piece("early", _("The last bus leaves at eight today, and not at nine."),
                  (FITTED, _("The last bus leaves at nine today.")), (FITTED, _("There is no bus today."))),
            piece("wait", _("The driver will wait five minutes for you."),
                  (SHARPER, _("The driver will not wait longer than five minutes.")),
                  (SHARPER, _("The driver refuses to wait."))),
            piece("seats", _("We have kept twelve seats."),
                  (FITTED, _("There are two seats.")), (SHARPER, _("There is no room for everybody."))),
            piece("sleep", _("Whoever misses it can sleep at our place."),
                  (FITTED, _("Whoever misses it must sleep here.")), (SHARPER, _("Whoever misses it is to blame."))),
            piece("song", _("Sing once more on the way to the stop!"),
                  (FITTED, _("Hurry to the stop, and no more songs.")), (SHARPER, _("They have had enough of songs."))),
        ),
        heart="early",
        added=(_("They want to be rid of us."), _("Somebody was shouting in the background.")),
    )  # fmt: skip
