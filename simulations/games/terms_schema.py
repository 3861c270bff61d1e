"""What a case file may say about its talks: the terms of an agreement, and what people may bring in between."""

from collections.abc import Mapping
from math import prod
from typing import Any

from simulations.games.faults import Faults, Test, is_number, number, options, table, whole
from simulations.games.terms import TermKind

KINDS = tuple(kind.value for kind in TermKind)

MOST_PACKAGES = 5_000
"""So many packages can still be looked through at once, by a partner and in a picture."""

MOST_POINTS = 100_000
MOST_YEARS = 20
COMMON = ("kind", "year", "options")
TALKS: dict[str, Test] = {"turns": whole(2, 40), "reserve_points": whole(1, MOST_POINTS)}

FIELDS: Mapping[TermKind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    TermKind.DECISION: ((), ()),
    TermKind.PAYMENT: (("payer",), ()),
    TermKind.UPKEEP: (("keeper", "cost_points", "spares_points"), ()),
    TermKind.DATA: (("cost_points",), ("spares_points",)),
    TermKind.DRY_YEAR: (("release_follows", "payment_follows"), ()),
}
"""What a term of each kind needs besides `COMMON`, and what it may have."""

INJECT_FIELDS = ("inflow_factor", "harm_points", "spared_by", "cancels")

Sound = Mapping[str, dict[str, Any]]


def check_talks(faults: Faults, data: Mapping[str, Any], sound: Sound) -> None:
    """Note every fault of the talks, the terms and the injects of a case."""
    years = data.get("years")
    last = years if isinstance(years, int) and is_number(years) and years > 0 else MOST_YEARS
    if "talks" in data and table(faults, "talks", data["talks"]):
        faults.keys("talks", data["talks"], ("turns",), TALKS)
        for field, test in TALKS.items():
            if field in data["talks"]:
                test(faults, f"talks.{field}", data["talks"][field])
        if not any(term.get("year") == 1 for term in sound["terms"].values()):
            faults.add("case.nothing_to_offer", "terms" if sound["terms"] else "talks", tuple(sound["terms"]))
    for name, term in sound["terms"].items():
        _check_term(faults, name, term, sound, last)
    _check_together(faults, sound["terms"])
    for name, inject in sound["injects"].items():
        _check_inject(faults, f"injects.{name}", inject, sound)


def points_of(sides: Mapping[str, Any], *, least_sides: int = 0) -> Test:
    """Demand whole points for none, one or both of the sides."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        if not table(faults, key, value):
            return False
        if len(value) < least_sides:
            faults.add("case.missing_key", key, allowed=tuple(f"{key}.{side}" for side in sides))
            return False
        named = [faults.choice(f"{key}.{side}", side, tuple(sides)) for side in value]
        return all([*named, *(whole(0, MOST_POINTS)(faults, f"{key}.{side}", value[side]) for side in value)])

    return test


def _check_term(faults: Faults, name: str, term: Mapping[str, Any], sound: Sound, last_year: int) -> None:
    key = f"terms.{name}"
    kind = term.get("kind")
    if "kind" not in term:
        faults.add("case.missing_key", f"{key}.kind", allowed=KINDS)
        return
    if not faults.choice(f"{key}.kind", kind, (TermKind.DECISION.value,) if name in sound["decisions"] else KINDS):
        return
    if kind == TermKind.DECISION and not faults.choice(key, name, tuple(sound["decisions"])):
        return
    needed, optional = FIELDS[TermKind(str(kind))]
    faults.keys(key, term, (*COMMON, *needed), optional)
    tests = _term_tests(name, term, sound, last_year)
    for field in (*COMMON[1:], *needed, *optional):
        if field in term:
            tests[field](faults, f"{key}.{field}", term[field])


def _term_tests(name: str, term: Mapping[str, Any], sound: Sound, last_year: int) -> dict[str, Test]:
    """Return what each field of a term must be."""
    kind, sides = term["kind"], sound["sides"]
    shares = kind == TermKind.UPKEEP or (kind == TermKind.DECISION and _about_demand(name, sound))
    number_of_options = len(term["options"]) if isinstance(term.get("options"), list) else 0
    return {
        "year": whole(1, last_year),
        "options": _term_options(kind, options(0, 100 if shares else MOST_POINTS)),
        "payer": _side(sides),
        "keeper": _side(sides),
        "cost_points": whole(0, MOST_POINTS) if kind == TermKind.UPKEEP else points_of(sides),
        "spares_points": points_of(sides, least_sides=1 if kind == TermKind.UPKEEP else 0),
        "release_follows": _follows(number_of_options),
        "payment_follows": _follows(number_of_options),
    }


def _about_demand(name: str, sound: Sound) -> bool:
    nodes = sound["basin"].get("nodes", {})
    node = nodes.get(str(sound["decisions"][name].get("node")), {}) if isinstance(nodes, dict) else {}
    return isinstance(node, dict) and node.get("kind") == "demand"


def _term_options(kind: str, plain: Test) -> Test:
    """Demand options that begin with 0, where 0 stands for "nothing agreed"; data is shared or not."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        good = plain(faults, key, value)
        if good and kind == TermKind.DATA and value != [0, 1]:
            faults.add("case.bad_choice", key, value, "[0, 1]")
            return False
        if good and kind not in (TermKind.DECISION, TermKind.DATA) and value[0] != 0:
            faults.add("case.first_option", key, value, 0)
            return False
        return good

    return test


