"""Rules of the rehearsal: its moments follow the session, and each has a way that helps."""

from collections.abc import Iterable, Iterator

from dastarkhan.guides.content_rules import MOST_WORDS, long_sentences
from dastarkhan.guides.looking import Found, Look, other_count, out_of_range, twice, unknown
from dastarkhan.guides.rehearsal import Moment
from dastarkhan.guides.vocabulary import Help

CHOICES = 3


def rehearsal(look: Look) -> Iterator[Found]:
    """Moments follow the session, lead to a card, and offer three ways of which one helps much."""
    one = look.guide.rehearsal
    yield from out_of_range("rehearsal.minutes", one.minutes, 1)
    yield from twice("rehearsal.people", (person.id for person in one.people))
    yield from twice("rehearsal.moments", (moment.id for moment in one.moments))
    order = [step.id for step in look.guide.steps]
    reached = 0
    for number, moment in enumerate(one.moments, start=1):
        key = f"rehearsal.moments[{number}]"
        yield from unknown(f"{key}.step", [moment.step], order)
        yield from unknown(f"{key}.card", [moment.card], [card.id for card in look.guide.common_problems])
        if moment.step in order and order.index(moment.step) < reached:
            allowed = ", ".join(order[reached:])
            yield Found(code="guide.moment_order", key=f"{key}.step", value=moment.step, allowed=allowed)
        reached = max(reached, order.index(moment.step)) if moment.step in order else reached
        yield from _moment(key, moment, [person.id for person in one.people])


def _moment(key: str, moment: Moment, people: list[str]) -> Iterator[Found]:
    yield from other_count(f"{key}.choices", moment.choices, CHOICES)
    yield from twice(f"{key}.choices", (move.id for move in moment.choices))
    if Help.MUCH not in {move.helps for move in moment.choices}:
        yield Found(code="guide.no_help", key=f"{key}.choices", value=", ".join(m.helps for m in moment.choices),
                    allowed="much")  # fmt: skip
    yield from _effects(key, moment, ("speaks", "comes", "goes"), people)
    yield from _lengths(key, {"see": moment.see})
    for number, move in enumerate(moment.choices, start=1):
        place = f"{key}.choices[{number}]"
        yield from out_of_range(f"{place}.min", move.min, 0)
        yield from _effects(place, move, ("speaks", "opens", "closes", "comes", "goes"), people)
        yield from _lengths(place, {"do": move.do, "then": move.then, "why": move.why})


def _effects(key: str, one: object, names: Iterable[str], people: list[str]) -> Iterator[Found]:
    for name in names:
        yield from unknown(f"{key}.{name}", getattr(one, name), people)


def _lengths(key: str, texts: dict[str, str]) -> Iterator[Found]:
    for name, text in texts.items():
        for begins, length in long_sentences(text):
            yield Found(code="guide.long_sentence", key=f"{key}.{name}", value=length, allowed=MOST_WORDS,
                        more={"begins": begins})  # fmt: skip


RULES = (rehearsal,)
