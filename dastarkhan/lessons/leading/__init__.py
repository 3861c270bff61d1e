"""Lesson 04, Leading self and team."""

CASE = None
ALSO = ("guide_04",)
ACTIVITIES = {  # in the order of the page
    "last_lines": "dastarkhan.lessons.lines_again:LinesAgain",
    "self": "dastarkhan.lessons.leading.own_tasks:OwnTasks",
    "plan": "dastarkhan.lessons.leading.fair_plan:FairPlan",
    "parts": "dastarkhan.lessons.leading.sorters:Parts",
    "feedback": "dastarkhan.lessons.leading.give_feedback:GiveFeedback",
    "safe": "dastarkhan.lessons.leading.meetings:Meetings",
    "fits": "dastarkhan.lessons.leading.sorters:Fits",
    "checks": "dastarkhan.lessons.checks:Checks",
    "look_back": "dastarkhan.lessons.look_back:LookBack",
    "one_line": "dastarkhan.lessons.group_line:GroupLine",
}
