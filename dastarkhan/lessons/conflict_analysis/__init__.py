"""Lesson 06, Conflict analysis."""

CASE = None  # nobody sits at a table here; the quarrels are package cases as well
ALSO = ("guide_06",)
CHOICE = "quarrel"  # of the address, of the environment, and of the person's file
ANY_CASE = ("last_lines", "checks", "look_back", "one_line")
ACTIVITIES = {  # in the order of the page
    "last_lines": "dastarkhan.lessons.lines_again:LinesAgain",
    "briefs": "dastarkhan.lessons.conflict_analysis.read_briefs:ReadBriefs",
    "statements": "dastarkhan.lessons.conflict_analysis.sorters:Statements",
    "map": "dastarkhan.lessons.conflict_analysis.draw_map:DrawMap",
    "overlay": "dastarkhan.lessons.conflict_analysis.lay_over:LayOver",
    "memories": "dastarkhan.lessons.conflict_analysis.two_memories:TwoMemories",
    "layers": "dastarkhan.lessons.conflict_analysis.sorters:Layers",
    "doors": "dastarkhan.lessons.conflict_analysis.small_doors:SmallDoors",
    "connectors": "dastarkhan.lessons.conflict_analysis.sorters:Connectors",
    "tree": "dastarkhan.lessons.conflict_analysis.sorters:Tree",
    "checks": "dastarkhan.lessons.checks:Checks",
    "look_back": "dastarkhan.lessons.look_back:LookBack",
    "one_line": "dastarkhan.lessons.group_line:GroupLine",
}


def cases() -> tuple[str, ...]:
    """The quarrels among which one may choose; the lesson begins with the first."""
    return ("sluice", "market")
