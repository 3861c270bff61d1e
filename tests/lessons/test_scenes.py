"""Every scene of every lesson: a key of its own, a kind that there is, and a reason for each kind."""

from collections.abc import Iterator

import pytest

from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.lesson import FOLDERS
from dastarkhan.lessons.sorting import Sorting


def sortings() -> Iterator[tuple[str, str]]:
    """Activities of all lessons in which scenes are sorted."""
    for slug in FOLDERS:
        visit = Lesson(slug, "en")
        yield from ((slug, key) for key in visit.keys if issubclass(visit.kind(key), Sorting))


FOUND = list(sortings())


def test_there_are_scenes() -> None:
    assert FOUND


@pytest.mark.parametrize(("slug", "key"), FOUND)
def test_every_scene_has_a_reason_for_every_kind(work: object, slug: str, key: str) -> None:
    sorting = lesson(slug, language="en").activity(key)
    assert isinstance(sorting, Sorting)
    kinds = [kind.key for kind in sorting.kinds()]
    scenes = [scene.key for scene in sorting.scenes()]
    assert len(set(kinds)) == len(kinds) > 1
    assert len(set(scenes)) == len(scenes)
    for scene in sorting.scenes():
        assert scene.kind in kinds, scene.key
        assert set(scene.why) == set(kinds), scene.key
        assert all(why.strip() for why in scene.why.values()), scene.key
