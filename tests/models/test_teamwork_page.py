"""The page docs/models/teamwork.md tells the truth."""

import doctest
import re
from pathlib import Path

from simulations.teamwork import ORDERS, Need

PAGE = Path(__file__).parents[2] / "docs" / "models" / "teamwork.md"


def test_the_examples_of_the_page_give_what_they_show() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted >= 12
    assert result.failed == 0


def test_the_table_of_the_page_gives_the_order_of_the_rules() -> None:
    rows = re.findall(r"^\| `(\w+)` \|[^|]+\| (\d) \| (\d) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    for column, need in ((1, Need.BRIDGE), (2, Need.COMMON)):
        assert [row[0] for row in sorted(rows, key=lambda row: row[column])] == list(ORDERS[need])
