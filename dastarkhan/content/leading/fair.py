"""One apricot fair in two towns: twelve tasks that wait for each other, and six people who give days."""

from collections.abc import Sequence
from dataclasses import dataclass

from dastarkhan.languages import Words
from simulations.teamwork import Gender, Task, Volunteer

DEADLINE_DAYS = 8
"""So long do the trees bloom."""
LIGHT, QUIET = ("music", "radio", "opening"), ("minutes", "cook", "clean")
"""Tasks that everybody sees, and tasks that nobody sees."""
BOTH = ("mill", "willow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One task of the fair.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    days : int
        Days of one person.
    place : tuple of int
        Row and column in the drawing.
    after, skills, languages : tuple of str
        What must be done before, and what the person must be able to do and to speak.
    """

    key: str
    days: int
    place: tuple[int, int]
    after: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def task(self) -> Task:
        """The same for the model, which counts in any unit: here in days."""
        return Task(
            key=self.key,
            hours=self.days,
            skills=self.skills,
            languages=self.languages,
            after=self.after,
            prestige=self.key in LIGHT,
        )


WORKS = (
    Work(key="courtyard", days=1, place=(0, 0), languages=("mill",)),
    Work(key="minutes", days=2, place=(0, 1), languages=BOTH),
    Work(key="accounts", days=1, place=(0, 2), skills=("numbers",)),
    Work(key="programme", days=2, place=(1, 0), languages=BOTH, after=("courtyard",)),
    Work(key="van", days=1, place=(1, 1), skills=("driving",), after=("courtyard",)),
    Work(key="cook", days=2, place=(1, 2), skills=("cooking",), after=("accounts",)),
    Work(key="poster", days=2, place=(2, 0), skills=("drawing",), languages=BOTH, after=("programme",)),
    Work(key="music", days=2, place=(2, 1), skills=("music",), after=("programme",)),
    Work(key="stage", days=2, place=(2, 2), skills=("tools",), after=("van",)),
    Work(key="radio", days=1, place=(3, 0), languages=("willow",), after=("poster",)),
    Work(key="opening", days=1, place=(4, 1), languages=BOTH, after=("radio", "music", "stage", "cook")),
    Work(key="clean", days=1, place=(5, 1), after=("opening",)),
)

PEOPLE = (
    Volunteer(key="zarina", hours=5, side="mill", gender=Gender.WOMAN, skills=("tools", "driving"), languages=BOTH),
    Volunteer(key="daniyar", hours=3, side="mill", gender=Gender.MAN, skills=("cooking", "music"), languages=("mill",)),
    Volunteer(key="nargiza", hours=4, side="mill", gender=Gender.WOMAN, skills=("numbers", "drawing"), languages=BOTH),
    Volunteer(key="farhod", hours=4, side="willow", gender=Gender.MAN, skills=("drawing", "tools"), languages=BOTH),
    Volunteer(key="shirin", hours=5, side="willow", gender=Gender.WOMAN, skills=("music", "numbers"), languages=BOTH),
    Volunteer(
        key="aibek", hours=3, side="willow", gender=Gender.MAN, skills=("driving", "cooking"), languages=("willow",)
    ),
)


def tasks() -> tuple[Task, ...]:
    """All tasks for the model."""
    return tuple(work.task() for work in WORKS)


def quiet_tasks() -> tuple[Task, ...]:
    """The same with the quiet tasks marked instead of those in the light, to ask the model who has all of them."""
    return tuple(Task(key=one.key, hours=one.hours, after=one.after, prestige=one.key in QUIET) for one in tasks())


def ill(person: str) -> tuple[Volunteer, ...]:
    """The people who are left when somebody has a fever."""
    return tuple(one for one in PEOPLE if one.key != person)


def bridge_closed() -> tuple[Volunteer, ...]:
    """The same people when the bridge closes early: whoever lives in Willow has one day less to give."""
    return tuple(_shorter(one) if one.side == "willow" else one for one in PEOPLE)


def _shorter(one: Volunteer) -> Volunteer:
    return Volunteer(
        key=one.key, hours=one.hours - 1, side=one.side, skills=one.skills, languages=one.languages, gender=one.gender
    )


# --- in words


def work_names(_: Words) -> dict[str, str]:
    """What each task is called in the drawing: one or two words."""
    return {
        "courtyard": _("Courtyard"),
        "minutes": _("Minutes"),
        "accounts": _("Accounts"),
        "programme": _("Programme"),
        "van": _("The van"),
        "cook": _("Cooking"),
        "poster": _("Poster"),
        "music": _("Music"),
        "stage": _("The stage"),
        "radio": _("Radio"),
        "opening": _("Opening"),
        "clean": _("Cleaning up"),
    }


def work_scenes(_: Words) -> dict[str, str]:
    """What each task is about, in two or three short sentences."""
    return {
        "courtyard": _(
            "The finest courtyard of Mill belongs to a grandmother. She decides, and she likes to be asked over tea."
        ),
        "minutes": _(
            "Last year nobody wrote down who had promised the cups. Somebody writes it now, for both towns to read."
        ),
        "accounts": _("A tin box, small coins, thirty receipts. In the evening it should be right to the last coin."),
        "programme": _("Who sings, who tells, who has the word, and when? Both towns should find themselves in it."),
        "van": _("An uncle lends his van for one day. It starts only for those who talk to it, and it needs a driver."),
        "cook": _("Soup for two hundred, and bread with apricots. The big pot has to be borrowed from three kitchens."),
        "poster": _("One poster in two scripts. Neither of them should look like the small print of the other."),
        "music": _(
            "Two bands know two songs about the same tree. Somebody brings them to one song, and leads it on the day."
        ),
        "stage": _("Boards, benches, a railing for the children. The old stage creaks, and the hall key is missing."),
        "radio": _("The radio of Willow gives the fair five minutes. Both towns listen, and remember the voice."),
        "opening": _(
            "Two hundred faces, two languages, one microphone. Somebody says good evening for all who worked."
        ),
        "clean": _("The guests have gone, the tea is cold, and the moon is up. Somebody folds the last tablecloth."),
    }


def people_names(_: Words) -> dict[str, str]:
    """The six names."""
    return {
        "zarina": _("Zarina"),
        "daniyar": _("Daniyar"),
        "nargiza": _("Nargiza"),
        "farhod": _("Farhod"),
        "shirin": _("Shirin"),
        "aibek": _("Aibek"),
    }


def portraits(_: Words) -> dict[str, str]:
    """One line about each."""
    return {
        "zarina": _("Mends tractors with her father, and hums when a screw will not turn."),
        "daniyar": _("Has cooked for forty weddings. When the pot is on, he takes down the lute."),
        "nargiza": _("Counts faster than the till. Nobody has ever asked her onto a stage, so nobody knows."),
        "farhod": _("Draws letters until they can breathe. His tea is always cold by then."),
        "shirin": _("Sings louder than the bus, and knows each driver by name."),
        "aibek": _("Drives carefully, because his grandmother sits behind him. Dreams of a bakery of his own."),
    }


def side_names(_: Words) -> dict[str, str]:
    """The two towns."""
    return {"mill": _("Mill"), "willow": _("Willow")}


def skill_names(_: Words) -> dict[str, str]:
    """What a task may ask for."""
    return {
        "tools": _("tools"),
        "driving": _("driving"),
        "cooking": _("cooking"),
        "music": _("music"),
        "numbers": _("numbers"),
        "drawing": _("drawing"),
    }


def language_names(_: Words) -> dict[str, str]:
    """What a task or a person may speak."""
    return {"mill": _("the language of Mill"), "willow": _("the language of Willow")}


def spoken(languages: Sequence[str], _: Words) -> str:
    """Languages in a few words; nothing when any will do."""
    if len(languages) == len(BOTH):
        return _("both languages")
    return _.listed(language_names(_)[one] for one in languages)


def asks_for(one: Work | Volunteer, _: Words) -> str:
    """Skills and languages in one list."""
    words = skill_names(_)
    return _.listed(part for part in (*(words[skill] for skill in one.skills), spoken(one.languages, _)) if part)


def offer(one: Volunteer, _: Words) -> str:
    """What a person gives to the fair."""
    return _.n("Gives {n} day: {skills}.", "Gives {n} days: {skills}.", round(one.hours), skills=asks_for(one, _))


def takes(work: Work, _: Words) -> str:
    """How long a task takes."""
    return _.n("It takes {n} day of one person.", "It takes {n} days of one person.", work.days)


def needs(work: Work, _: Words) -> str:
    """What a task asks for."""
    asked = asks_for(work, _)
    return _("It asks for: {what}.", what=asked) if asked else _("Anybody can do it.")


def waits(work: Work, _: Words) -> str:
    """What a task waits for."""
    before = _.listed(work_names(_)[key] for key in work.after)
    return _("It waits for: {tasks}.", tasks=before) if before else _("It waits for nothing.")
