"""Package cases go out as GENIUS files and come back; foreign files become cases that the check accepts."""

import json
import tomllib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dastarkhan.cli import main
from simulations.bargaining import Issue, Negotiation, Party, from_genius, pareto_frontier, to_genius
from simulations.games import case_names, inspect_case, read_case
from simulations.games.package_exchange import FINE, package_data
from simulations.games.package_points import negotiation_of
from simulations.games.writing import case_text
from simulations.table import play, replay
from tests.models.made_packages import cases

FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

DOMAIN = """<negotiation_template><utility_space number_of_issues="2">
<objective index="0" name="trade" type="objective" etype="objective">
<issue index="1" name="Price (coins)" type="discrete">
<item index="1" value="3.50"/><item index="2" value="4.00"/></issue>
<issue index="2" name="Delivery" type="discrete"><item index="1" value="1"/><item index="2" value="7"/></issue>
</objective></utility_space></negotiation_template>"""
"""Written by hand in the form that GENIUS documents: an issue with words, and one with whole numbers."""


def profile(price: tuple[str, str], delivery: tuple[str, str], weights: tuple[str, str], alone: str) -> str:
    return f"""<utility_space><objective index="0" name="trade" type="objective" etype="objective">
<issue index="1" name="Price (coins)" type="discrete">
<item index="1" value="3.50" evaluation="{price[0]}"/><item index="2" value="4.00" evaluation="{price[1]}"/></issue>
<issue index="2" name="Delivery" type="discrete">
<item index="1" value="1" evaluation="{delivery[0]}"/><item index="2" value="7" evaluation="{delivery[1]}"/></issue>
<weight index="1" value="{weights[0]}"/><weight index="2" value="{weights[1]}"/></objective>
<discount_factor value="1.0"/><reservation value="{alone}"/></utility_space>"""


@pytest.fixture
def trade(tmp_path: Path) -> Path:
    (tmp_path / "domain.xml").write_text(DOMAIN, encoding="utf-8")
    (tmp_path / "Buyer.xml").write_text(profile(("1", "0"), ("1", "0"), ("0.75", "0.25"), "0.25"), encoding="utf-8")
    (tmp_path / "Seller.xml").write_text(profile(("0", "1"), ("0.2", "1"), ("0.5", "0.5"), "0.3"), encoding="utf-8")
    return tmp_path


def imported(folder: Path, *more: str) -> int:
    names = [str(folder / name) for name in ("domain.xml", "Buyer.xml", "Seller.xml")]
    return main(["case", "import", *names, "--id", "trade", "--output", str(folder / "trade.toml"), *more])


# --- out and back


@pytest.mark.parametrize("name", case_names("package"))
def test_a_case_of_the_kit_goes_out_and_comes_back(name: str, tmp_path: Path) -> None:
    assert main(["case", "export", name, str(tmp_path / "out")]) == 0
    case = read_case(name)
    profiles = [str(tmp_path / "out" / f"{side}.xml") for side in case.sides]
    back = tmp_path / "back.toml"
    words = ["case", "import", str(tmp_path / "out" / "domain.xml"), *profiles, "--id", "back", "--output", str(back)]
    assert main(words) == 0
    inspection = inspect_case(back)
    assert inspection.faults == ()
    assert inspection.case is not None
    ours, theirs = negotiation_of(case), negotiation_of(inspection.case)
    assert [issue.options for issue in theirs.issues] == [issue.options for issue in ours.issues]
    assert (pareto_frontier(theirs).packages == pareto_frontier(ours).packages).all()
    assert list(inspection.case.terms) == list(case.terms)
    assert replay(play(inspection.case, seed=3)).talk.over


def test_the_points_of_the_fair_come_back_as_they_were(tmp_path: Path) -> None:
    fair = negotiation_of(read_case("fair"))
    files = to_genius(fair)
    back = package_data(from_genius(files.domain, files.profiles), "back").data
    for party in fair.parties:
        private = back["sides"][party.key]["private"]
        assert private["alone_points"] == party.reservation
        assert {term: tuple(row) for term, row in private["points"].items()} == dict(party.values)


@FEW
@given(case=cases(most_sides=4, most_terms=4))
def test_whatever_goes_out_orders_packages_the_same_when_it_is_back(case: Any, tmp_path: Path) -> None:
    ours = negotiation_of(case)
    files = to_genius(ours)
    made = package_data(from_genius(files.domain, files.profiles), "back")
    theirs = negotiation_of(type(case)(data=made.data))
    assert made.rounded == ()
    for mine, other in zip(ours.parties, theirs.parties, strict=True):
        spans = [
            (max(mine.values[one]) - min(mine.values[one]), max(other.values[one]) - min(other.values[one]))
            for one in mine.values
        ]
        scale = sum(new for _, new in spans) / (sum(old for old, _ in spans) or 1)
        for one in mine.values:
            old, new = np.array(mine.values[one]), np.array(other.values[one])
            assert np.allclose((old - old.min()) * scale, new - new.min())


# --- files from elsewhere


