"""Promises in words: who carries one out, what would hold it, and which change would make all hold."""

from collections.abc import Sequence
from html import escape

from dastarkhan.languages import Words
from dastarkhan.lessons.shared_river.afterwards.agreement_words import signed
from dastarkhan.lessons.shared_river.names import side_name, sides_by_name, weather_name
from dastarkhan.lessons.shared_river.talks.talk_words import option_words, quoted, term_title
from simulations.games.promise_changes import Change
from simulations.games.promise_keeping import HOLDS, Keeping, PromiseTest
from simulations.games.promises import LeftAside, Order, Promise
from simulations.games.terms import Package
from simulations.stability import Stability
from simulations.table import Case

MOST_CHANGES = 3


def promise_key(promise: Promise) -> str:
    """A promise as it is saved."""
    return f"{promise.side}.{promise.term}"


def promise_words(case: Case, promise: Promise, _: Words) -> str:
    """Who carries out what."""
    return _("{side}: {term}", side=side_name(case, promise.side, _), term=term_title(case, promise.term, _))


def guess_words(case: Case, driest: Keeping, guess: Promise | None, _: Words) -> str:
    """Which promise holds least in the driest year, beside the guess."""
    (*_rest, least) = sorted(driest.tests, key=_looseness)
    if least.holds is Stability.NASH:
        return _("In the driest year every promise holds by itself.")
    name = promise_words(case, least.promise, _)
    if guess == least.promise:
        return _("In the driest year the hardest is “{promise}”, as you thought.", promise=name)
    return _("In the driest year the hardest is “{promise}”. Was that a surprise?", promise=name)


def _looseness(test: PromiseTest) -> tuple[int, int]:
    return (len(HOLDS) if test.holds is None else HOLDS.index(test.holds), test.gain_points)


def keeping_words(case: Case, found: Keeping, _: Words) -> str:
    """Whether both would keep everything in a year."""
    card = weather_name(case, found.card, _)
    leaving = [side_name(case, side, _) for side in sides_by_name(case, _) if found.by_side[side] is None]
    if leaving:
        who = _.listed(leaving)
        return _("{card}: whatever is answered, leaving something aside is better for {side}.", card=card, side=who)
    if found.holds is Stability.GMR:
        return _("{card}: it holds only if each believes an answer that would help nobody.", card=card)
    if found.holds is Stability.NASH:
        return _("{card}: both keep everything, whatever the other does.", card=card)
    return _("{card}: both keep everything, for each knows what the other would answer.", card=card)


def promise_slip(case: Case, package: Package, test: PromiseTest, _: Words) -> str:
    """One promise: who carries it out, what leaving it aside would bring, and what holds it, as HTML."""
    head = escape(promise_words(case, test.promise, _))
    promised = escape(option_words(case, test.promise.term, package[test.promise.term], _))
    steps = (_left_alone(case, test, _), *_what_holds(case, test, _))
    told = "".join(f"<p>{escape(step)}</p>" for step in steps)  # a phone shows them as a wall when they stand in one
    label = escape(hold_names(_)[test.holds])
    return f"<div class='dk-slip'><b>{head}</b><p>{promised}</p>{told}<b>{label}</b></div>"


def hold_names(_: Words) -> dict[Stability | None, str]:
    """How a promise can hold, in a few words."""
    return {
        Stability.NASH: _("Holds by itself"),
        Stability.SEQ: _("Held by an answer"),
        Stability.GMR: _("Held by an answer that helps nobody"),
        None: _("Held by nothing in such a year"),
    }


def _left_alone(case: Case, test: PromiseTest, _: Words) -> str:
    side, points = side_name(case, test.promise.side, _), signed(test.gain_points, _)
    return _.n(
        "Left aside, with no answer: {points} point for {side}.",
        "Left aside, with no answer: {points} points for {side}.",
        abs(test.gain_points),
        points=points,
        side=side,
    )


def _what_holds(case: Case, test: PromiseTest, _: Words) -> tuple[str, ...]:
    """Why nobody leaves it aside or somebody does, step by step."""
    side = side_name(case, test.promise.side, _)
    other = _.listed([side_name(case, one, _) for one in sides_by_name(case, _) if one != test.promise.side])
    if test.holds is Stability.NASH:
        return (_("So nobody has to watch over it."),)
    if test.holds is None:
        return (_("Whatever {other} answered, {side} would still be better off.", other=other, side=side),)
    answer = _answer_words(case, test, other, _)
    after = _.n(
        "With the answer: {points} point.",
        "With the answer: {points} points.",
        abs(test.after_points),
        points=signed(test.after_points, _),
    )
    if test.holds is Stability.SEQ:
        return (answer, after)
    return (answer, after, _("But the answer would bring {other} nothing.", other=other))


def _answer_words(case: Case, test: PromiseTest, other: str, _: Words) -> str:
    return _("{other} would then leave aside: {terms}.", other=other, terms=_terms(case, test.answer, _))


def _terms(case: Case, left: LeftAside, _: Words) -> str:
    """What is left aside, in the order of the case."""
    named = {one.term for one in left}
    return _.listed([quoted(case, term, _) for term in case.terms if term in named])


def changes_words(case: Case, package: Package, found: Sequence[Keeping], changes: Sequence[Change], _: Words) -> str:
    """Which one change would make both keep everything, in each of the years looked at, as HTML."""
    heading = escape(_("Which one change would make it hold?"))
    if all(one.holds in (Stability.NASH, Stability.SEQ) for one in found):
        told = escape(_("It holds in both years as it is. Nothing has to change."))
        return f"<h3>{heading}</h3><p>{told}</p>"
    if not changes:
        told = escape(_("No single change is enough. Two together may be: that is what talks are for."))
        return f"<h3>{heading}</h3><p>{told}</p>"
    told = escape(_("With any one of these, both would keep everything in both years:"))
    first = {change.term: change for change in reversed(changes)}  # of each term the one that costs least
    shown = [one for one in changes if first[one.term] is one][:MOST_CHANGES]
    slips = "".join(_change_slip(case, package, one, _) for one in shown)
    return f"<h3>{heading}</h3><p>{told}</p>{slips}"


def _change_slip(case: Case, package: Package, change: Change, _: Words) -> str:
    each = [f"{side_name(case, side, _)} {signed(change.points[side], _)}" for side in sides_by_name(case, _)]
    points = escape(_("In an average year, in points: {who}.", who=_.listed(each)))
    return f"<div class='dk-slip'><b>{escape(_changed(case, package, change, _))}</b><p>{points}</p></div>"


def _changed(case: Case, package: Package, change: Change, _: Words) -> str:
    if change.term is None:
        return {
            Order.PAID_AFTER: _("The payment is owed once the other promise is carried out."),
            Order.PAID_BEFORE: _("The other promise is owed once the payment has come."),
        }.get(change.order, _("In steps: a part of the one, then a part of the payment."))
    term, now = term_title(case, change.term, _), package.get(change.term)
    other = option_words(case, change.term, change.package[change.term], _)
    if now is None:
        return _("{term}: {option}", term=term, option=other)
    before = option_words(case, change.term, now, _)
    return _("{term}: {option} (now: {before})", term=term, option=other, before=before)
