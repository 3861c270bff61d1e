"""Lesson 01, Who am I, who are we?"""

CASE = None
ALSO = ("guide_01",)
ACTIVITIES = {  # in the order of the page
    "last_lines": "dastarkhan.lessons.lines_again:LinesAgain",
    "circles": "dastarkhan.lessons.who_am_i.circles:Circles",
    "web": "dastarkhan.lessons.who_am_i.web:WebOfAll",
    "meet_again": "dastarkhan.lessons.who_am_i.meet_again:MeetAgain",
    "sorter": "dastarkhan.lessons.who_am_i.sorter:Sorter",
    "contact": "dastarkhan.lessons.who_am_i.contact:Contact",
    "checks": "dastarkhan.lessons.checks:Checks",
    "look_back": "dastarkhan.lessons.look_back:LookBack",
    "one_line": "dastarkhan.lessons.group_line:GroupLine",
}