def test_foreign_files_become_a_case_with_prose_to_write(trade: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(trade) == 0
    assert "Now write what stands in [text]." in capsys.readouterr().out
    data = tomllib.loads((trade / "trade.toml").read_text(encoding="utf-8"))
    assert data["terms"] == {"price_coins": {"options": ["o3_50", "o4_00"]}, "delivery": {"options": [1, 7]}}
    # Buyer: 0.75 and 0.25 are 3 and 1 quarters; Seller: 0.5 by 0.2 to 1 are 1 and 5 tenths, and 0.3 is 3.
    assert data["sides"]["buyer"]["private"] == {
        "alone_points": 1,
        "points": {"price_coins": [3, 0], "delivery": [1, 0]},
    }
    assert data["sides"]["seller"]["private"] == {
        "alone_points": 3,
        "points": {"price_coins": [0, 5], "delivery": [1, 5]},
    }
    text = data["text"]
    assert (text["terms.price_coins.title"], text["terms.price_coins.options.o3_50"]) == ("Price (coins)", "3.50")
    assert (text["sides.buyer.name"], text["sides.buyer.letter"], text["seats.buyer_speaker.name"]) == (
        "Buyer",
        "B",
        "Buyer",
    )
    waiting = {key for key, words in text.items() if words.startswith("To be written: ")}
    assert waiting == {"title", "about", "seats.buyer_speaker.brief", "seats.seller_speaker.brief", "assumptions.1"}
    assert main(["check", str(trade / "trade.toml")]) == 0


def test_nothing_is_written_over_without_a_word(trade: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (trade / "trade.toml").write_text("mine", encoding="utf-8")
    assert imported(trade) == 2
    assert "trade.toml. Nothing was written. To write over them, add --replace." in capsys.readouterr().err
    assert (trade / "trade.toml").read_text(encoding="utf-8") == "mine"
    assert imported(trade, "--replace") == 0
    assert "schema = 1" in (trade / "trade.toml").read_text(encoding="utf-8")
    (trade / "out").mkdir()
    (trade / "out" / "willow.xml").write_text("mine", encoding="utf-8")
    assert main(["case", "export", "fair", str(trade / "out")]) == 2
    assert [path.name for path in (trade / "out").iterdir()] == ["willow.xml"], "all or none"
    assert main(["case", "export", "fair", str(trade / "out"), "--replace"]) == 0
    ElementTree.parse(trade / "out" / "willow.xml")


def test_values_that_are_no_whole_numbers_are_rounded_and_said(trade: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = profile(("0.3141592653589793", "0"), ("1", "0.2718281828459045"), ("0.577215664901", "0.422784335099"), "0.1")
    (trade / "Seller.xml").write_text(odd, encoding="utf-8")
    assert imported(trade, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["written"] == [str(trade / "trade.toml")]
    assert told["notes"][0].startswith("Seller: the values were rounded")
    points = tomllib.loads((trade / "trade.toml").read_text(encoding="utf-8"))["sides"]["seller"]["private"]["points"]
    assert sum(max(row) - min(row) for row in points.values()) == pytest.approx(FINE, abs=2)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("Seller.xml", None, "exchange.unreadable"),
        ("Seller.xml", b"\xff\xfe", "exchange.unreadable"),
        ("Seller.xml", b"<broken", "bargaining.bad_file"),
        ("domain.xml", DOMAIN.replace("Delivery", "Day").encode(), "bargaining.bad_file"),
    ],
)
def test_bad_files_are_named(
    name: str, content: bytes | None, code: str, trade: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (trade / name).unlink()
    if content is not None:
        (trade / name).write_bytes(content)
    assert imported(trade, "--json") == 2
    assert json.loads(capsys.readouterr().out)["error"] == code
    assert not (trade / "trade.toml").exists()


def test_what_fits_no_case_is_refused_before_anything_is_written(
    trade: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = str(trade / "Buyer.xml")
    assert main(["case", "import", str(trade / "domain.xml"), one, "--id", "x", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["sentence"] == "“sides” is “1”. It must be a whole number: 2 – 8."
    assert main(["case", "import", str(trade / "domain.xml"), one, one, "--id", "x"]) == 2
    assert capsys.readouterr().err == "Two profiles are called “Buyer”. Each party needs a name of its own.\n"
    assert imported(trade, "--id", "My trade") == 2
    assert capsys.readouterr().err == "“id” is “My trade”. It can only have these signs: a-z 0-9 _.\n"


def test_a_river_does_not_fit_the_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["case", "export", "ayna", str(tmp_path)]) == 2
    assert "Only package cases" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["case", "export", "fair", str(tmp_path / "file")]) == 2
    assert "cannot be written" in capsys.readouterr().err


# --- names and text


def test_names_of_every_kind_become_different_slugs() -> None:
    issues = (
        Issue(key="Цена", options=("да", "нет")),
        Issue(key="قیمت", options=("1", "02")),
        Issue(key="A b", options=("None", "2nd", "-3", "A b", "a_B")),
    )
    keys = ("none", "Both", "both")
    sheet = {issue.key: list(range(len(issue.options))) for issue in issues}
    parties = tuple(Party(key=key, values=sheet, reservation=0) for key in keys)
    data = package_data(Negotiation(issues=issues, parties=parties), "any").data
    assert list(data["sides"]) == ["side_none", "side_both", "side_both_2"]
    assert [term["options"] for term in data["terms"].values()] == [
        ["o", "o_2"],
        ["o1", "o02"],
        ["o_none", "o2nd", "o3", "a_b", "a_b_2"],
    ]
    assert list(data["terms"]) == ["term", "term_2", "a_b"]


@given(
    text=st.dictionaries(
        st.text(max_size=5), st.text() | st.integers(-9, 9) | st.booleans() | st.lists(st.integers()), max_size=4
    )
)
def test_what_is_written_is_read_again(text: Any) -> None:
    text = {key: value for key, value in text.items() if key}
    data = {"id": "x", "deep": {"er": {"n": [1, 2]}, "text": text}, "empty": {}}
    assert tomllib.loads(case_text(data)) == data
