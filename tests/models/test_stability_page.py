"""The page docs/models/stability.md tells the truth."""

import doctest
from pathlib import Path


def test_the_examples_of_the_page_give_what_they_show() -> None:
    page = Path(__file__).parents[2] / "docs" / "models" / "stability.md"
    result = doctest.testfile(str(page), module_relative=False)
    assert result.attempted >= 5
    assert result.failed == 0
