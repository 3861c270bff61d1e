"""Eight positions of daily life, three questions to each, and what may lie behind them."""

from dataclasses import dataclass

from dastarkhan.languages import Words

QUESTIONS = ("why", "if_not", "who_else")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """One guess at what lies behind a position.

    Attributes
    ----------
    key, text : str
    why : str
        What is said when it is chosen.
    """

    key: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A sentence on which somebody stands, and what comes to light when one asks.

    Attributes
    ----------
    key : str
    says : str
        Who says what.
    told : tuple of str
        The answers to `QUESTIONS`, in their order.
    interests : tuple of Interest
        The first one fits what is told; screens and paper show them in another order.
    """

    key: str
    says: str
    told: tuple[str, str, str]
    interests: tuple[Interest, Interest, Interest]

    @property
    def shown(self) -> tuple[Interest, ...]:
        """The interests in the order shown: the fitting one does not always stand first."""
        turn = len(self.key) % 3
        return self.interests[turn:] + self.interests[:turn]


def question_words(_: Words) -> dict[str, str]:
    """The three questions that open a position."""
    return {
        "why": _("Why is that important to you?"),
        "if_not": _("What would happen if not?"),
        "who_else": _("Who else is touched by it?"),
    }


def positions(_: Words) -> tuple[Position, ...]:
    """The eight cards, in the order shown."""
    return (
        _bazaar(_), _bus(_), _turn(_), _bridge(_), _wedding(_), _field(_), _well(_), _shed(_),
    )  # fmt: skip


def _same(_: Words) -> str:
    return _("That is the position said once more. What would it do for them?")


def _bazaar(_: Words) -> Position:
    return Position(
        key="bazaar",
        says=_("A woman who sells herbs says: “The corner place in this row is mine.”"),
        told=(
            _("“My knees hurt. At the corner there is a wall to lean on, and shade.”"),
            _("“By noon my herbs would wilt, and I would sit in the sun with them.”"),
            _("“My granddaughter finds me there after school.”"),
        ),
        interests=(
            Interest(key="shade", text=_("Shade, a seat, and a place where the child finds her"),
                     why=_("Yes: shade and a seat can be had in more than one place.")),
            Interest(key="corner", text=_("The corner place"), why=_same(_)),
            Interest(key="power", text=_("To be above the other sellers"),
                     why=_("Nothing that she told points to it. Guesses about people often close a talk.")),
        ),
    )  # fmt: skip


def _bus(_: Words) -> Position:
    return Position(
        key="bus",
        says=_("A student in the bus says: “I sit at the window, and nowhere else.”"),
        told=(
            _("“On this road I feel sick when I cannot look out.”"),
            _("“I would have to get off at the pass and walk.”"),
            _("“My friend, who holds my bag each time.”"),
        ),
        interests=(
            Interest(key="health", text=_("To arrive without feeling sick"),
                     why=_("Yes: the front seat, or a stop at the pass, may help as well.")),
            Interest(key="window", text=_("A seat at the window"), why=_same(_)),
            Interest(key="view", text=_("A nice view of the mountains"),
                     why=_("It sounds likely, and it was not said. Asking costs less than guessing.")),
        ),
    )  # fmt: skip


def _turn(_: Words) -> Position:
    return Position(
        key="turn",
        says=_("A young man says: “I will not take the water turn at night any more.”"),
        told=(
            _("“The path to the gate is dark, and I have fallen twice.”"),
            _("“My mother would go in my place. She sees less than I do.”"),
            _("“Everybody whose field comes after ours.”"),
        ),
        interests=(
            Interest(key="safe", text=_("That his family reaches the gate safely"),
                     why=_("Yes: a lamp, or going two by two, would answer it too.")),
            Interest(key="night", text=_("No turn at night"), why=_same(_)),
            Interest(key="lazy", text=_("To sleep longer than others"),
                     why=_("He said nothing of sleep. What he told is about the path.")),
        ),
    )  # fmt: skip


def _bridge(_: Words) -> Position:
    return Position(
        key="bridge",
        says=_("The keepers of a footbridge say: “Carts pay a toll from now on.”"),
        told=(
            _("“Two boards broke this spring, and we paid for them ourselves.”"),
            _("“In autumn nobody could cross, not even on foot.”"),
            _("“Children of both villages walk over it to school.”"),
        ),
        interests=(
            Interest(key="repair", text=_("That the repair is shared by those who use the bridge"),
                     why=_("Yes: days of work or boards could share it as well as coins.")),
            Interest(key="toll", text=_("A toll for carts"), why=_same(_)),
            Interest(key="rich", text=_("To earn money with the bridge"),
                     why=_("They spoke of broken boards. Nothing points to a profit.")),
        ),
    )  # fmt: skip


def _wedding(_: Words) -> Position:
    return Position(
        key="wedding",
        says=_("The bride's aunt says: “The wedding is in May, or I do not come.”"),
        told=(
            _("“From June on I am with the flock, high up, until the first snow.”"),
            _("“She would marry without the woman who raised her.”"),
            _("“My sister, who would have to choose between us.”"),
        ),
        interests=(
            Interest(key="there", text=_("To be there on the day"),
                     why=_("Yes: September with somebody for the flock might do it too.")),
            Interest(key="may", text=_("A wedding in May"), why=_same(_)),
            Interest(key="decide", text=_("To decide for the whole family"),
                     why=_("It may look so from outside. Her answers speak of being there.")),
        ),
    )  # fmt: skip


def _field(_: Words) -> Position:
    return Position(
        key="field",
        says=_("The girls' team says: “The field is ours on Thursdays.”"),
        told=(
            _("“On other days practice ends after dark, and we walk home.”"),
            _("“Four of us would not be allowed to play.”"),
            _("“Our little brothers, who wait for us at the fence.”"),
        ),
        interests=(
            Interest(key="daylight", text=_("Practice that ends by daylight"),
                     why=_("Yes: an earlier hour on any day would answer it.")),
            Interest(key="thursday", text=_("The field on Thursdays"), why=_same(_)),
            Interest(key="boys", text=_("To keep the boys' team away"),
                     why=_("They did not speak of the boys at all. Ask before you believe it.")),
        ),
    )  # fmt: skip


def _well(_: Words) -> Position:
    return Position(
        key="well",
        says=_("Families by the well say: “Nobody draws water here before sunrise.”"),
        told=(
            _("“The old winch screams, and our babies wake up.”"),
            _("“We would be tired all day, and short with each other.”"),
            _("“Women who carry water before work. We know that they are in a hurry.”"),
        ),
        interests=(
            Interest(key="sleep", text=_("Quiet until the small ones wake up"),
                     why=_("Yes: a little grease on the winch may be worth more than a rule.")),
            Interest(key="rule", text=_("No water before sunrise"), why=_same(_)),
            Interest(key="own", text=_("To have the well for themselves"),
                     why=_("They think of the women who carry. That does not sound like keeping it.")),
        ),
    )  # fmt: skip


def _shed(_: Words) -> Position:
    return Position(
        key="shed",
        says=_("A neighbour says: “I need the whole shed, not half of it.”"),
        told=(
            _("“My loom is one piece. It does not come through the door in two.”"),
            _("“It would stand outside, and the first rain would ruin it.”"),
            _("“My two pupils, who learn to weave on it.”"),
        ),
        interests=(
            Interest(key="dry", text=_("A dry place where the loom fits in one piece"),
                     why=_("Yes: a roof along the wall, or turning the shelves, may be enough.")),
            Interest(key="whole", text=_("The whole shed"), why=_same(_)),
            Interest(key="tools", text=_("That the other's tools disappear"),
                     why=_("Nobody spoke of tools. The loom is what was told about.")),
        ),
    )  # fmt: skip


def own_positions(_: Words) -> tuple[tuple[str, str], ...]:
    """Four positions for a person's own words: key and sentence."""
    return (
        ("bench", _("“This bench by the school gate is for parents only.”")),
        ("music", _("“No music in the yard after nine.”")),
        ("goats", _("“Your goats must not take this path.”")),
        ("charger", _("“The generator is for phones in the evening, not for the freezer.”")),
    )


def self_checks(_: Words) -> tuple[str, ...]:
    """What a writer, or a friend, ticks under an interest in own words."""
    return (
        _("It says what somebody needs, not what they demand."),
        _("It blames nobody."),
        _("There is more than one way to meet it."),
    )
