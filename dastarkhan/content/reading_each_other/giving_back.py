"""Give back what somebody said, so that they say: yes, that is it. Six voices, and three echoes of each."""

from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """One way to give it back, and what the speaker may make of it."""

    key: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that somebody says, and three echoes.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    where : str
        Who speaks, and where.
    says : str
        What is said.
    best : str
        Key of the echo to which most speakers would nod.
    echoes : tuple of Echo
        In the order shown.
    hint : str
        A nudge.
    """

    key: str
    where: str
    says: str
    best: str
    echoes: tuple[Echo, Echo, Echo]
    hint: str


def told(_: Words) -> tuple[Told, ...]:
    """Six voices from both towns."""
    return (*_first_three(_), *_last_three(_))


def _first_three(_: Words) -> tuple[Told, ...]:
    return (
        Told(
            key="keys",
            where=_("Gulsara of Mill, after the rehearsal:"),
            says=_("“I locked up four times this week. I like doing it. But nobody asked whether I can.”"),
            best="b",
            hint=_("There are two things in it. Which echo keeps both?"),
            echoes=(
                Echo(
                    key="a",
                    text=_("“You do not want to lock up any more.”"),
                    why=_("She said that she likes it. One half was heard, and became the whole."),
                ),
                Echo(
                    key="b",
                    text=_("“You like locking up, and you would like to be asked.”"),
                    why=_("Both halves are there, in few words. She would probably nod."),
                ),
                Echo(
                    key="c",
                    text=_("“You feel used by the others, don't you?”"),
                    why=_("“Used” is a large word that she did not say. Now she has to defend the others."),
                ),
            ),
        ),
        Told(
            key="ferry",
            where=_("Shavkat of Willow, at the river:"),
            says=_("“My father rowed people over for thirty years. Now there is a bridge. It is a good bridge.”"),
            best="c",
            hint=_("What is between the second and the third sentence?"),
            echoes=(
                Echo(
                    key="a",
                    text=_("“You are against the bridge.”"),
                    why=_("He called it good. Whoever hears a sad voice easily hears an opponent."),
                ),
                Echo(
                    key="b",
                    text=_("“Well, bridges are simply quicker.”"),
                    why=_("That is an answer, and he had not asked. The father is gone from it."),
                ),
                Echo(
                    key="c",
                    text=_("“The bridge is good, and something of your father's went with the boat. Is it like that?”"),
                    why=_("It keeps both, and asks at the end. He can still put it right."),
                ),
            ),
        ),
        Told(
            key="translate",
            where=_("Mahbuba of Willow, who has interpreted all day:"),
            says=_("“I have said a hundred sentences today. None of them was mine.”"),
            best="a",
            hint=_("Which echo adds nothing of its own?"),
            echoes=(
                Echo(
                    key="a",
                    text=_("“All day you lent your voice, and had no turn yourself.”"),
                    why=_("Other words, the same thing. It is short, and leaves room for her to go on."),
                ),
                Echo(
                    key="b",
                    text=_("“You have said a hundred sentences, and none was yours.”"),
                    why=_("Every word is right. But a wall answers like this as well."),
                ),
                Echo(
                    key="c",
                    text=_("“You should take a break.”"),
                    why=_("Good advice, perhaps. First she wanted somebody to know what it was like."),
                ),
            ),
        ),
    )


def _last_three(_: Words) -> tuple[Told, ...]:
    return (
        Told(
            key="match",
            where=_("Daulet of Mill, goalkeeper:"),
            says=_("“If we play on their side again, I will come. But I will not tell my uncle beforehand.”"),
            best="c",
            hint=_("Which echo does not explain the uncle?"),
            echoes=(
                Echo(
                    key="a",
                    text=_("“Your uncle has something against them.”"),
                    why=_("He said nothing about why. A gap was filled, and now it stands in the room."),
                ),
                Echo(
                    key="b",
                    text=_("“So you are not quite sure yet.”"),
                    why=_("About coming he is sure. Only the telling is difficult."),
                ),
                Echo(
                    key="c",
                    text=_("“You will come for certain, and at home it stays with you for now.”"),
                    why=_("What he said, no more. If he likes he can tell the rest."),
                ),
            ),
        ),
        Told(
            key="bread",
            where=_("Old Nasiba of Willow, at the oven:"),
            says=_("“They may use my oven. They may not use my apron.”"),
            best="b",
            hint=_("Oven and apron: what may come in, and what stays hers?"),
            echoes=(
                Echo(
                    key="a",
                    text=_("“You are afraid that they will make it dirty.”"),
                    why=_("Possible. But the apron may be a memory, a rule, or a joke. She will know."),
                ),
                Echo(
                    key="b",
                    text=_("“The oven you share gladly, and the apron is yours. Have I got that right?”"),
                    why=_("It keeps the line where she drew it, and asks. It needs no reason."),
                ),
                Echo(
                    key="c",
                    text=_("“It is only an apron!”"),
                    why=_("Now she is told how large her thing may be. The oven will be cold soon."),
                ),
            ),
        ),
        Told(
            key="late_bus",
            where=_("Bolot of Mill, out of breath:"),
            says=_("“I ran, I really ran! And you had begun.”"),
            best="a",
            hint=_("What does he want to have heard: the time, or the running?"),
            echoes=(
                Echo(
                    key="a",
                    text=_("“You ran as fast as you could, and then we had started without you.”"),
                    why=_("The running and the empty chair are both in it. It blames nobody for either."),
                ),
                Echo(
                    key="b",
                    text=_("“We waited for ten minutes.”"),
                    why=_("True, and a defence. It can come later, when his breath is back."),
                ),
                Echo(
                    key="c",
                    text=_("“You are angry with us.”"),
                    why=_("Perhaps he is sad, or ashamed. A feeling that others choose seldom fits."),
                ),
            ),
        ),
    )


def echo_checks(_: Words) -> tuple[str, ...]:
    """What a person asks of their own echo, before the speaker answers."""
    return (
        _("It is shorter than what was said."),
        _("It adds no reason, no advice and no story of mine."),
        _("It ends so that the speaker can put it right."),
        _("The speaker said: yes, that is it. Or we tried once more."),
    )


def other_chair_asks(_: Words) -> tuple[tuple[str, str], ...]:
    """Sit down on the other chair: keys of the saved work and what is asked."""
    return (
        ("quick", _("A moment in which I was quick to know what somebody meant. What would a camera have shown?")),
        ("other", _("The same moment, told by the other person, who says “I”. Write it as kindly as your own:")),
        ("ask", _("What I could ask, so that nobody loses face:")),
    )


def other_chair_checks(_: Words) -> tuple[str, ...]:
    """What a person asks of the other's view, as they have written it."""
    return (
        _("The other would say: yes, so it might have been."),
        _("It has a reason that is as good as mine."),
        _("Nobody who reads it could tell who it was."),
    )


def echo_example(_: Words) -> tuple[str, str, str]:
    """Something told, an echo that does not fit yet, and a second one; each by somebody invented."""
    return (
        _("“On Sunday the whole house was full, and I was glad when I had to buy bread.”"),
        _("“You do not like visitors.” “I do! I only wanted some air.”"),
        _("“You like having them, and a quarter of an hour alone did you good.” “Yes, that is it.”"),
    )


def other_chair_example(_: Words) -> dict[str, str]:
    """A moment of somebody invented, by the keys of `other_chair_asks`."""
    return {
        "quick": _("I told of my exam. My friend looked at the phone, typed, and put it away."),
        "other": _("I wanted to write down the day, so that I would think of you then. I should have said so."),
        "ask": _("“I lost my thread when you typed. Was it something urgent?”"),
    }
