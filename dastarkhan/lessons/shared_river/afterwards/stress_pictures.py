"""Pictures of many years with an agreement: a strip of all of them, and the reserve up to its hardest year."""

from dastarkhan.languages import Words
from dastarkhan.lessons.shared_river.afterwards.stress_words import break_words
from dastarkhan.pictures import StripYear, party_looks, reserve_picture, years_strip
from simulations.games.river_years import weather
from simulations.games.stress import Stress
from simulations.games.terms import Package
from simulations.table import Case

DRYNESS = (0.65, 0.8, 0.95, 1.05)
"""Shares of a normal year's water at which a drawn year looks one step wetter."""

LAST_YEARS = 5
"""So many years of the reserve are shown, the hardest one among them."""


def strip(case: Case, package: Package, run: Stress, _: Words, *, title: str, key: str) -> str:
    """Every year as a glass of water: how dry it was, whether the agreement held, and who stopped, and why."""
    looks, factors = party_looks(case, _), weather(case)
    stopped = {one.year: one for one in run.breaks}
    years = [
        StripYear(
            card_level=sum(factors[card] >= step for step in DRYNESS),
            kept=kept and number not in stopped,
            broken_by=looks[stopped[number].side] if number in stopped else None,
            label=break_words(case, package, stopped[number], _) if number in stopped else "",
        )
        for number, (card, kept) in enumerate(zip(run.cards, run.kept, strict=True), start=1)
    ]
    return years_strip(years, [looks[side] for side in case.sides], _, key=key, title=title)


def last_reserve(case: Case, run: Stress, year: int, side: str, _: Words, *, key: str) -> str:
    """The reserve of a side in a year, from 1, and in the few years before it."""
    years = range(max(1, year - LAST_YEARS + 1), year + 1)
    places = [one - 1 for one in years]
    return reserve_picture(
        list(years),
        [run.points[side][place] - run.alone[side][place] for place in places],
        [run.reserve[side][place] for place in places],
        party_looks(case, _)[side],
        _,
        key=key,
        title=_("The reserve, year by year"),
        cards=[_.case(case, f"cards.{run.cards[place]}.name") for place in places],
    )
