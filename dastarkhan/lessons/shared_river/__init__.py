"""Lesson 11, The shared river."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dastarkhan.lessons.first_cell import Chooser
    from dastarkhan.lessons.lesson import Lesson

CASE = "ayna"
ALSO = ("guide_11",)  # questions of the look back
CHOICE = "river"  # of the address, of the environment, and of the person's file
ANY_CASE = ("one_line", "last_lines")  # a person's own line stays, whatever river is chosen
ACTIVITIES = {  # in the order of the page
    "last_lines": "dastarkhan.lessons.lines_again:LinesAgain",
    "meet_river": "dastarkhan.lessons.shared_river.meet:MeetRiver",
    "act_alone": "dastarkhan.lessons.shared_river.alone:ActAlone",
    "dry_year": "dastarkhan.lessons.shared_river.dry:DryYear",
    "negotiate": "dastarkhan.lessons.shared_river.talks.negotiate:Negotiate",
    "role_down": "dastarkhan.lessons.shared_river.afterwards.role_down:RoleDown",
    "all_agreements": "dastarkhan.lessons.shared_river.afterwards.all_agreements:AllAgreements",
    "stress_test": "dastarkhan.lessons.shared_river.afterwards.stress:StressTest",
    "both_keep": "dastarkhan.lessons.shared_river.afterwards.both_keep:BothKeep",
    "clauses": "dastarkhan.lessons.shared_river.afterwards.clauses:Clauses",
    "debrief": "dastarkhan.lessons.shared_river.afterwards.debrief:Debrief",
    "one_line": "dastarkhan.lessons.shared_river.afterwards.one_line:OneLine",
    "six_rules": "dastarkhan.lessons.shared_river.six:SixRules",
}


def cases() -> tuple[str, ...]:
    """The rivers among which one may choose."""
    from dastarkhan.lessons.shared_river.rivers import rivers

    return rivers()


def chooser(lesson: "Lesson") -> "Chooser":
    """The choice of a river, at the top of the lesson."""
    from dastarkhan.lessons.shared_river.choose_river import TopChoice

    return TopChoice(lesson)
