"""Lesson 02, Reading each other."""

CASE = None
ALSO = ("guide_02",)
ACTIVITIES = {  # in the order of the page
    "last_lines": "dastarkhan.lessons.lines_again:LinesAgain",
    "sort": "dastarkhan.lessons.reading_each_other.camera:Camera",
    "readings": "dastarkhan.lessons.reading_each_other.two_banks:TwoBanks",
    "line": "dastarkhan.lessons.reading_each_other.line:PhoneLine",
    "say_it": "dastarkhan.lessons.reading_each_other.say_it:SayIt",
    "give_back": "dastarkhan.lessons.reading_each_other.give_back:GiveBack",
    "other_chair": "dastarkhan.lessons.reading_each_other.other_chair:OtherChair",
    "checks": "dastarkhan.lessons.checks:Checks",
    "look_back": "dastarkhan.lessons.look_back:LookBack",
    "one_line": "dastarkhan.lessons.group_line:GroupLine",
}
