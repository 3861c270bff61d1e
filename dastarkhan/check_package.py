"""What a trainer should know of a package case before it comes to a room, in sentences."""

from dataclasses import asdict
from typing import Any

from dastarkhan.languages import Words
from simulations.games.package_facts import PackageFacts, TermFacts, package_facts
from simulations.table import Case

ALIKE = 5
"""Weights that lie no further apart, in percent, count as the same."""


def package_sentences(case: Case, _: Words) -> list[str]:
    """Return what there is to agree on, term by term and together, and who may be forgotten."""
    facts = package_facts(case)
    return [
        _.n("It has {n} package.", "It has {n} packages.", facts.packages),
        *_together(facts, _),
        *_one_by_one(case, facts, _),
        *(_term(case, name, term, _) for name, term in facts.terms.items()),
        *_sides(case, facts, _),
    ]


def package_plain(case: Case) -> dict[str, Any]:
    """Return the same as JSON-plain data."""
    return asdict(package_facts(case))


def _together(facts: PackageFacts, _: Words) -> list[str]:
    """Say how much there is to agree on when all terms are on the table."""
    found = []
    if facts.zone is None:
        found.append(_("There are too many packages to look at each of them."))
    elif not facts.zone:
        found.append(_("No package leaves every side with what it has alone: there is nothing to agree on."))
    else:
        found.append(
            _.n(
                "{n} package leaves no side with less than it has alone.",
                "{n} packages leave no side with less than it has alone.",
                facts.zone,
            )
        )
    if facts.frontier is not None:
        found.append(
            _.n(
                "{n} package cannot be made better for one side without harm to another.",
                "{n} packages cannot be made better for one side without harm to another.",
                facts.frontier,
            )
        )
        found.append(_("Of these, {n} leave no side with less than it has alone.", n=_.number(facts.both or 0)))
    return found


def _one_by_one(case: Case, facts: PackageFacts, _: Words) -> list[str]:
    """Say what haggling over one term alone would come to: whether it helps to widen the table."""
    enough = {name: term.enough_alone for name, term in facts.terms.items() if term.enough_alone}
    if not enough:
        return [_("With any one term alone there is nothing to agree on.")]
    return [
        _.n(
            "With the term “{term}” alone, {n} option would be enough for all.",
            "With the term “{term}” alone, {n} options would be enough for all.",
            n,
            term=_.case(case, f"terms.{name}.title"),
        )
        for name, n in enough.items()
    ]


def _term(case: Case, name: str, term: TermFacts, _: Words) -> str:
    """Say whether a term is worth trading: it matters much to one side and little to another."""
    title = _.case(case, f"terms.{name}.title")
    if term.liked_by_all is not None:
        option = _.case(case, f"terms.{name}.options.{term.liked_by_all}")
        return _("“{term}” All sides like “{option}” best, so there is nothing to trade.", term=title, option=option)
    most, least = max(term.weights, key=term.weights.__getitem__), min(term.weights, key=term.weights.__getitem__)
    if term.weights[most] - term.weights[least] <= ALIKE:
        return _("“{term}” It matters about the same to all, so it is hard to trade.", term=title)
    return _(
        "“{term}” It matters most to {side} ({more} of 100) and least to {other} ({less} of 100).",
        term=title,
        side=_.case(case, f"sides.{most}.name"),
        more=_.number(term.weights[most]),
        other=_.case(case, f"sides.{least}.name"),
        less=_.number(term.weights[least]),
    )


def _sides(case: Case, facts: PackageFacts, _: Words) -> list[str]:
    """Say who can be forgotten, or be left without a gain."""
    if facts.forgotten is None or facts.no_gain is None or not facts.agreeable:
        return []
    found = [
        _(
            "{side} can be forgotten: {n} of the {all} packages that could be agreed leave it with less than alone.",
            side=_.case(case, f"sides.{side}.name"),
            n=_.number(lost),
            all=_.number(facts.agreeable),
        )
        for side, lost in facts.forgotten.items()
        if lost
    ]
    if not found:
        found.append(_("No agreement can leave a side with less than it has alone."))
    for side, none in facts.no_gain.items():
        if none:
            name = _.case(case, f"sides.{side}.name")
            found.append(
                _("{side}: no gain in {n} of the packages that are good for all.", side=name, n=_.number(none))
            )
    return found
