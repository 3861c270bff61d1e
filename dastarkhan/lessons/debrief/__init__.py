"""The debrief: the moves of a room's tables, opened and talked over. A tool for trainers, no numbered lesson."""

CASE = None
ALSO = ("guide_debrief", "lesson_11")  # the guide's questions; and what was said of talks and rivers there
ACTIVITIES = {  # in the order of the page
    "tables": "dastarkhan.lessons.debrief.choose:ChooseTables",
    "feelings": "dastarkhan.lessons.debrief.feelings:FeelingsFirst",
    "dots": "dastarkhan.lessons.debrief.dots:TableDots",
    "path": "dastarkhan.lessons.debrief.path:PathOfOffers",
    "answers": "dastarkhan.lessons.debrief.answers:WhoAnswered",
    "years": "dastarkhan.lessons.debrief.years:ManyYears",
    "talk_over": "dastarkhan.lessons.debrief.talk_over:TalkOver",
    "pages": "dastarkhan.lessons.debrief.pages:TablePages",
    "checks": "dastarkhan.lessons.checks:Checks",
}
