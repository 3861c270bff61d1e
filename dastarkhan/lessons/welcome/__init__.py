"""Lesson 00, Welcome."""

CASE = None
ALSO = ("guide_00",)
ACTIVITIES = {  # in the order of the page
    "brings": "dastarkhan.lessons.welcome.brings:Brings",
    "voices": "dastarkhan.lessons.welcome.voices:Voices",
    "agreement": "dastarkhan.lessons.welcome.agreement:Agreement",
    "doors": "dastarkhan.lessons.welcome.sorters:Doors",
    "models": "dastarkhan.lessons.welcome.sorters:Models",
    "before": "dastarkhan.lessons.own_questions.before:Before",
    "checks": "dastarkhan.lessons.checks:Checks",
    "look_back": "dastarkhan.lessons.look_back:LookBack",
    "one_line": "dastarkhan.lessons.group_line:GroupLine",
}
