"""Reading a case: what is wrong is named with file, line, key, value and what is allowed, all in one go."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulations.errors import CaseError
from simulations.games import case_names, inspect_case, read_case
from simulations.games.lines import key_lines, line_of
from simulations.games.reading import CASES

AYNA = (CASES / "ayna.toml").read_text(encoding="utf-8")


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def changed(old: str, new: str) -> tuple[str, int]:
    """Return the case with one passage changed, and the line where the change begins."""
    assert AYNA.count(old) >= 1, old
    return AYNA.replace(old, new, 1), AYNA[: AYNA.index(old)].count("\n") + 1


BAD: dict[str, tuple[str, str, str, str, Any, Any]] = {
    # kind of fault: old text, new text, code, key, value, what is allowed (or a part of it)
    "unknown key": ("years = 3", "years = 3\nbonus = 1", "case.unknown_key", "bonus", "bonus", "schema"),
    "mistyped key": (
        "not_for = []",
        "not_form = []",
        "case.unknown_key_meant",
        "not_form",
        "not_form",
        "not_for",
    ),
    "missing key": ('game = "river"\n', "", "case.missing_key", "game", None, "game"),
    "unknown game": ('game = "river"', 'game = "chess"', "case.bad_choice", "game", "chess", "river"),
    "mistyped game": ('game = "river"', 'game = "rivr"', "case.bad_choice_meant", "game", "rivr", "river"),
    "other schema": ("schema = 1", "schema = 2", "case.bad_whole_number", "schema", 2, "1 – 1"),
    "bad slug": ('id = "ayna"', 'id = "The Ayna"', "case.bad_slug", "id", "The Ayna", "a-z 0-9 _"),
    "unknown group": (
        "not_for = []",
        'not_for = ["somewhere"]',
        "case.bad_choice",
        "not_for",
        "somewhere",
        "zhambyl-talas",
    ),
    "no truth value": (
        "required = true",
        'required = "yes"',
        "case.bad_choice",
        "seats.springs_water.required",
        "yes",
        "true",
    ),
    "words among private numbers": (
        "worry_points = 60",
        'worry_points = "much"',
        "case.bad_number",
        "seats.springs_water.private.worry_points",
        "much",
        "-1000000 – 1000000",
    ),
    "merging into nobody": (
        'merges_into = ["springs_water"]',
        'merges_into = ["springs_watr"]',
        "case.bad_choice_meant",
        "seats.springs_energy.merges_into",
        "springs_watr",
        "springs_water",
    ),
    "a ring of merging": (
        'side = "springs"\nrequired = true',
        'side = "springs"\nrequired = true\nmerges_into = ["springs_energy"]',
        "case.merge_ring",
        "seats.springs_water.merges_into",
        "springs_water → springs_energy → springs_water",
        "gardens_farms",
    ),
    "unknown side of a seat": (
        'side = "gardens"\nrequired = true',
        'side = "valley"\nrequired = true',
        "case.bad_choice",
        "seats.gardens_farms.side",
        "valley",
        "both",
    ),
    "unknown kind of node": (
        'kind = "junction"',
        'kind = "crossing"',
        "case.bad_choice",
        "basin.nodes.springs_reach.kind",
        "crossing",
        "junction",
    ),
    "negative number": (
        "turbine_mcm = 15",
        "turbine_mcm = -15",
        "basin.bad_number",
        "basin.nodes.reservoir.turbine_mcm",
        -15,
        "≥ 0",
    ),
    "eleven months": (
        "inflow_mcm = [0.7, 0.6,",
        "inflow_mcm = [0.7,",
        "basin.wrong_length",
        "basin.nodes.side_stream.inflow_mcm",
        11,
        12,
    ),
    "storage above capacity": (
        "initial_storage_mcm = 62",
        "initial_storage_mcm = 82",
        "basin.bad_number",
        "basin.nodes.reservoir.initial_storage_mcm",
        82,
        "6 ≤ … ≤ 70",
    ),
    "position off the page": (
        "position = [0.08, 0.90]",
        "position = [0.08, 1.90]",
        "case.bad_numbers",
        "basin.nodes.glacier.position",
        [0.08, 1.90],
        "0 – 1",
    ),
    "arc to nowhere": (
        'to = "lake"',
        'to = "the sea"',
        "case.bad_choice",
        "basin.arcs.11.to",
        "the sea",
        "lake",
    ),
    "canal that loses all": (
        "loss_share = 0.15",
        "loss_share = 1.15",
        "basin.bad_number",
        "basin.arcs.9.loss_share",
        1.15,
        "0 ≤ … < 1",
    ),
    "a loop": (
        '[[basin.arcs]]\nfrom = "wetland"\nto = "lake"',
        '[[basin.arcs]]\nfrom = "wetland"\nto = "orchards"\n\n[[basin.arcs]]\nfrom = "wetland"\nto = "lake"',
        "basin.cycle",
        "basin.arcs",
        "orchards → gardens_town → gardens_reach → wetland → orchards",
        "",
    ),
    "a dry demand": (
        'from = "gardens_reach"\nto = "gardens_farms"\ncapacity_mcm = 13\nloss_share = 0.15\npriority = 1\n\n'
        "[[basin.arcs]]\n",
        "",
        "basin.unreachable_demand",
        "basin.nodes.gardens_farms",
        "gardens_farms",
        "",
    ),
    "options that fall": (
        "options = [12, 25, 40, 55, 70]",
        "options = [12, 40, 25, 55, 55]",
        "case.unsorted_options",
        "decisions.summer_release.options",
        [12, 40, 25, 55, 55],
        [12, 25, 40, 55],
    ),
    "one option only": (
        "options = [30, 45, 55, 70]",
        "options = [30]",
        "case.bad_options",
        "terms.summer_release.options",
        [30],
        "0 – 100000",
    ),
    "more than all the fields": (
        "options = [40, 60, 80, 100]",
        "options = [40, 60, 80, 120]",
        "case.bad_options",
        "decisions.planted_share.options",
        [40, 60, 80, 120],
        "0 – 100",
    ),
    "costs for three of four": (
        "cost_points = [78, 97, 116, 135]",
        "cost_points = [78, 97, 116]",
        "case.bad_numbers",
        "decisions.planted_share.cost_points",
        [78, 97, 116],
        "-100000 – 1000000",
    ),
    "a decider who may be absent": (
        'seat = "springs_water"',
        'seat = "springs_energy"',
        "case.bad_choice_meant",
        "decisions.summer_release.seat",
        "springs_energy",
        "springs_water",
    ),
    "a decision about a lake": (
        'node = "reservoir"',
        'node = "lake"',
        "case.bad_choice",
        "decisions.summer_release.node",
        "lake",
        "reservoir",
    ),
    "weight of nothing": (
        "inflow_factor = 0.55\nweight = 1",
        "inflow_factor = 0.55\nweight = 0",
        "case.bad_whole_number",
        "cards.very_dry.weight",
        0,
        "1 – 1000",
    ),
    "a name that is taken": (
        "[injects.drought]",
        "[injects.dry]\ninflow_factor = 0.7\n\n[injects.drought]",
        "case.reserved_name",
        "injects.dry",
        "dry",
        "dry",
    ),
    "missing text": (
        '"nodes.lake.name" = "Lake"\n',
        "",
        "case.missing_text",
        "text.nodes.lake.name",
        "nodes.lake.name",
        "",
    ),
    "empty text": (
        '"nodes.lake.name" = "Lake"',
        '"nodes.lake.name" = " "',
        "case.empty_text",
        "text.nodes.lake.name",
        " ",
        "",
    ),
    "text for nothing": (
        '"nodes.lake.name" = "Lake"',
        '"nodes.lake.name" = "Lake"\n"nodes.sea.name" = "Sea"',
        "case.unknown_text",
        "text.nodes.sea.name",
        "nodes.sea.name",
        "",
    ),
    "a claim of nobody": (
        "springs_villages = 8, gardens",
        "springs_frogs = 8, gardens",
        "case.bad_choice",
        "sharing.claims_mcm.springs_frogs",
        "springs_frogs",
        "wetland",
    ),
    "an impossible option": (
        "winter_least_mcm = 7",
        "winter_least_mcm = 40",
        "case.impossible_option",
        "decisions.summer_release.options",
        70,
        "6 – 61",
    ),
    "a water year that begins in January": (
        "first_month = 10",
        "first_month = 1",
        "case.bad_whole_number",
        "basin.first_month",
        1,
        "10 – 10",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_fault_is_named(kind: str, written: Callable[[str], Path]) -> None:
    old, new, code, key, value, allowed = BAD[kind]
    text, _ = changed(old, new)
    inspection = inspect_case(written(text))
    assert inspection.case is None
    fault = next((one for one in inspection.faults if (one.code, one.params["key"]) == (code, key)), None)
    assert fault is not None, [str(one) for one in inspection.faults]
    assert fault.params["file"] == "mine.toml"
    assert fault.params["value"] == value
    shown: Any = fault.params["allowed"]
    assert shown == allowed or allowed in shown
    place = line_of(key_lines(text), key)
    assert fault.params["line"] == place
    assert text.splitlines()[place - 1].strip(), "an empty line cannot be meant"


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("unknown game", 'game = "chess"'),
        ("negative number", "turbine_mcm = -15"),
        ("arc to nowhere", 'to = "the sea"'),
        ("options that fall", "options = [12, 40, 25, 55, 55]"),
        ("empty text", '"nodes.lake.name" = " "'),
        ("a dry demand", "[basin.nodes.gardens_farms]"),
        ("a claim of nobody", "claims_mcm = {"),
    ],
)
def test_the_line_is_the_one_to_mend(kind: str, line: str, written: Callable[[str], Path]) -> None:
    old, new, code, *_ = BAD[kind]
    text, _line = changed(old, new)
    fault = next(one for one in inspect_case(written(text)).faults if one.code == code)
    assert text.splitlines()[int(str(fault.params["line"])) - 1].startswith(line)


def test_a_single_slip_gives_a_single_fault(written: Callable[[str], Path]) -> None:
    for kind in ("other schema", "unknown kind of node", "eleven months", "a loop", "missing text"):
        text, _ = changed(*BAD[kind][:2])
        assert len(inspect_case(written(text)).faults) == 1, kind


def test_all_faults_in_one_go(written: Callable[[str], Path]) -> None:
    kinds = ("unknown game", "negative number", "arc to nowhere", "options that fall", "empty text", "no truth value")
    text = AYNA
    for kind in kinds:
        text = text.replace(*BAD[kind][:2], 1)
    faults = inspect_case(written(text)).faults
    assert {fault.code for fault in faults} >= {BAD[kind][2] for kind in kinds}
    lines = [int(str(fault.params["line"])) for fault in faults]
    assert lines == sorted(lines)


def test_two_loops_and_two_dry_demands_are_all_named(written: Callable[[str], Path]) -> None:
    text = AYNA.replace(*BAD["a dry demand"][:2], 1)
    town = 'from = "orchards"\nto = "gardens_town"\n\n[[basin.arcs]]\n'
    assert town in text
    text = text.replace(town, "", 1)
    faults = inspect_case(written(text)).faults
    dry = {fault.params["value"] for fault in faults if fault.code == "basin.unreachable_demand"}
    assert dry == {"gardens_farms", "gardens_town"}


def test_a_river_with_nothing_to_talk_about(written: Callable[[str], Path]) -> None:
    """Fields that are worth nothing and banks that never flood: Springs alone is already the best for both together."""
    text, _ = changed("[0, 0, 0, 0, 0, 0, 8.3, 8.3, 8.3, 8.3, 8.3, 8.3]", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]")
    text = text.replace("flood_points_per_mcm = 3.2", "flood_points_per_mcm = 0")
    (fault,) = inspect_case(written(text)).faults
    assert (fault.code, fault.params["key"]) == ("case.nothing_to_gain", "decisions")
    assert text.splitlines()[int(str(fault.params["line"])) - 1] == "[decisions.summer_release]"


def test_read_case_raises_the_first_fault(written: Callable[[str], Path]) -> None:
    text, line = changed(*BAD["unknown game"][:2])
    with pytest.raises(CaseError) as fault:
        read_case(written(text))
    assert fault.value.params == {
        "file": "mine.toml",
        "line": line,
        "key": "game",
        "value": "chess",
        "allowed": ("river",),
    }


def test_broken_toml_names_the_line(written: Callable[[str], Path]) -> None:
    text, line = changed('id = "ayna"', 'id = "ayna')
    (fault,) = inspect_case(written(text)).faults
    assert (fault.code, fault.params["line"], fault.params["value"]) == ("case.not_toml", line, 'id = "ayna')


def test_a_repeated_table_is_broken_toml(written: Callable[[str], Path]) -> None:
    (fault,) = inspect_case(written(AYNA + "\n[sides.springs]\n")).faults
    assert fault.code == "case.not_toml"


def test_other_encodings_and_missing_files(tmp_path: Path) -> None:
    path = tmp_path / "old.toml"
    path.write_bytes('id = "Айна"'.encode("cp1251"))
    (fault,) = inspect_case(path).faults
    assert fault.code == "case.not_utf8"
    with pytest.raises(CaseError) as missing:
        read_case(tmp_path / "nowhere.toml")
    assert missing.value.code == "case.not_found"
    assert missing.value.params["allowed"] == case_names()


def test_a_mark_at_the_start_of_the_file_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "notepad.toml"
    path.write_bytes(b"\xef\xbb\xbf" + AYNA.encode())
    assert read_case(path).id == "ayna"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "seats = 3",
        "basin = []",
        "[basin]\nnodes = 1\narcs = 2",
        "[basin.nodes]\nx = 1",
        "[sides]\na = 1",
        "[seats.a]\nmerges_into = 4\nprivate = 1",
        "[decisions.a]\noptions = 1\nnode = [1]",
        "[text]\na = 1",
        "text = 1",
        "[cards]\na = 1\n[sharing]\nclaims_mcm = 1\nsupply_mcm = { a = 'x' }",
        "not_for = 1\nlanguage = 5\nid = 1",
        "a = 1979-05-27",
        "[basin]\nfirst_month = 'x'\n[[basin.arcs]]\nfrom = 1\nto = []",
    ],
)
def test_wild_files_give_faults_and_no_crash(text: str, written: Callable[[str], Path]) -> None:
    inspection = inspect_case(written(text))
    assert inspection.faults
    assert inspection.case is None


def test_lines_of_keys() -> None:
    text = """# a comment = not a key
id = "x"

[a]   # header
b = [
  1,  # ] not the end
  2,
]
c = { d = 1 }
"e.f" = "[["
g = '''
h = 1
'''
[[a.list]]
i = 1
[[a.list]]
i = 2
[a."quoted key".k]
"""
    lines = key_lines(text)
    assert lines == {
        "id": 2,
        "a": 4,
        "a.b": 5,
        "a.c": 9,
        "a.e.f": 10,
        "a.g": 11,
        "a.list.0": 14,
        "a.list.0.i": 15,
        "a.list.1": 16,
        "a.list.1.i": 17,
        "a.quoted key.k": 18,
    }
    assert line_of(lines, "a.c.d") == 9
    assert line_of(lines, "nowhere") == 1