def _side(sides: Mapping[str, Any]) -> Test:
    return lambda faults, key, value: faults.choice(key, value, tuple(sides))


def _follows(count: int) -> Test:
    """Demand a 0 or a 1 for every option; the first is the fixed rule."""

    def test(faults: Faults, key: str, value: Any) -> bool:
        good = isinstance(value, list) and len(value) == count and all(is_number(one) for one in value)
        good = good and all(one in (0, 1) and isinstance(one, int) for one in value) and value[:1] == [0]
        if not good:
            faults.add("case.bad_follows", key, value, "0, 1", count=count)
        return bool(good)

    return test


def _check_together(faults: Faults, terms: Mapping[str, Mapping[str, Any]]) -> None:
    """Demand terms that can be agreed together, in a number of packages that can be looked through."""
    seen: dict[str, str] = {}
    for name, term in terms.items():
        kind = term.get("kind")
        if not isinstance(kind, str) or kind not in KINDS[1:]:
            continue
        if kind in seen:
            faults.add("case.second_of_a_kind", f"terms.{name}.kind", kind, seen[kind])
        seen.setdefault(kind, name)
    rule, followers = TermKind.DRY_YEAR.value, (TermKind.DECISION.value, TermKind.PAYMENT.value)
    if rule in seen and not any(term.get("kind") in followers for term in terms.values()):
        faults.add("case.rule_of_nothing", f"terms.{seen[rule]}.kind", rule, followers)
    count = prod(len(term["options"]) for term in terms.values() if isinstance(term.get("options"), list))
    if count > MOST_PACKAGES:
        faults.add("case.too_many_packages", "terms", count, MOST_PACKAGES)


def _check_inject(faults: Faults, key: str, inject: Mapping[str, Any], sound: Sound) -> None:
    faults.keys(key, inject, (), INJECT_FIELDS)
    tests: dict[str, Test] = {
        "inflow_factor": number(0, 10),
        "harm_points": points_of(sound["sides"], least_sides=1),
        "spared_by": _term_of(sound["terms"], TermKind.UPKEEP, TermKind.DATA),
        "cancels": _term_of(sound["terms"], TermKind.DATA),
    }
    for field, test in tests.items():
        if field in inject:
            test(faults, f"{key}.{field}", inject[field])
    if "spared_by" in inject and "harm_points" not in inject:
        faults.add("case.missing_key", f"{key}.harm_points", allowed=INJECT_FIELDS)


def _term_of(terms: Mapping[str, Mapping[str, Any]], *kinds: TermKind) -> Test:
    allowed = tuple(name for name, term in terms.items() if term.get("kind") in kinds)
    return lambda faults, key, value: faults.choice(key, value, allowed)
