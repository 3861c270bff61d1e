"""The documentation of cases and the table says what is so."""

import re
from pathlib import Path

from simulations.basins.fields import NODE_FIELDS
from simulations.games import GAMES, case_names, inspect_case, read_case
from simulations.games.river_schema import OPTIONAL_TABLES, TABLES
from simulations.games.schema import GROUPS
from simulations.games.terms_schema import COMMON, FIELDS, INJECT_FIELDS, MOST_PACKAGES, TALKS
from simulations.table import Record, play, replay, turn

DOCS = Path(__file__).parents[2] / "docs"


def blocks(page: str, language: str) -> list[str]:
    found = re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return [str(block) for block in found]


def test_the_small_case_is_sound_and_can_be_played(tmp_path: Path) -> None:
    path = tmp_path / "little_river.toml"
    path.write_text(blocks("cases.md", "toml")[0], encoding="utf-8")
    inspection = inspect_case(path)
    assert inspection.faults == ()
    assert inspection.case is not None
    state = replay(Record.from_text(play(inspection.case, seed=1).to_text()))
    assert turn(GAMES["river"], state) is None
    assert len(state.closed) == 2


def test_every_table_and_every_number_of_a_node_is_explained() -> None:
    page = (DOCS / "cases.md").read_text(encoding="utf-8")
    for name in (*TABLES, *OPTIONAL_TABLES):
        assert re.search(rf"`\[+(basin\.)?{name}(\.\*)?\]+`", page), name
    for kind, fields in NODE_FIELDS.items():
        (row,) = re.findall(rf"^\| `{kind}` \|.*$", page, re.MULTILINE)
        assert set(re.findall(r"`(\w+)`", row)) == {kind.value, *(field.key for field in fields)}
    assert all(f"`{group}`" in page for group in GROUPS)


def test_the_example_of_the_table_runs() -> None:
    names: dict[str, object] = {}
    exec(blocks("table.md", "python")[0], names)
    assert "agreement" in names["facts"]  # type: ignore[operator]


def test_every_field_of_talks_terms_and_injects_is_explained() -> None:
    page = (DOCS / "cases.md").read_text(encoding="utf-8")
    for kind, (needed, optional) in FIELDS.items():
        (row,) = re.findall(rf"^\| `{kind}` \|.*$", page, re.MULTILINE)
        assert {*needed, *optional} <= set(re.findall(r"`(\w+)`", row)), kind
    for name in (*TALKS, *INJECT_FIELDS, "early", *COMMON):
        assert f"`{name}" in page, name
    assert f"{MOST_PACKAGES:,} packages" in page


def test_every_case_of_the_kit_is_named() -> None:
    page = (DOCS / "cases.md").read_text(encoding="utf-8")
    for name in case_names():
        (row,) = re.findall(rf"^\| `{name}` \|.*$", page, re.MULTILINE)
        assert all(f"`{group}`" in row for group in read_case(name).not_for)
