"""Four questions that the river itself answers; a test holds every right answer against the case."""

from dastarkhan.lessons.lesson import Lesson
from dastarkhan.lessons.question import Answer, Question


def river_questions(lesson: Lesson) -> tuple[Question, ...]:
    """Who meets the water first, why it is kept, what a canal loses, who cannot speak."""
    return (_who_first(lesson), _why_keep(lesson), _canal(lesson), _no_seat(lesson))


def _who_first(lesson: Lesson) -> Question:
    _ = lesson.words
    return Question(
        key="who_first",
        ask=_("The reservoir lets water go. Who can take from it first?"),
        answers=(
            Answer(
                key="gardens_town",
                text=lesson.text("nodes.gardens_town.name"),
                why=_("Follow the line from the reservoir. Somebody stands there before the water leaves Springs."),
            ),
            Answer(
                key="springs_villages",
                text=lesson.text("nodes.springs_villages.name"),
                why=_("They stand nearest to the reservoir. What they use up, nobody below can use."),
                right=True,
            ),
            Answer(
                key="wetland",
                text=lesson.text("nodes.wetland.name"),
                why=_("The wetland lies near the end. It lives from what all the others leave."),
            ),
        ),
        hints=(
            _("Put a finger on the reservoir and go the way of the water."),
            _("Between the reservoir and the Orchards one line turns aside."),
        ),
    )


def _why_keep(lesson: Lesson) -> Question:
    _ = lesson.words
    return Question(
        key="why_keep",
        ask=_("Most water comes in summer. Why might Springs keep some of it until winter?"),
        answers=(
            Answer(
                key="harm",
                text=_("To leave the fields of Gardens dry"),
                why=_("Nothing in the model wishes harm. Look at what the reservoir makes, and when homes need it."),
            ),
            Answer(
                key="power",
                text=_("To make power when homes are cold"),
                why=_("Turbines need water, and in winter the river is low. Kept water warms homes in Springs."),
                right=True,
            ),
            Answer(
                key="small",
                text=_("Because the reservoir is too small"),
                why=_("A small reservoir would have to let more water go in summer, not less."),
            ),
        ),
        hints=(_("Rest on the reservoir in the picture and read what it does."),),
    )


def _canal(lesson: Lesson) -> Question:
    _, arcs = lesson.words, lesson.case.basin["arcs"]
    loss = next(float(arc["loss_share"]) for arc in arcs if arc["to"] == "gardens_farms")
    wanted = 10.0
    enough, short = wanted / (1 - loss), wanted * (1 - loss)
    shown = {"loss": _.percent(loss), "wanted": _.number(wanted), "enough": _.number(enough, decimals=1)}
    return Question(
        key="canal",
        ask=_(
            "The farms' canal loses {loss} on its way. The fields need {wanted} million m³. How much must enter?",
            **shown,
        ),
        answers=(
            Answer(
                key="short",
                text=_.number(short, decimals=1),
                why=_("Then even less than {wanted} would reach the fields. Turn the sum around.", **shown),
            ),
            Answer(
                key="same",
                text=_.number(wanted),
                why=_("If {wanted} enters, some of it seeps away, and the fields get less than {wanted}.", **shown),
            ),
            Answer(
                key="enough",
                text=_.number(enough, decimals=1),
                why=_(
                    "Of {enough}, {loss} is lost and {wanted} arrives. A repaired canal would help both banks.",
                    **shown,
                ),
                right=True,
            ),
        ),
        hints=(
            _("More has to enter than is needed in the fields."),
            _("What enters, less {loss} of it, must be {wanted}.", **shown),
        ),
    )


def _no_seat(lesson: Lesson) -> Question:
    _ = lesson.words
    return Question(
        key="no_seat",
        ask=_("Who needs this river every day, and cannot speak at any table?"),
        answers=(
            Answer(
                key="gardens_farms",
                text=lesson.text("nodes.gardens_farms.name"),
                why=_("Farmers can speak, and they do. Who could not say a word?"),
            ),
            Answer(
                key="springs_villages",
                text=lesson.text("nodes.springs_villages.name"),
                why=_("Villages can send somebody to the table. Who could not?"),
            ),
            Answer(
                key="wetland",
                text=lesson.text("nodes.wetland.name"),
                why=_("Reeds, fish and birds live from what is left. Somebody has to speak for them."),
                right=True,
            ),
        ),
        hints=(_("Look for the green dots in the picture."),),
    )
