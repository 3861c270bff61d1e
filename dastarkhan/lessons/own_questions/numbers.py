"""The numbers of all forms, each for itself, and the one line that a person may give to a group that counts."""

import json
from typing import TYPE_CHECKING, Any

from dastarkhan.content.own_questions import items, steps
from dastarkhan.lessons.own_questions.code import read_code
from dastarkhan.lessons.progress import Progress
from dastarkhan.lessons.saved import one_of, part

if TYPE_CHECKING:
    from dastarkhan.lessons.lesson import Lesson

FIRST = "00_welcome"
FORMS = ("before", "now", "looking_back")


def answers(lesson: "Lesson", form: str) -> dict[str, int]:
    """What was answered in a form of the journal's `lesson`, by sentence; those passed over are left out."""
    progress = Progress(FIRST) if form == "before" else lesson.progress
    saved, known = part(progress.entry(form).state.get("answers")), steps(lesson.words)
    read = {one.key: one_of(saved.get(one.key), known) for one in items(lesson.words)}
    return {key: value for key, value in read.items() if value is not None}


def first_code() -> str:
    """The code that was made up in the first lesson on this computer; empty where there is none."""
    return read_code(Progress(FIRST).entry("before").state.get("code")) or ""


def numbers(lesson: "Lesson", code: str) -> dict[str, Any]:
    """The code and the answers of each form: no sum, and no word of the person."""
    return {"code": code, **{form: answers(lesson, form) for form in FORMS}}


def line_of(found: dict[str, Any]) -> str:
    """The numbers as one line."""
    return json.dumps(found, ensure_ascii=False)
