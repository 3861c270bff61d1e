"""The phone line: eight people, what is noisy around them, and who has whose number."""

from dataclasses import dataclass

from dastarkhan.content.pieces import Kind
from dastarkhan.languages import Words
from simulations import relay

SLIP = 0.15
"""Assumed: of a hundred pieces, fifteen come out differently at each passing on."""
CAUGHT = 0.8
"""Assumed: of ten slips, eight are caught when the piece is said back before the call ends."""
SENDER, RECEIVER = "aigul", "rustam"
"""The two ends. A message of Willow goes the other way; see `LineMessage.sender`."""
LINE = ("aigul", "bek", "dinara", "talgat", "lola", "sardor", "mohira", "rustam")
"""From Mill to Willow by all eight: seven times it is passed on."""
NUMBERS = (
    ("aigul", "bek"), ("bek", "dinara"), ("dinara", "talgat"), ("talgat", "lola"), ("lola", "sardor"),
    ("sardor", "mohira"), ("mohira", "rustam"), ("dinara", "lola"), ("lola", "mohira"),
)  # fmt: skip
"""Who can call whom and talk without an interpreter. The shortest way passes it on five times."""
NEW_NUMBER = ("aigul", "mohira")
"""One number more, across the river: then it is passed on twice."""
LEFT_OUT, SHARPER, FITTED, ADDED = "left_out", "sharper", "fitted", "added"


def arrives(passings: int, slip: float = SLIP, caught: float = 0.0) -> float:
    """Give the chance that one piece arrives as it left.

    Parameters
    ----------
    passings : int
        How often it is passed on.
    slip : float
        Chance that it comes out differently at one passing on.
    caught : float
        Chance that such a slip is caught, when people say back what they heard; nought without that.

    Examples
    --------
    >>> round(arrives(7), 2), round(arrives(7, caught=CAUGHT), 2)
    (0.32, 0.81)
    """
    return relay.arrives(passings, slip=slip, caught=caught)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheLine:
    """Somebody on the line.

    Attributes
    ----------
    key : str
    side : str
        ``"mill"`` or ``"willow"``.
    woman : bool
    who : str
        Name and place.
    noise : str
        Why something can get lost here; never because of who the person is.
    """

    key: str
    side: str
    woman: bool
    who: str
    noise: str


def people_on_the_line(_: Words) -> tuple[OnTheLine, ...]:
    """All eight, in the order of `LINE`."""
    return (*_of_mill(_), *_of_willow(_))


def _of_mill(_: Words) -> tuple[OnTheLine, ...]:
    return (
        OnTheLine(
            key="aigul", side="mill", woman=True,
            who=_("Aigul, at the water gauge in Mill"),
            noise=_("The river is loud here. And what is clear to her, she leaves out."),
        ),
        OnTheLine(
            key="bek", side="mill", woman=False,
            who=_("Bek, on the tractor"),
            noise=_("The motor is running. He hears every third word, and builds the others."),
        ),
        OnTheLine(
            key="dinara", side="mill", woman=True,
            who=_("Dinara, in the kitchen of the school"),
            noise=_("Forty plates are being washed, and the milk is rising."),
        ),
        OnTheLine(
            key="talgat", side="mill", woman=False,
            who=_("Talgat, at the bus station"),
            noise=_("The loudspeaker talks in between. He notes it on his hand, and washes his hands."),
        ),
    )  # fmt: skip


def _of_willow(_: Words) -> tuple[OnTheLine, ...]:
    return (
        OnTheLine(
            key="lola", side="willow", woman=True,
            who=_("Lola, at the footbridge in Willow"),
            noise=_("Wind blows into the phone. She says it again in her other language."),
        ),
        OnTheLine(
            key="sardor", side="willow", woman=False,
            who=_("Sardor, in the bazaar"),
            noise=_("A customer is haggling in his other ear."),
        ),
        OnTheLine(
            key="mohira", side="willow", woman=True,
            who=_("Mohira, in the school chat"),
            noise=_("She types with one thumb, and the phone proposes words."),
        ),
        OnTheLine(
            key="rustam", side="willow", woman=False,
            who=_("Rustam, in the field"),
            noise=_("The call keeps breaking off here, and worry fills the gaps."),
        ),
    )  # fmt: skip


def ways_of_slipping(_: Words) -> tuple[Kind, ...]:
    """What happens to words on the way. Mostly nobody means any harm."""
    return (
        Kind(key=LEFT_OUT, name=_("Left out"), says=_("it was long, and one had to be brief")),
        Kind(key=SHARPER, name=_("Made sharper"), says=_("“could you” becomes “you must”, “some” becomes “all”")),
        Kind(key=FITTED, name=_("Made to fit"), says=_("a word that one expected takes another word's place")),
        Kind(key=ADDED, name=_("Added"), says=_("a reason or a tone that nobody had sent")),
    )


def saying_back(_: Words) -> tuple[str, ...]:
    """How a line is mended, in four short sentences to say."""
    return (
        _("“I will say back what I have heard.”"),
        _("“Which part must not get lost?”"),
        _("“Did they say that, or do we think it?”"),
        _("“Now you say it back to me, please.”"),
    )


def what_it_leaves_out(_: Words) -> tuple[str, ...]:
    """What the model of the line assumes, and what it leaves out."""
    return (
        _("All people slip equally often. Real people differ from call to call."),
        _("A piece slips by chance. Real slips often go where fear or hope is."),
        _("A slip is never put right by a lucky guess. In life that happens."),
        _("Here words mostly slip towards the worse. In life some slip towards the better as well."),
        _("Saying back costs no time here. In life it takes patience; spend it on the heart of a message."),
        _("Fewer people on the line is not always better. Some of them carry trust, and not only words."),
    )
