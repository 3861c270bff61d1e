"""Lesson 07, Escalation."""

CASE = None
ALSO = ("guide_07",)
ACTIVITIES = {  # in the order of the page
    "last_lines": "dastarkhan.lessons.lines_again:LinesAgain",
    "place": "dastarkhan.lessons.escalation.place:Place",
    "bad_line": "dastarkhan.lessons.escalation.bad_line:BadLine",
    "walks": "dastarkhan.lessons.escalation.thousand_walks:ThousandWalks",
    "one_sentence": "dastarkhan.lessons.escalation.one_sentence:OneSentence",
    "helpers": "dastarkhan.lessons.escalation.who_helps:Helpers",
    "signs": "dastarkhan.lessons.escalation.signs:Signs",
    "rumour": "dastarkhan.lessons.escalation.rumour:Rumour",
    "checks": "dastarkhan.lessons.checks:Checks",
    "look_back": "dastarkhan.lessons.look_back:LookBack",
    "one_line": "dastarkhan.lessons.group_line:GroupLine",
}
