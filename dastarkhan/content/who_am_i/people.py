"""Fourteen invented people of Mill and Willow, in the order in which they come in. They have cards, not names."""

from dataclasses import dataclass

from dastarkhan.languages import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody invented.

    Attributes
    ----------
    side : str
        ``"round"`` for Mill, ``"square"`` for Willow.
    chosen : tuple of str
        Names of what this person lays open.
    again : bool
        Whether this person would like to meet again.
    """

    side: str
    chosen: tuple[str, ...]
    again: bool = True


PEOPLE = (
    Person(side="round", chosen=("bread", "humming", "early", "tea")),
    Person(side="square", chosen=("reading", "garden", "stars", "river")),
    Person(side="round", chosen=("eldest", "chess", "care", "tea")),
    Person(side="square", chosen=("weddings", "animals", "humming")),
    Person(side="round", chosen=("repair", "teach", "maths")),
    Person(side="square", chosen=("football", "youngest", "late"), again=False),
    Person(side="round", chosen=("dogs", "river", "walks")),
    Person(side="square", chosen=("eldest", "poems", "early", "lost")),
    Person(side="round", chosen=("two_languages", "laugh", "late", "tea")),
    Person(side="square", chosen=("sewing", "drawing", "tea")),
    Person(side="round", chosen=("instrument", "stars", "reading", "listening"), again=False),
    Person(side="square", chosen=("garden", "late", "tea", "cousins")),
    Person(side="round", chosen=("messages", "laugh", "football", "snow")),
    Person(side="square", chosen=("grandmother", "dogs", "river", "teach"), again=False),
)


def portraits(_: Words) -> tuple[str, ...]:
    """One line about each of `PEOPLE`."""
    return (
        _("She bakes bread before sunrise and hums, so that the dough is not bored. Tea first, even so."),
        _("His irrigation turn comes at night. He brings a torch and a novel, and the stars look in."),
        _("The eldest of five, he settles quarrels over tea. At chess he loses to the smallest."),
        _("At weddings everybody waits for her song. At home she hums, and the goat listens."),
        _("She repairs radios with a hairpin, and explains it to any child who asks. Numbers calm her."),
        _("The youngest, he kicks the ball over the wall. He comes back late, with cherries."),
        _("He is afraid of dogs. So he takes the long way along the river, where they never go."),
        _("An eldest daughter, she drives the lorry to the bazaar at dawn, reciting. There she gets lost."),
        _("He jokes in his mother's language and in his father's. He is late in both, for tea as well."),
        _("She sews wedding dresses, and draws the next one beside the bill, next to the teapot."),
        _("At night she plays two strings very softly, or reads on the roof. By day she listens."),
        _("He grows tomatoes in old teapots. With all those cousins he is late for everything but tea."),
        _("She keeps goal and the school chat. Her messages are long, and she laughs at the wrong moment."),
        _("He tells children his grandmother's stories by the river, and crosses the road for every dog."),
    )
