"""Closed and leading questions of the kit's own, three ways to open each, and checks for a question of one's own."""

from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One way to ask it differently, and what it does."""

    key: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrow:
    """A question that leaves little room, and three ways to open it.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    where : str
        Who asks whom.
    says : str
        The narrow question.
    best : str
        Key of the way that leaves the other most room.
    ways : tuple of Opening
        In the order shown.
    hint : str
        A nudge.
    """

    key: str
    where: str
    says: str
    best: str
    ways: tuple[Opening, ...]
    hint: str


def narrow_questions(_: Words) -> tuple[Narrow, ...]:
    """Six questions from ordinary days."""
    return (*_closed(_), *_leading(_))


def _closed(_: Words) -> tuple[Narrow, ...]:
    return (
        Narrow(
            key="liked",
            where=_("A host asks a guest on the last evening:"),
            says=_("“Did you like it here?”"),
            best="b",
            hint=_("To which question can the guest not simply say yes?"),
            ways=(
                Opening(key="a", text=_("You did like it here, didn't you?"),
                        why=_("Now only yes is polite. The door has become narrower than before.")),
                Opening(key="b", text=_("Which moment here will you tell about at home?"),
                        why=_("There is no right answer, and a story comes almost by itself.")),
                Opening(key="c", text=_("Was it the food or the people that you liked?"),
                        why=_("Two doors instead of one, and both are chosen by the host. A third is missing.")),
            ),
        ),
        Narrow(
            key="water_turn",
            where=_("A neighbour at the canal asks another:"),
            says=_("“Are you angry about the water turn?”"),
            best="c",
            hint=_("Which question names no feeling in the other's place?"),
            ways=(
                Opening(key="a", text=_("Why are you so angry about the water turn?"),
                        why=_("“Why” and “so angry” together are nearly a reproach. Perhaps it is not anger at all.")),
                Opening(key="b", text=_("Would an earlier turn make you less angry?"),
                        why=_("It is well meant, and it is a solution already. First comes what is the matter.")),
                Opening(key="c", text=_("How has this summer with the water been for you?"),
                        why=_("The other chooses whether to speak of anger, of work, or of a sleepless night.")),
            ),
        ),
        Narrow(
            key="language",
            where=_("Somebody asks a newcomer in the group:"),
            says=_("“Do you understand our language?”"),
            best="a",
            hint=_("Which question lets the newcomer decide what is needed?"),
            ways=(
                Opening(key="a", text=_("What helps you to follow us, and what makes it hard?"),
                        why=_("It asks for help that the others can give. Nobody is examined.")),
                Opening(key="b", text=_("How much do you understand: half, or less?"),
                        why=_("It has a number in it, like a mark at school. Few like to answer that.")),
                Opening(key="c", text=_("Shall I translate everything for you?"),
                        why=_("A kind offer. But it is a yes or no again, and no sounds ungrateful.")),
            ),
        ),
    )  # fmt: skip


def _leading(_: Words) -> tuple[Narrow, ...]:
    return (
        Narrow(
            key="road_good",
            where=_("A cousin asks about the new road:"),
            says=_("“Don't you think that the road will be good for everybody?”"),
            best="b",
            hint=_("In which question can the cousin's own view not be heard?"),
            ways=(
                Opening(key="a", text=_("Who could be against such a road?"),
                        why=_("It sounds open. Yet whoever has a doubt is now somebody who is against.")),
                Opening(key="b", text=_("What would be different for you on a day with the road?"),
                        why=_("A whole day, good and bad. The asker does not know what will come.")),
                Opening(key="c", text=_("Will the road bring you more good or more harm?"),
                        why=_("Better than before: harm may be named. Still it asks for a verdict, not a picture.")),
            ),
        ),
        Narrow(
            key="your_people",
            where=_("Somebody asks a guest from the other bank:"),
            says=_("“Why do people on your side always come so late?”"),
            best="c",
            hint=_("Which question asks one person, and only about themselves?"),
            ways=(
                Opening(key="a", text=_("Is it true that people on your side do not mind coming late?"),
                        why=_("The picture stays, and one guest must answer for thousands.")),
                Opening(key="b", text=_("Do you not find it rude to come late?"),
                        why=_("A judgement with a question mark. Only yes saves the guest's face.")),
                Opening(key="c", text=_("When you invite somebody for seven, what do you hope for?"),
                        why=_("One person, one evening, one hope. About people in general nothing is claimed.")),
            ),
        ),
        Narrow(
            key="sad_story",
            where=_("A friend has told something, and a listener asks:"),
            says=_("“That must have been terrible, right?”"),
            best="a",
            hint=_("Which question leaves the friend free to say little?"),
            ways=(
                Opening(key="a", text=_("Is there something about it that you would like to say more about?"),
                        why=_("By its form it is yes or no. But it gives the friend the key: more, or nothing more.")),
                Opening(key="b", text=_("What was the worst moment?"),
                        why=_("It begins with “what”, and it pushes into the dark. Open is not always kind.")),
                Opening(key="c", text=_("How long did it take you to get over it?"),
                        why=_("It takes for granted that it is over. Perhaps it is not.")),
            ),
        ),
    )  # fmt: skip


def nobody_corrects(_: Words) -> str:
    """Who ticks."""
    return _("Nobody corrects them. Tick what is so; a neighbour ticks the last one.")


def question_checks(_: Words) -> tuple[str, ...]:
    """What a person asks their own two questions; the last one is for a neighbour to tick."""
    return (
        _("It cannot be answered by yes or no alone."),
        _("My own answer does not hide in it."),
        _("I really do not know what will come."),
        _("It asks one person, not a whole people."),
        _("Whoever is asked can say little, and keep their face."),
        _("A neighbour has read both and says: I would like to answer one of them."),
    )


def good_examples(_: Words) -> tuple[str, ...]:
    """Two open questions that somebody invented has written."""
    return (
        _("What does a good neighbour do, where you live, on an ordinary Tuesday?"),
        _("You said that the bread was put aside for you. What did that moment mean to you?"),
    )
