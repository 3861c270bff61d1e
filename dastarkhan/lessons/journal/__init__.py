"""The journal: what a person wrote across all lessons, and where they stand now. No numbered lesson."""

CASE = None
ACTIVITIES = {  # in the order of the page
    "pages": "dastarkhan.lessons.journal.pages:Pages",
    "now": "dastarkhan.lessons.journal.now:Now",
    "looking_back": "dastarkhan.lessons.journal.now:LookingBack",
    "side_by_side": "dastarkhan.lessons.journal.side_by_side:SideBySide",
    "portfolio": "dastarkhan.lessons.journal.portfolio:Portfolio",
    "group_lines": "dastarkhan.lessons.journal.group_lines:GroupLines",
}
