"""The page docs/models/basins.md tells the truth."""

import doctest
from pathlib import Path

from simulations.basins.fields import NODE_FIELDS

PAGE = Path(__file__).parents[2] / "docs" / "models" / "basins.md"


def test_the_examples_of_the_page_give_what_they_show() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted >= 8
    assert result.failed == 0


def test_every_key_of_a_node_is_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    keys = {field.key for fields in NODE_FIELDS.values() for field in fields}
    assert keys
    assert not [key for key in keys if f"`{key}`" not in text]
