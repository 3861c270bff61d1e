"""Lesson 03, Dialogue, not debate: a story circle."""

CASE = None
ALSO = ("guide_03",)
ACTIVITIES = {  # in the order of the page
    "last_lines": "dastarkhan.lessons.lines_again:LinesAgain",
    "sort": "dastarkhan.lessons.story_circle.sort:SortUtterances",
    "questions": "dastarkhan.lessons.story_circle.open_questions:OpenQuestions",
    "practice": "dastarkhan.lessons.story_circle.practice:Practice",
    "circle": "dastarkhan.lessons.story_circle.circle:StoryCircle",
    "by_oneself": "dastarkhan.lessons.story_circle.by_oneself:ByOneself",
    "checks": "dastarkhan.lessons.checks:Checks",
    "look_back": "dastarkhan.lessons.look_back:LookBack",
    "one_line": "dastarkhan.lessons.group_line:GroupLine",
}
