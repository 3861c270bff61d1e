"""Take the pictures of the guides anew: the screens of a lesson, in every language of its guide.

No part of the tests. Run it after a screen has changed, all of it or a part, then look at every picture:

    python3 start.py test tests/browser/take_guide_pictures.py -k "04 and kk"
"""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from PIL import Image
from servers import KIT, Server

from dastarkhan.guides import read_guide
from dastarkhan.guides.made import picture_of

pytestmark = pytest.mark.browser

WIDTH, HIGHEST, COLOURS, ROUNDS = 480, 700, 96, 2
ONE_BY_ONE = 1200
"""Milliseconds for an answer of the lesson to be drawn."""
TO_PRESS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "00_cloth": (("tick", 0), ("tick", 3), ("tick", 7), ("button", 0), ("tick", 1), ("tick", 9), ("button", 0)),
    "00_voices": (("button", 1),),
    "01_web": (("choice", 0), ("button", 1)),
    "01_sorter": (("choice", 0), ("button", 0)),
    "02_sort": (("choice", 1), ("button", 0)),
    "02_line": (("choice", 8), ("button", 0), *(("button", 0),) * 4),
    "03_sort": (("choice", 0), ("button", 0)),
    "04_plan": (("button", 0),),
    "06_overlay": (("button", 0), ("button", 0)),
    "07_line": (("button", 0), ("choice", 0), ("button", 0)),
    "07_walks": (("choice", 1), ("choice", 5), ("button", 0), *(("button", 0),) * 4),
    "08_interests": (("button", 0),),
    "11_alone": (("choice", 0),),
    "11_talks_1": (("choice", 0), ("button", -1)),
}
"""What is pressed before a picture is taken, by its name: which kind of thing, and which of those that can be seen."""
KINDS = {"button": "button:visible", "choice": "input[type=radio]:visible", "tick": "input[type=checkbox]:visible"}


def guides() -> list[tuple[str, str]]:
    sources = sorted((KIT / "facilitator_guides/en").glob("[0-9]*_*.md"))
    numbers = [path.stem.partition("_")[0] for path in sources]
    return [(number, lang) for number in numbers for lang in read_guide(number).language_versions]


@pytest.mark.parametrize(("number", "lang"), guides())
def test_take(page: Any, spoken: Server, spoken_home: Path, number: str, lang: str) -> None:
    guide, lesson = read_guide(number), next((KIT / "modules" / lang).glob(f"{number}_*.ipynb"))
    cells = nbformat.read(lesson, 4).cells
    shown = [cell.id for cell in cells if cell.cell_type == "code"]  # each shows one thing
    page.set_viewport_size({"width": WIDTH, "height": 900})
    page.goto(spoken.welcome)
    page.goto(f"{spoken.base}voila/render/modules/{lang}/{lesson.name}")
    page.locator(".dk-activity .dk-title").last.wait_for(timeout=60_000)
    page.wait_for_timeout(3 * ONE_BY_ONE)
    for step in guide.steps:
        if step.picture:
            path = KIT / "facilitator_guides" / lang / picture_of(guide, step)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(few_colours(picture(page, shown.index(step.notebook_cell), path.stem)))


def picture(page: Any, place: int, name: str) -> bytes:
    activity = page.locator(".dk-activity").nth(place)
    for kind, which in TO_PRESS.get(name, ()):
        activity.locator(KINDS[kind]).nth(which).click()
        page.wait_for_timeout(ONE_BY_ONE)
    activity.evaluate("shown => { shown.style.padding = '8px' }")
    page.mouse.move(0, 0)
    taken: bytes = activity.screenshot(animations="disabled")
    return taken


def few_colours(png: bytes) -> bytes:
    """The top of the picture in a third of the bytes, small dots in their own colours; a stick has few megabytes."""
    small, whole = io.BytesIO(), Image.open(io.BytesIO(png)).convert("RGB")
    top = whole.crop((0, 0, whole.width, min(whole.height, HIGHEST)))
    top.quantize(COLOURS, kmeans=ROUNDS).save(small, "PNG", optimize=True)
    return small.getvalue()
