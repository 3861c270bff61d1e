"""Lesson 08, Negotiation: from positions to agreement."""

CASE = None
ALSO = ("guide_08", "lesson_11")  # talks are told in the words of lesson 11
ACTIVITIES = {  # in the order of the page
    "last_lines": "dastarkhan.lessons.lines_again:LinesAgain",
    "interests": "dastarkhan.lessons.negotiation.interests:Interests",
    "one_issue": "dastarkhan.lessons.negotiation.one_issue:OneIssue",
    "three_issues": "dastarkhan.lessons.negotiation.three_issues:ThreeIssues",
    "wide_table": "dastarkhan.lessons.negotiation.wide_table:WideTable",
    "put_down": "dastarkhan.lessons.negotiation.put_down:PutDown",
    "all_agreements": "dastarkhan.lessons.negotiation.all_agreements:AllAgreements",
    "checks": "dastarkhan.lessons.checks:Checks",
    "look_back": "dastarkhan.lessons.look_back:LookBack",
    "one_line": "dastarkhan.lessons.group_line:GroupLine",
}
