"""What a case file of the package game may say."""

from collections.abc import Mapping
from typing import Any

from simulations.games.delegations import LEAST_SIDES
from simulations.games.faults import Faults, Test, named_options, table, truth, whole, whole_numbers
from simulations.games.schema import OPTIONAL_KEYS, PLAIN_KEYS, check_names, check_seats, entries, listed
from simulations.games.talks import NO_SIDE

TABLES = ("sides", "seats", "terms", "talks", "text")
OPTIONAL_TABLES = ("injects",)

MOST_SIDES = 8
MOST_TERMS = 20
MOST_OPTIONS = 100
MOST_POINTS = 100_000
MOST_ROUNDS = 40

POINTS = whole(-MOST_POINTS, MOST_POINTS)
PRIVATE_KEYS = ("alone_points", "points")
TALKS_KEYS = ("must_agree", "quorum")
INJECT_KEYS = ("rounds_less", "private")


def check_package(faults: Faults, data: Mapping[str, Any]) -> None:
    """Note every fault of the tables of a package case."""
    faults.keys("", data, (*PLAIN_KEYS, *TABLES), (*OPTIONAL_TABLES, *OPTIONAL_KEYS))
    sound = {name: entries(faults, data, name) for name in (*TABLES, *OPTIONAL_TABLES)}
    check_names(faults, sound)
    counts = _check_terms(faults, sound["terms"], there="terms" in data)
    _check_sides(faults, sound["sides"], counts, there="sides" in data)
    check_seats(faults, sound["seats"], (*sound["sides"], NO_SIDE), more={"mediates": truth})
    if isinstance(data.get("talks"), dict):
        _check_talks(faults, sound)
    _check_seating(faults, sound)
    for name, inject in sound["injects"].items():
        _check_inject(faults, f"injects.{name}", inject, tuple(sound["sides"]), counts)


def _check_terms(faults: Faults, terms: Mapping[str, Any], *, there: bool) -> dict[str, int]:
    """Return how many options each sound term has."""
    counts = {}
    if there:
        whole(1, MOST_TERMS)(faults, "terms", len(terms))
    for name, term in terms.items():
        faults.keys(f"terms.{name}", term, ("options",))
        if "options" in term and named_options(MOST_OPTIONS)(faults, f"terms.{name}.options", term["options"]):
            counts[name] = len(term["options"])
    return counts


def _check_sides(faults: Faults, sides: Mapping[str, Any], counts: Mapping[str, int], *, there: bool) -> None:
    if there:
        whole(LEAST_SIDES, MOST_SIDES)(faults, "sides", len(sides))
    for side, entry in sides.items():
        key = f"sides.{side}"
        faults.keys(key, entry, ("private",))
        if "private" in entry and table(faults, f"{key}.private", entry["private"]):
            faults.keys(f"{key}.private", entry["private"], PRIVATE_KEYS)
            _check_private(faults, f"{key}.private", entry["private"], counts, needed=tuple(counts))


def _check_private(
    faults: Faults, key: str, private: Mapping[str, Any], counts: Mapping[str, int], *, needed: tuple[str, ...] = ()
) -> None:
    """Demand whole points: what a side has alone, and a number for each option of each term."""
    if "alone_points" in private:
        POINTS(faults, f"{key}.alone_points", private["alone_points"])
    points = private.get("points", {})
    if not table(faults, f"{key}.points", points):
        return
    if "points" in private:
        faults.keys(f"{key}.points", points, needed, counts)
    for term, row in points.items():
        if term in counts:
            whole_numbers(counts[term], -MOST_POINTS, MOST_POINTS)(faults, f"{key}.points.{term}", row)


def _check_talks(faults: Faults, sound: Mapping[str, dict[str, Any]]) -> None:
    talks, sides = sound["talks"], tuple(sound["sides"])
    faults.keys("talks", talks, ("rounds",), TALKS_KEYS)
    tests: dict[str, Test] = {"rounds": whole(1, MOST_ROUNDS), "quorum": whole(LEAST_SIDES, max(len(sides), 2))}
    for name, test in tests.items():
        if name in talks:
            test(faults, f"talks.{name}", talks[name])
    if "must_agree" in talks and not isinstance(talks["must_agree"], list):
        faults.add("case.bad_choice", "talks.must_agree", talks["must_agree"], tuple(f'["{side}"]' for side in sides))
    for side in listed(talks.get("must_agree")):
        faults.choice("talks.must_agree", side, sides)


def _check_seating(faults: Faults, sound: Mapping[str, dict[str, Any]]) -> None:
    """Demand a seat that is always taken for each side that has to agree, and nobody who speaks for two sides."""
    seats, sides = sound["seats"], sound["sides"]
    for seat, entry in seats.items():
        if entry.get("mediates") is True:
            faults.choice(f"seats.{seat}.side", entry.get("side"), (NO_SIDE,))
        own = tuple(name for name, other in seats.items() if other.get("side") == entry.get("side") and name != seat)
        for other in listed(entry.get("merges_into")):
            if isinstance(other, str) and other in seats:  # a name that is no seat at all was noted before
                faults.choice(f"seats.{seat}.merges_into", other, own)
    needed = listed(sound["talks"].get("must_agree", [] if "quorum" in sound["talks"] else list(sides)))
    always = [side for side in sides if _seats_of(seats, side, required=True)]
    if sides and len(always) < LEAST_SIDES:
        needed = [*needed, *sides]
    for side in dict.fromkeys(one for one in needed if isinstance(one, str)):
        if side in sides and side not in always:
            faults.add("case.no_required_seat", f"sides.{side}", _seats_of(seats, side), "required = true")


def _seats_of(seats: Mapping[str, Any], side: str, *, required: bool = False) -> tuple[str, ...]:
    return tuple(
        name
        for name, entry in seats.items()
        if entry.get("side") == side and (not required or entry.get("required") is True)
    )


def _check_inject(
    faults: Faults, key: str, inject: Mapping[str, Any], sides: tuple[str, ...], counts: Mapping[str, int]
) -> None:
    faults.keys(key, inject, (), INJECT_KEYS)
    if "rounds_less" in inject:
        whole(1, MOST_ROUNDS)(faults, f"{key}.rounds_less", inject["rounds_less"])
    private = inject.get("private", {})
    if not table(faults, f"{key}.private", private):
        return
    for side, entry in private.items():
        if faults.choice(f"{key}.private.{side}", side, sides) and table(faults, f"{key}.private.{side}", entry):
            faults.keys(f"{key}.private.{side}", entry, (), PRIVATE_KEYS)
            _check_private(faults, f"{key}.private.{side}", entry, counts)
