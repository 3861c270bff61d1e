"""Meet the river: the basin as a network, and four questions that it answers."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from dastarkhan.lessons.activity import Activity, button, html
from dastarkhan.lessons.question import Answer, Question, QuestionCard
from dastarkhan.lessons.saved import part, whole
from dastarkhan.pictures import basin_map


class MeetRiver(Activity):
    """Look at the network and find out who meets the water first, why it is kept, and what a canal loses."""

    key = "meet_river"

    def title(self) -> str:
        """The question that the activity asks."""
        return self._("Who lives on this river?")

    def minutes(self) -> int:
        """How long it takes one person."""
        return 5

    def summary(self) -> str:
        """One line in words."""
        solved = sum(question.solved(self._answer(question.key)) for question in self.questions())
        return self._("{n} of {total} questions answered.", n=solved, total=len(self.questions()))

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """The saved state without questions that this version does not ask."""
        questions, answers = self.questions(), part(saved.get("answers"))
        return {
            "at": whole(saved.get("at"), 0, len(questions)),
            "answers": {one.key: one.clean(answers[one.key]) for one in questions if one.key in answers},
        }

    def questions(self) -> tuple[Question, ...]:
        """The four questions; whatever is a number comes from the case."""
        return (self._who_first(), self._why_keep(), self._canal(), self._no_seat())

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The map, and beside it one question after the other."""
        self.picture = html(basin_map(self.lesson.case, self._, key="meet-river"))
        self.asked = ipywidgets.VBox()
        self.asked.add_class("dk-hands-over")
        two = ipywidgets.HBox([self.picture, self.asked])
        two.add_class("dk-two")
        card = ipywidgets.VBox([two])
        card.add_class("dk-card")
        self._ask()
        return (card,)

    def _ask(self) -> None:
        _, questions, at = self._, self.questions(), self.state["at"]
        if at >= len(questions):
            told = _("You have gone down the whole river. Go on to the year below, or look once more.")
            self.asked.children = (
                html(f"<p class='dk-note'>{escape(told)}</p>"),
                button(_("Look once more"), self._again, css="dk-quiet"),
            )
            return
        question = questions[at]
        place = html(f"<p class='dk-small'>{escape(_('Question {n} of {total}', n=at + 1, total=len(questions)))}</p>")
        card = QuestionCard(question, self._answer(question.key), lambda state: self._answered(question, state), _)
        self.forward = button(_("Go on"), self._next, css="dk-quiet")
        self.asked.children = (place, card.box, self.forward)

    def _answered(self, question: Question, state: dict[str, Any]) -> None:
        self.remember(answers={**self.state["answers"], question.key: state})

    def _next(self) -> None:
        at = self.state["at"] + 1
        self.remember(at=at, done=at >= len(self.questions()))
        self._ask()

    def _again(self) -> None:
        self.remember(at=0)
        self._ask()

    def _answer(self, key: str) -> Mapping[str, Any]:
        return part(self.state["answers"].get(key))

    def _name(self, node: str) -> str:
        return self.lesson.text(f"nodes.{node}.name")

    def _who_first(self) -> Question:
        _ = self._
        return Question(
            key="who_first",
            ask=_("The reservoir lets water go. Who can take from it first?"),
            answers=(
                Answer(
                    key="gardens_town",
                    text=self._name("gardens_town"),
                    why=_("Follow the line from the reservoir. Somebody stands there before the water leaves Springs."),
                ),
                Answer(
                    key="springs_villages",
                    text=self._name("springs_villages"),
                    why=_("They stand nearest to the reservoir. What they use up, nobody below can use."),
                    right=True,
                ),
                Answer(
                    key="wetland",
                    text=self._name("wetland"),
                    why=_("The wetland lies near the end. It lives from what all the others leave."),
                ),
            ),
            hints=(
                _("Put a finger on the reservoir and go the way of the water."),
                _("Between the reservoir and the Orchards one line turns aside."),
            ),
        )

    def _why_keep(self) -> Question:
        _ = self._
        return Question(
            key="why_keep",
            ask=_("Most water comes in summer. Why might Springs keep some of it until winter?"),
            answers=(
                Answer(
                    key="harm",
                    text=_("To leave the fields of Gardens dry"),
                    why=_(
                        "Nothing in the model wishes harm. Look at what the reservoir makes, and when homes need it."
                    ),
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

    def _canal(self) -> Question:
        _, arcs = self._, self.lesson.case.basin["arcs"]
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

    def _no_seat(self) -> Question:
        _ = self._
        return Question(
            key="no_seat",
            ask=_("Who needs this river every day, and cannot speak at any table?"),
            answers=(
                Answer(
                    key="gardens_farms",
                    text=self._name("gardens_farms"),
                    why=_("Farmers can speak, and they do. Who could not say a word?"),
                ),
                Answer(
                    key="springs_villages",
                    text=self._name("springs_villages"),
                    why=_("Villages can send somebody to the table. Who could not?"),
                ),
                Answer(
                    key="wetland",
                    text=self._name("wetland"),
                    why=_("Reeds, fish and birds live from what is left. Somebody has to speak for them."),
                    right=True,
                ),
            ),
            hints=(_("Look for the green dots in the picture."),),
        )
