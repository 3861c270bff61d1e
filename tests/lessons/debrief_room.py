"""Tables that the debrief's tests open, and what a trainer does with them."""

import io
import zipfile
from datetime import UTC, datetime

from dastarkhan.lessons import Lesson
from simulations.games import read_case
from simulations.table import Record, play
from tests.lessons.rooms import fair, river, river_package, until_talks
from tests.lessons.screen import press, ticks

M, W = "mill_growers", "willow_bakers"
GOOD = {"where": "mill_square", "when": "june_early", "costs": 50, "takings": "late_bus"}  # 68 and 73
WORSE = {**GOOD, "costs": 60, "takings": "stage"}
AFTER_FEELINGS = ("dots", "path", "answers", "years", "talk_over", "pages")
AGREED = ((M, "offer", WORSE), (W, "reject", {"offer": 1, "reason": "too_little"}), (W, "offer", GOOD))


def fair_table(*more: tuple) -> Record:
    return fair(*AGREED, (M, "accept", {"offer": 2}), *more)


def no_agreement() -> Record:
    return fair((M, "close", {"reason": "missing_voice"}))


def river_table() -> Record:
    package = river_package(summer_release=45, payment=140)
    talked = river(("springs_water", "offer", package), ("gardens_farms", "accept", {"offer": 1}))
    return until_talks(talked, "dry")


def many_sides() -> Record:
    return play(read_case("canal"), seed=3)


def packed(*found: Record) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for number, record in enumerate(found, start=1):
            archive.writestr(f"{record.case.id}-table-{number}.jsonl", record.to_text())
    return whole.getvalue()


def taken(visit: Lesson) -> Lesson:
    """Every file ticked and opened, and feelings said."""
    chosen = visit.activity("tables")
    for box in ticks(chosen.box):
        box.value = True
    press(chosen.box, "Open these tables")
    press(visit.activity("feelings").box, "Feelings have been said")
    return visit


def bring(chosen, name: str, content: bytes) -> None:
    """Upload a file as a browser does."""
    when = datetime(2026, 11, 28, tzinfo=UTC)
    chosen.upload.value = ({"name": name, "type": "", "size": len(content), "content": content, "last_modified": when},)
