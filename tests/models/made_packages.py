"""Package cases made up by Hypothesis, and packages of three sides in a few lines."""

from typing import Any

from hypothesis import strategies as st

from simulations.games import Package
from simulations.table import Case, Move, Seat, seats_of


def made(
    points: dict[str, dict[str, list[int]]], *, alone: dict[str, int] | None = None, seats: int = 1, **more: Any
) -> Case:
    """A case with these points: side -> term -> one number an option; `seats` of each side, the first required."""
    terms = {term: {"options": [f"o{n}" for n in range(len(row))]} for term, row in next(iter(points.values())).items()}
    private = {side: {"alone_points": (alone or {}).get(side, 0), "points": rows} for side, rows in points.items()}
    places = {
        f"{side}_{n}": {"side": side, "required": n == 0, "merges_into": [f"{side}_0"] if n else []}
        for side in points
        for n in range(seats)
    }
    return Case(
        data={
            "id": "made",
            "game": "package",
            "sides": {side: {"private": one} for side, one in private.items()},
            "seats": {**places, **more.pop("more_seats", {})},
            "terms": terms,
            "talks": {"rounds": 3, **more.pop("talks", {})},
            "injects": more.pop("injects", {}),
        }
    )


HOST = {"host": {"side": "none", "mediates": True}}


@st.composite
def cases(draw: st.DrawFn, most_sides: int = 8, most_terms: int = 20) -> Case:
    """Any case of the package game."""
    sides = [f"side{n}" for n in range(draw(st.integers(2, most_sides)))]
    counts = draw(st.lists(st.integers(2, 4), min_size=1, max_size=most_terms))
    number = st.integers(-40, 60)
    points = {
        side: {f"term{n}": draw(st.lists(number, min_size=k, max_size=k)) for n, k in enumerate(counts)}
        for side in sides
    }
    talks: dict[str, Any] = {"rounds": draw(st.integers(1, 4))}
    if draw(st.booleans()):
        talks["must_agree"] = draw(st.lists(st.sampled_from(sides), unique=True, max_size=len(sides)))
    if draw(st.booleans()):
        talks["quorum"] = draw(st.integers(2, len(sides)))
    heat = {"private": {sides[0]: {"alone_points": 7, "points": {"term0": [1] * counts[0]}}}}
    return made(
        points,
        alone={side: draw(st.integers(-20, 120)) for side in sides},
        seats=draw(st.integers(1, 2)),
        more_seats=HOST if draw(st.booleans()) else {},
        talks=talks,
        injects={"heat": heat, "hurry": {"rounds_less": 1}, "news": {}},
    )


# --- three sides, two terms

THREE = {
    "farms": {"when": [10, 0], "who": [0, 8, 4]},
    "town": {"when": [0, 6], "who": [4, 2, 0]},
    "school": {"when": [1, 3], "who": [0, 0, 9]},
}


def opened(case: Case, *present: str) -> Any:
    seats: tuple[Seat, ...] = seats_of(case, present or None)
    return Package().open(case, seats, 5)


def moved(state: Any, seat: str, kind: str, **data: object) -> Any:
    return Package().apply(state, Move(id=str(len(state.move_ids) + 1), seat=seat, kind=kind, data=data))


def kinds(state: Any, seat: str) -> set[str]:
    return {choice.kind for choice in Package().lawful(state, seat)}
