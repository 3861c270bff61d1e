"""Questions that the river itself answers; a test holds every right answer against every case."""

from dastarkhan.lessons.lesson import Lesson
from dastarkhan.lessons.question import Answer, Question
from dastarkhan.lessons.shared_river.river_graph import RiverGraph


def river_questions(lesson: Lesson) -> tuple[Question, ...]:
    """Who meets the water first, why it is kept or what comes back with it, what a canal loses, who cannot speak."""
    graph = RiverGraph(lesson.case)
    kept = _why_keep(lesson, graph) if graph.dam else _drains_back(lesson)
    return (_who_first(lesson, graph), *kept, _canal(lesson, graph), _no_seat(lesson, graph))


def _named(lesson: Lesson, key: str, why: str, *, right: bool = False) -> Answer:
    return Answer(key=key, text=lesson.text(f"nodes.{key}.name"), why=why, right=right)


def _who_first(lesson: Lesson, graph: RiverGraph) -> Question:
    _, start = lesson.words, graph.beginning
    steps, (first, *others) = graph.steps(start), graph.reached(start)
    later = next(one for one in others if steps[one] > steps[first] and graph.side(one) != graph.side(first))
    dam = start == graph.dam
    nearest = (
        _("They stand nearest to the reservoir. What they use up, nobody below can use.")
        if dam
        else _("They stand nearest to the source. What they use up, nobody below can use.")
    )
    return Question(
        key="who_first",
        ask=_start_asked(lesson, graph, start),
        answers=(
            _named(lesson, later, _("Follow the line from there. Somebody else is reached before them.")),
            _named(lesson, first, nearest, right=True),
            _named(
                lesson,
                graph.of_kind("ecosystem")[0],
                _("This place lies near the end. It lives from what all the others leave."),
            ),
        ),
        hints=(
            _("Put a finger on the reservoir and go the way of the water.")
            if dam
            else _("Put a finger on the source and go the way of the water."),
            _("Count the places on your way. Who is reached after the fewest?"),
        ),
    )


def _start_asked(lesson: Lesson, graph: RiverGraph, start: str) -> str:
    _, name = lesson.words, lesson.text(f"nodes.{start}.name")
    if start != graph.dam:
        return _("The river begins here: {source}. Who can take from it first?", source=name)
    asked = _("The reservoir lets water go. Who can take from it first?")
    return _with_name(lesson, start, asked)


def _with_name(lesson: Lesson, dam: str, asked: str) -> str:
    """A question about the reservoir, which some rivers call by another name."""
    if dam == "reservoir":
        return asked
    _ = lesson.words
    named = _("The reservoir of this river: {name}.", name=lesson.text(f"nodes.{dam}.name"))
    return f"{named} {asked}"


def _why_keep(lesson: Lesson, graph: RiverGraph) -> tuple[Question, ...]:
    _, dam = lesson.words, str(graph.dam)
    side = lesson.text(f"sides.{graph.side(dam)}.name")
    asked = _("Most water comes from April to September. Why might {side} keep some of it until winter?", side=side)
    question = Question(
        key="why_keep",
        ask=_with_name(lesson, dam, asked),
        answers=(
            Answer(
                key="harm",
                text=_("To leave the neighbours' fields dry"),
                why=_("Nothing in the model wishes harm. Look at what the reservoir makes, and when homes need it."),
            ),
            Answer(
                key="power",
                text=_("To make power when homes are cold"),
                why=_("Turbines need water, and in winter less of it comes. Kept water warms homes."),
                right=True,
            ),
            Answer(
                key="small",
                text=_("Because the reservoir is too small"),
                why=_("A small reservoir would have to let more water go in summer, not less."),
            ),
        ),
        hints=(_("Touch the reservoir in the picture and read what it does."),),
    )
    return (question,)


def _drains_back(lesson: Lesson) -> tuple[Question, ...]:
    """On a river without a dam: whose fields meet the water that others' fields give back."""
    _, case = lesson.words, lesson.case
    if "drainage" not in case.data:
        return ()
    drainage, nodes = case.data["drainage"], case.basin["nodes"]
    fields, harmed, graph = drainage["from"], drainage["to"], RiverGraph(case)
    above = next(key for key in graph.of_kind("demand") if key != fields and key not in graph.steps(fields))
    share = _.percent(float(nodes[fields]["return_share"]))
    question = Question(
        key="drains_back",
        ask=_(
            "{fields}: {share} of the water drains back to the river, with salt. Whom does that harm?",
            fields=lesson.text(f"nodes.{fields}.name"),
            share=share,
        ),
        answers=(
            _named(lesson, above, _("They take their water before that place. What drains back never comes to them.")),
            _named(lesson, fields, _("Water does not flow up again. What drains away has left these fields.")),
            _named(
                lesson,
                harmed,
                _("They take what comes down, and the salt with it. Every drop that drains back costs them something."),
                right=True,
            ),
        ),
        hints=(
            _("Find the line that leaves these fields, and follow it."),
            _("Which fields lie below the place where it joins the river?"),
        ),
    )
    return (question,)


def _canal(lesson: Lesson, graph: RiverGraph) -> Question:
    _, canals = lesson.words, graph.canals
    fields, loss = next(iter(canals.items()))
    wanted = 10.0
    enough, short = wanted / (1 - loss), wanted * (1 - loss)
    shown = {"loss": _.percent(loss), "wanted": _.number(wanted), "enough": _.number(enough, decimals=1)}
    asked = _(
        "The farms' canal loses {loss} on its way. The fields need {wanted} million m³. How much must enter?",
        **shown,
    )
    if len(canals) > 1:
        asked = _(
            "{fields}: the canal loses {loss} on its way. The fields need {wanted} million m³. How much must enter?",
            **shown,
            fields=lesson.text(f"nodes.{fields}.name"),
        )
    return Question(
        key="canal",
        ask=asked,
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


def _no_seat(lesson: Lesson, graph: RiverGraph) -> Question:
    _, first = lesson.words, graph.reached(graph.beginning)[0]
    return Question(
        key="no_seat",
        ask=_("Who needs this river every day, and cannot speak at any table?"),
        answers=(
            _named(lesson, next(iter(graph.canals)), _("Farmers can speak, and they do. Who could not say a word?")),
            _named(lesson, first, _("People live there, and can send somebody to the table. Who could not?")),
            _named(
                lesson,
                graph.of_kind("ecosystem")[0],
                _("Birds, fish and trees live from what is left. Somebody has to speak for them."),
                right=True,
            ),
        ),
        hints=(_("Look for the green dots in the picture."),),
    )
