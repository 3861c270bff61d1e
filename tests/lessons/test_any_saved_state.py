"""Whatever happened to a real saved state, the lesson opens: another version, a half copy, a hand that edited it."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dastarkhan.lessons import Lesson, lesson
from dastarkhan.lessons.shared_river import ACTIVITIES
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.played import years_talked
from dastarkhan.lessons.shared_river.visit import Visit
from tests.lessons.after_talks import FIRST, THREE_YEARS, Year, hold_talks, put_role_down
from tests.lessons.screen import press, select

WORDS = {"text": "Ты слушал. سپاس", "ticked": [0]}
NOTE = {**WORDS, "ticked": []}
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, dict[str, Any]]:
    """What a person who did everything has in the file, as JSON reads it back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASTARKHAN_HOME", str(tmp_path_factory.mktemp("whole")))
        return _states(lesson("11_shared_river", language="en"))


def _states(river: Lesson) -> dict[str, dict[str, Any]]:
    first = hold_talks(river, *THREE_YEARS)
    hold_talks(river, Year(package=FIRST, ask="worries"), side="gardens", earlier=(first,))
    put_role_down(river)
    newest = list(years_talked(river)[-1].talks)
    opened = {key: river.activity(key) for key in ACTIVITIES}
    select(opened["meet_river"].box, 0, "wetland")
    press(opened["meet_river"].box, "Check")
    for side, value in (("springs", 12), ("gardens", 100)):
        select(opened["act_alone"].box, 0, side)
        select(opened["act_alone"].box, 1, value)
        press(opened["act_alone"].box, "Let the year come")
    changes: dict[str, dict[str, object]] = {
        "act_alone": {"words": {"springs": WORDS}, "counted": ["springs"]},
        "dry_year": {"rule": "proportional", "seen": ["proportional"], "defended": "proportional", "words": WORDS},
        "negotiate": {"draft": {"gardens": FIRST}, "pane": "ask", "picked": "worries", "notes": {"gardens": "Зима."}},
        "role_down": {"feelings": ["calm", "angry"], "words": WORDS, "tell": NOTE},
        "all_agreements": {"at": 2, "which": newest},
        "stress_test": {"guess": "some", "first": "gardens", "draws": 2, "term": "payment", "option": 140, "ran": True},
        "both_keep": {"guess": "gardens.payment", "seen": True, "weather": "driest"},
        "clauses": {"at": 1, "written": {"dry": {**WORDS, "example": True}, "data": {**WORDS, "example": False}}},
        "debrief": {"at": 2, "answers": {"feel": NOTE, "transfer": NOTE}},
        "one_line": {"kind": "hope", "text": WORDS["text"], "left": True},
        "six_rules": {"rule": "constrained_equal_losses"},
    }
    for key, change in changes.items():
        opened[key].remember(**change)
    found: dict[str, dict[str, Any]] = json.loads(json.dumps({key: one.state for key, one in opened.items()}))
    assert {key: one.clean(found[key]) for key, one in opened.items()} == found  # whole before the damage
    return found


def places(value: object, *above: str | int) -> Iterator[tuple[str | int, ...]]:
    """The way to everything inside a plain value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inside:
        yield (*above, name)
        yield from places(one, *above, name)


PLAIN = (None, True, False, 0, 1, -1, 3, 10**30, 1.5, "", "x", "springs", "gardens", "bell", "conceder", "dry_years")
NESTED = ([], {}, [[1]], [None], ["springs"], {"springs": {"payment": True}}, {"text": 3}, {"record": "x"})
ODD = st.sampled_from((*PLAIN, *NESTED))


def damaged(draw: Callable[..., Any], whole: object) -> Any:
    """A copy in which up to three things are lost, strange, or stand in another's place."""
    found = json.loads(json.dumps(whole))
    for _change in range(draw(st.integers(1, 3))):
        ways = list(places(found))
        if not ways:
            break
        *above, name = draw(st.sampled_from(ways))
        inside = found
        for step in above:
            inside = inside[step]
        if draw(st.booleans()):
            inside[name] = json.loads(json.dumps(draw(ODD)))
        elif draw(st.booleans()):
            inside[name] = json.loads(json.dumps(inside[draw(st.sampled_from(list(_names(inside))))]))
        else:
            del inside[name]
    return found


def _names(inside: dict[str, object] | list[object]) -> list[Any]:
    return list(inside) if isinstance(inside, dict) else list(range(len(inside)))


@QUICK
@given(data=st.data())
@pytest.mark.parametrize("key", list(ACTIVITIES))
def test_a_damaged_state_opens(
    river: Lesson, states: Mapping[str, dict[str, Any]], key: str, data: st.DataObject
) -> None:
    for other, state in states.items():
        broken = damaged(data.draw, state) if other == key else state
        river.progress.save(other, broken, done=True, based_on=river.progress.entry(other).revision)
    activity = river.activity(key)
    assert activity.summary()
    assert json.loads(json.dumps(activity.state)) == activity.state
    assert activity.clean(activity.state) == activity.state
    if key == "negotiate":  # others build on it
        for follower in ("role_down", "all_agreements", "stress_test", "both_keep", "debrief"):
            assert river.activity(follower).summary()


@QUICK
@given(data=st.data())
@pytest.mark.parametrize("key", list(ACTIVITIES))
def test_the_journal_reads_damaged_words(
    river: Lesson, states: Mapping[str, dict[str, Any]], key: str, data: st.DataObject
) -> None:
    for one in river.kind(key).written(river, damaged(data.draw, states[key])):
        assert one.ask
        assert one.text.strip()


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("act_alone", ["Ты слушал. سپاس"]),
        ("dry_year", ["Ты слушал. سپاس"]),
        ("negotiate", ["Зима."]),
        ("role_down", ["Ты слушал. سپاس"] * 2),
        ("clauses", ["Ты слушал. سپاس"] * 2),
        ("debrief", ["Ты слушал. سپاس"] * 2),
        ("one_line", ["Ты слушал. سپاس"]),
        ("stress_test", []),
    ],
)
def test_the_journal_finds_what_was_written(
    river: Lesson, states: Mapping[str, dict[str, Any]], key: str, texts: list[str]
) -> None:
    found = river.kind(key).written(river, states[key])
    assert [one.text for one in found] == texts
    assert len({one.key for one in found}) == len(found)  # each has a name of its own


@QUICK
@given(data=st.data())
def test_a_damaged_game_is_played_on_or_put_aside(
    river: Lesson, states: Mapping[str, dict[str, Any]], data: st.DataObject
) -> None:
    for text in (states["negotiate"]["earlier"][0]["record"], states["act_alone"]["records"]["gardens"]):
        lines = damaged(data.draw, [json.loads(line) for line in text.splitlines()])
        broken = "\n".join(map(json.dumps, lines)) + "\n"
        meeting = Meeting.read(river.case, "springs", "conceder", broken)
        assert meeting is None or meeting.text()
        visit = Visit.read(river.case, "gardens", broken)
        assert visit is None or visit.text()
