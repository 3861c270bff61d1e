"""Lesson 11, The shared river."""

CASE = "ayna"
ACTIVITIES = {
    "meet_river": "dastarkhan.lessons.shared_river.meet:MeetRiver",
    "act_alone": "dastarkhan.lessons.shared_river.alone:ActAlone",
    "dry_year": "dastarkhan.lessons.shared_river.dry:DryYear",
    "six_rules": "dastarkhan.lessons.shared_river.six:SixRules",
}
