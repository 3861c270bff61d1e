"""The page docs/models/escalation.md tells the truth."""

import doctest
import re
from pathlib import Path

import numpy as np
import pytest

from simulations.escalation import FITS, STRATEGIES, Line, Quarrel, exact_stages, forgiving

PAGE = Path(__file__).parents[2] / "docs" / "models" / "escalation.md"


def test_the_examples_of_the_page_give_what_they_show() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted >= 20
    assert result.failed == 0


def test_the_table_of_strategies_is_right() -> None:
    rows = re.findall(
        r"^\| `([a-z_.()0-9]+)` \| ([\d.]+) %, ([\d.]+) \| ([\d.]+) %, ([\d.]+) \|", PAGE.read_text("utf-8"), re.M
    )
    assert {name for name, *_ in rows} == {*STRATEGIES, "forgiving(0.6)"}
    for name, *told in rows:
        strategy = forgiving(0.6) if name == "forgiving(0.6)" else STRATEGIES[name]()
        found = []
        for p in (0.1, 0.3):
            quarrel = Quarrel(parties={"springs": strategy, "gardens": strategy}, line=Line(calm_as_hostile=p))
            exact = exact_stages(quarrel)[-1]
            found += [100 * exact[6:].sum(), exact @ np.arange(1, 10)]
        assert found == pytest.approx([float(number) for number in told], abs=0.051), name


def test_the_table_of_what_fits_is_right() -> None:
    rows = re.findall(r"^\| (\d) to (\d) \|", PAGE.read_text("utf-8"), re.M)
    assert [(int(a), int(b)) for a, b in rows] == [(stages[0], stages[-1]) for stages in FITS.values()]


def test_against_the_hard_all_but_the_calm_end_at_the_top() -> None:
    """What the page says of forgiving all, in the mean: from 8 up; calm alone stays at 2 or below."""
    hard = STRATEGIES["always_hard"]()
    for name, make in STRATEGIES.items():
        exact = exact_stages(Quarrel(parties={"springs": make(), "gardens": hard}, line=Line(calm_as_hostile=0.3)))[-1]
        mean = exact @ np.arange(1, 10)
        assert mean <= 2 if name == "always_calm" else mean >= 7.5, name
