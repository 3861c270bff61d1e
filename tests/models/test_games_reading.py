"""Reading a case: what is wrong is named with file, line, key, value and what is allowed, all in one go."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulations.errors import CaseError
from simulations.games import case_names, inspect_case, read_case
from simulations.games.lines import key_lines, line_of
from simulations.games.reading import CASES
from tests.models.bad_cases import BAD

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
        "allowed": ("river", "package"),
    }


def test_broken_toml_names_the_line(written: Callable[[str], Path]) -> None:
    text, line = changed('id = "ayna"', 'id = "ayna')
    (fault,) = inspect_case(written(text)).faults
    assert (fault.code, fault.params["line"], fault.params["value"]) == ("case.not_toml", line, 'id = "ayna')


@pytest.mark.parametrize("written_so", ["1" * 5000, "[" * 5000])
def test_what_is_too_long_for_python_is_broken_toml(written_so: str, written: Callable[[str], Path]) -> None:
    (fault,) = inspect_case(written(f"years = {written_so}")).faults
    assert (fault.code, fault.params["line"]) == ("case.not_toml", 1)


def test_lines_are_counted_as_an_editor_does(written: Callable[[str], Path]) -> None:
    text = AYNA.replace("# The river Ayna", "# The river\u2028Ayna", 1).replace("years = 3", "years = 0")
    (fault,) = inspect_case(written(text)).faults
    assert text.split("\n")[int(str(fault.params["line"])) - 1] == "years = 0"


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


def test_what_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CaseError) as folder:
        inspect_case(tmp_path)
    assert (folder.value.code, folder.value.params["value"]) == ("case.unreadable", str(tmp_path))
    with pytest.raises(CaseError) as nameless:
        read_case("river" * 1000)  # longer than any file's name may be
    assert nameless.value.code in ("case.unreadable", "case.not_found")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "locked.toml").write_text(AYNA, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    for look in (read_case, inspect_case):
        with pytest.raises(CaseError) as locked:
            look(tmp_path / "locked.toml")
        assert (locked.value.code, locked.value.params["reason"]) == ("case.unreadable", "Permission denied")


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
