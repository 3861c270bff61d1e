"""The documentation of cases and the table says what is so."""

import re
from pathlib import Path
from typing import Any

from simulations.basins.fields import NODE_FIELDS
from simulations.games import GAMES, case_names, inspect_case, package_schema, read_case
from simulations.games.package_facts import package_facts
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


def test_the_small_package_is_sound_and_can_be_played(tmp_path: Path) -> None:
    path = tmp_path / "footbridge.toml"
    path.write_text(blocks("cases.md", "toml")[1], encoding="utf-8")
    inspection = inspect_case(path)
    assert inspection.faults == ()
    assert inspection.case is not None
    state = replay(Record.from_text(play(inspection.case, seed=1).to_text()))
    assert state.talk.agreement
    facts = package_facts(inspection.case)
    assert facts.zone
    assert facts.zone > max(term.enough_alone for term in facts.terms.values())


def test_every_table_of_a_package_is_explained() -> None:
    page = (DOCS / "cases.md").read_text(encoding="utf-8").partition("## A package case")[2]
    for name in (*package_schema.TABLES, *package_schema.OPTIONAL_TABLES):
        assert re.search(rf"`\[+{name}(\.\*)?(\.private)?\]+`", page), name
    for name in (*package_schema.PRIVATE_KEYS, *package_schema.TALKS_KEYS, *package_schema.INJECT_KEYS, "mediates"):
        assert f"`{name}" in page, name
    assert f"up to {package_schema.MOST_TERMS} terms" in page


def test_what_the_packages_of_the_kit_give() -> None:
    page = (DOCS / "cases.md").read_text(encoding="utf-8")
    for name in case_names("package"):
        facts = package_facts(read_case(name))
        (row,) = re.findall(rf"^\| {name.capitalize()} \|(.*)\|$", page, re.MULTILINE)
        cells = [cell.strip() for cell in row.split("|")]
        enough = sum(term.enough_alone for term in facts.terms.values())
        assert cells[:3] == [str(facts.packages), str(facts.zone), str(enough)]
        forgotten = [side for side, lost in (facts.forgotten or {}).items() if lost]
        assert cells[3] == (", ".join(forgotten) or "nobody")


def test_a_person_plays_seat_by_seat_as_the_page_shows() -> None:
    names: dict[str, Any] = {}
    (shown,) = (block for block in blocks("table.md", "python") if "next_move" in block)
    exec(shown, names)
    facts = names["facts"]
    assert facts["over"]
    assert facts["agreement"] is None or facts["points"]["willow"] >= 60
    assert any(move.seat == "willow_bakers" for move in names["record"].moves)
    assert replay(names["record"]) == names["state"]


def test_every_case_of_the_kit_is_named() -> None:
    page = (DOCS / "cases.md").read_text(encoding="utf-8")
    for name in case_names():
        (row,) = re.findall(rf"^\| `{name}` \|.*$", page, re.MULTILINE)
        assert all(f"`{group}`" in row for group in read_case(name).not_for)
