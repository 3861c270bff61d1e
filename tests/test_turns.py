"""Nothing is left out for ever: turns go through all cases."""

import pytest

from tests.turns import another, first_and_another, turn


@pytest.mark.parametrize("cases", [("en", "kk", "ky"), tuple(range(7))])
def test_turns_go_through_all_cases(cases: tuple[object, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    for number in range(len(cases)):
        monkeypatch.setenv("DASTARKHAN_TURN", str(number))
        found = first_and_another(cases)
        assert found[0] == cases[0]
        assert len(found) == 2
        seen.update(found)
    assert seen == set(cases)
    monkeypatch.setenv("DASTARKHAN_TURN", "all")
    assert first_and_another(cases) == cases


def test_a_commit_has_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASTARKHAN_TURN", raising=False)
    assert turn() == turn()
    assert len(another("abc")) == 1
