"""The nine steps as a picture with words, from content and counts."""

from collections import Counter
from collections.abc import Sequence

from dastarkhan.content.escalation.situation import Situation
from dastarkhan.content.escalation.steps import level_names, step_names, steps
from dastarkhan.languages import Words
from dastarkhan.pictures.stairs_picture import StepMark, stairs_picture


def placed_stairs(placed: Sequence[Situation], _: Words, *, title: str, key: str, now: int | None = None) -> str:
    """The stairs with a dot for every situation that stands on them; `now` is the step that is looked at."""
    many = Counter(int(one.stage) for one in placed)
    marks = []
    for step, name in zip(steps(_), step_names(_), strict=True):
        n = many[int(step.stage)]
        marks.append(StepMark(name=name, told=f"{step.says}. {step.heard}", many=n, sign=_.number(n) if n else ""))
    followed = None if now is None else now - 1
    return stairs_picture(marks, level_names(_), _, title=title, a_dot=1, followed=followed, key=key)
