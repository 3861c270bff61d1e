"""The check of talks, terms and injects: every fault is named, and what fits together passes."""

import re
from pathlib import Path
from typing import Any

import pytest

from simulations.errors import CaseError
from simulations.games import inspect_case
from simulations.games.lines import key_lines, line_of
from simulations.games.reading import CASES
from simulations.games.terms import TermKind
from simulations.games.terms_schema import FIELDS, KINDS
from tests.models.bad_terms import BAD_TERMS

BELL = (CASES / "bell.toml").read_text(encoding="utf-8")


def faults_of(text: str, folder: Path) -> tuple[CaseError, ...]:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return inspect_case(path).faults


def changed(kind: str) -> str:
    old, new, *_ = BAD_TERMS[kind]
    assert old in BELL, old
    text = BELL.replace(old, new, 1)
    if kind == "nothing to offer in year 1":
        text = text.replace('kind = "decision"\nyear = 1', 'kind = "decision"\nyear = 2')
        text = text.replace('kind = "data"\nyear = 1', 'kind = "data"\nyear = 2')
    return text


@pytest.mark.parametrize("kind", BAD_TERMS)
def test_a_fault_is_named(kind: str, tmp_path: Path) -> None:
    _old, _new, code, key, value, allowed = BAD_TERMS[kind]
    text = changed(kind)
    found = faults_of(text, tmp_path)
    fault = next((one for one in found if (one.code, one.params["key"]) == (code, key)), None)
    assert fault is not None, [str(one) for one in found]
    assert fault.params["file"] == "mine.toml"
    assert fault.params["value"] == value
    shown: Any = fault.params["allowed"]
    assert shown == allowed or allowed in shown
    assert fault.params["line"] == line_of(key_lines(text), key)


def test_a_rule_needs_something_to_change(tmp_path: Path) -> None:
    terms = re.search(r"\[terms\.watered_share\].*?(?=\[terms\.warnings\])", BELL, re.DOTALL)
    assert terms is not None
    text = BELL.replace(terms[0], "")
    text = re.sub(r'^"terms\.(watered_share|payment)\..*\n', "", text, flags=re.MULTILINE)
    (fault,) = faults_of(text, tmp_path)
    assert (fault.code, fault.params["key"]) == ("case.rule_of_nothing", "terms.dry_year_rule.kind")
    assert fault.params["allowed"] == ("decision", "payment")


def test_terms_need_no_talks(tmp_path: Path) -> None:
    text = re.sub(r"^\[talks\]\nturns.*\nreserve_points.*\n", "", BELL, count=1, flags=re.MULTILINE)
    assert text != BELL
    assert faults_of(text, tmp_path) == ()


def test_talks_need_terms(tmp_path: Path) -> None:
    start, end = BELL.index("[terms.watered_share]"), BELL.index("[injects.drought]")
    text = BELL[:start] + BELL[end:]
    text = re.sub(r'^"terms\..*\n|^spared_by.*\n|^cancels.*\n', "", text, flags=re.MULTILINE)
    (fault,) = faults_of(text, tmp_path)
    assert (fault.code, fault.params["key"]) == ("case.nothing_to_offer", "talks")


def test_drain_water_may_cost_what_lies_below(tmp_path: Path) -> None:
    table = '[drainage]\nfrom = "terraces_fields"\nto = "hay_meadows"\npoints_per_mcm = 2\n\n[sharing]\n'
    assert faults_of(BELL.replace("[sharing]\n", table, 1), tmp_path) == ()


@pytest.mark.parametrize(
    "wild",
    [
        "talks = 1",
        "terms = 1\ntalks = {}",
        "[talks]\nturns = 'x'\n[terms]\na = 1",
        "years = 'x'\n[terms.a]\nkind = 'upkeep'\noptions = 1\nkeeper = []\ncost_points = {}\nspares_points = 3",
        "[terms.a]\nkind = ['data']\nyear = []",
        "[terms.a]\nkind = 'dry_year'\nrelease_follows = 1\npayment_follows = ['x']",
        "[decisions.a]\nnode = [1]\n[terms.a]\nkind = 'decision'\noptions = {}",
        "[injects.a]\nharm_points = 1\nspared_by = 2\ncancels = []",
        "[drainage]\nfrom = 1\nto = []\npoints_per_mcm = 'x'",
        "drainage = 3\n[basin]\nnodes = 1\narcs = [1]",
    ],
)
def test_wild_files_give_faults_and_no_crash(wild: str, tmp_path: Path) -> None:
    assert faults_of(wild, tmp_path)


def test_every_kind_of_term_says_what_it_needs() -> None:
    assert tuple(FIELDS) == tuple(TermKind)
    assert KINDS == ("decision", "payment", "upkeep", "data", "dry_year")
    assert all(type(kind) is str for kind in KINDS), "people read them in a sentence"
