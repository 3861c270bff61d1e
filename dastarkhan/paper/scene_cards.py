"""Scenes of a lesson on paper: cards to cut out, and the answers with their reasons on a sheet for the trainers."""

from collections.abc import Iterator, Sequence

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words
from dastarkhan.paper.page import Block, bullets, cards, heading, text

ON_A_PAGE = 10


def scene_cards(scenes: Sequence[Scene], _: Words) -> Iterator[Block]:
    """Give pages full of cards, each with its number and its scene."""
    made = [(text(_.number(number), small=True), text(scene.text)) for number, scene in enumerate(scenes, start=1)]
    for start in range(0, len(made), ON_A_PAGE):
        yield cards(made[start : start + ON_A_PAGE], columns=2, height_mm=44)


def kind_list(kinds: Sequence[Kind]) -> Block:
    """Give the kinds with what they mean."""
    return bullets(kind.told for kind in kinds)


def reasons(kinds: Sequence[Kind], scenes: Sequence[Scene], _: Words) -> Iterator[Block]:
    """Give every scene with the kind that fits and the reasons for all kinds."""
    names = {kind.key: kind.name for kind in kinds}
    for number, scene in enumerate(scenes, start=1):
        yield heading(f"{_.number(number)}. {scene.text}", 2)
        yield text(f"{names[scene.kind]}. {scene.why[scene.kind]}", strong=True)
        others = [f"{names[key]}? {why}" for key, why in scene.why.items() if key != scene.kind]
        yield text(" ".join(others), small=True)
