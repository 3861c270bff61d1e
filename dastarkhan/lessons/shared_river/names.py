"""What sides and years are called in the reader's language."""

from dastarkhan.languages import Words
from simulations.table import Case


def side_name(case: Case, side: str, _: Words) -> str:
    """What a side is called."""
    return _.case(case, f"sides.{side}.name")


def sides_by_name(case: Case, _: Words) -> tuple[str, ...]:
    """The sides in the order of their names in the reader's language, so that none always stands first."""
    return tuple(sorted(case.sides, key=lambda side: side_name(case, side, _)))


def weather_name(case: Case, card: str, _: Words) -> str:
    """What nature's card, or the inject in its place, is called."""
    return _.case(case, f"{'cards' if card in case.cards else 'injects'}.{card}.name")
