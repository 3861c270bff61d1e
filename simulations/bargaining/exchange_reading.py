"""Reading negotiations in the field's exchange format; files come from anywhere and are read with care."""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import isfinite, lcm
from xml.etree import ElementTree

from simulations.bargaining.negotiation import Issue, Negotiation, Party
from simulations.errors import ModelError

MOST_CHARACTERS = 1_000_000
"""Longer files are refused."""
MOST_OPTIONS = 1000
"""An issue of whole numbers becomes one option for each of them, up to here."""
LARGEST_PART = 1_000_000
"""Utilities are taken for fractions with denominators up to here, if they differ from one by rounding only."""
ROUNDING = Fraction(1, 10**14)
EXACT_BELOW = 2**50
"""Whole points whose sums stay below this add up without rounding."""
DECLARATION = re.compile(r"<!(?!--|\[CDATA\[)")
"""A document type or an entity: nothing that a negotiation needs, and the way to blow a reader up."""


def from_genius(domain: str, profiles: Mapping[str, str], *, ignore_discount: bool = False) -> Negotiation:
    """Read a negotiation from GENIUS files.

    Parameters
    ----------
    domain : str
        The text of the domain file.
    profiles : mapping of str to str
        By party, in the order in which they shall speak: the text of its profile.
    ignore_discount : bool, optional
        Whether to read profiles whose utilities shrink with time, and leave that out. Else they are refused.

    Returns
    -------
    Negotiation

    Raises
    ------
    ModelError
        ``bargaining.bad_file``, or what `Issue` and `Negotiation` raise.

    Notes
    -----
    Utilities are read as GENIUS reads them: an evaluation counts as a share of the issue's largest one. NegMAS does
    not divide, so the two differ on files whose largest evaluations are not 1.

    Utilities that are fractions with small denominators become the smallest whole points that say the same, so
    that sums do not round and equal packages stay equal; others stay utilities. What `to_genius` wrote comes back
    with the same order and the same frontier, and up to one scale and one shift a party with the same points: exactly,
    where the points were whole and those of the best and the worst package less than a million apart, and else to
    within rounding.

    An issue of whole numbers becomes one option for each number. Issues of real numbers are refused, and so are
    utilities that do not add up over the issues.

    References
    ----------
    R. Lin, S. Kraus, T. Baarslag, D. Tykhonov, K. Hindriks and C. M. Jonker (2014), Computational Intelligence
    30:48-70, doi:10.1111/j.1467-8640.2012.00463.x (GENIUS).
    """
    issues = tuple(_issue(element) for element in _issue_elements("domain", _root("domain", domain)))
    parties = tuple(_party(key, _root(key, text), issues, ignore_discount) for key, text in profiles.items())
    return Negotiation(issues=issues, parties=parties)


def _root(key: str, text: str) -> ElementTree.Element:
    if len(text) > MOST_CHARACTERS:
        raise _bad(key, f"{len(text)} characters", f"at most {MOST_CHARACTERS}")
    if (found := DECLARATION.search(text)) is not None:
        raise _bad(key, text[found.start() : found.start() + 10], "elements only")
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise _bad(key, str(error), "XML") from error


def _issue_elements(key: str, root: ElementTree.Element) -> list[ElementTree.Element]:
    """Return the issues of a file by their numbers, of all its objectives."""
    return sorted(root.iter("issue"), key=lambda element: _whole(key, element, "index"))


def _issue(element: ElementTree.Element) -> Issue:
    name = _attribute("domain", element, "name")
    options = tuple(_attribute(f"domain.{name}", item, "value") for item in element.iter("item"))
    return Issue(key=name, options=options or tuple(str(number) for number in _numbers(f"domain.{name}", element)))


def _numbers(key: str, element: ElementTree.Element) -> range:
    """Return the whole numbers of an issue that lists no options."""
    kind = element.get("type", "discrete")
    kind = element.get("vtype", "discrete") if kind == "issue" else kind
    if kind != "integer":
        raise _bad(key, kind, "item, integer")
    bounds = next(element.iter("range"), element)
    lowest, highest = (_whole(key, bounds, name) for name in ("lowerbound", "upperbound"))
    if not 0 <= highest - lowest < MOST_OPTIONS:
        raise _bad(key, f"{lowest}..{highest}", f"1 to {MOST_OPTIONS} numbers")
    return range(lowest, highest + 1)


def _party(key: str, root: ElementTree.Element, issues: tuple[Issue, ...], ignore_discount: bool) -> Party:
    if (found := root.find(".//utility_function")) is not None:
        raise _bad(key, found.tag, "issue, weight")
    discount = root.find("discount_factor")
    if discount is not None and not ignore_discount and _number(key, discount, "value") != 1:
        raise _bad(key, f"discount_factor {discount.get('value')}", "1")
    weights = {_whole(key, weight, "index"): _number(key, weight, "value") for weight in root.iter("weight")}
    sheets = {element.get("name"): element for element in _issue_elements(key, root)}
    utilities = {issue.key: _utilities(f"{key}.{issue.key}", issue, sheets.get(issue.key), weights) for issue in issues}
    reservation = root.find("reservation")
    alone = Fraction(0) if reservation is None else _number(key, reservation, "value")
    factor, points = _whole_points(utilities)
    near = alone.limit_denominator(LARGEST_PART)
    return Party(
        key=key,
        values={issue: tuple(float(one) for one in row) for issue, row in points.items()},
        reservation=float(factor * (near if abs(near - alone) < ROUNDING else alone)),
    )


def _utilities(
    key: str, issue: Issue, element: ElementTree.Element | None, weights: Mapping[int, Fraction]
) -> list[Fraction]:
    """Return what each option of an issue adds to a party's utility."""
    if element is None or (weight := weights.get(_whole(key, element, "index"))) is None:
        raise _bad(key, "None", "issue, weight")
    items = {item.get("value"): item for item in element.iter("item")}
    if not items:
        return [weight * share for share in _along_a_line(key, element, issue)]
    if missing := [option for option in issue.options if option not in items]:
        raise _bad(key, "None", f"item {missing[0]}")
    row = [_number(key, items[option], "evaluation") for option in issue.options]
    most = max(row)
    return [weight * share / most if most > Fraction(1, 100_000) else Fraction(0) for share in row]


def _along_a_line(key: str, element: ElementTree.Element, issue: Issue) -> list[Fraction]:
    """Return the shares of an issue of whole numbers, which rise or fall evenly within 0 to 1."""
    evaluator = element.find("evaluator")
    if evaluator is None or evaluator.get("ftype", "linear") != "linear":
        raise _bad(key, "None" if evaluator is None else str(evaluator.get("ftype")), "evaluator linear")
    older = "slope" not in evaluator.attrib
    slope = _number(key, evaluator, "parameter1" if older else "slope")
    offset = _number(key, evaluator, "parameter0" if older else "offset")
    return [min(max(offset + slope * step, Fraction(0)), Fraction(1)) for step in range(len(issue.options))]


def _whole_points(utilities: Mapping[str, list[Fraction]]) -> tuple[Fraction, dict[str, list[Fraction]]]:
    """Return what utilities are multiplied by to be whole points, or 1; and the products."""
    found: dict[str, list[Fraction]] = {}
    for issue, row in utilities.items():
        near = [one.limit_denominator(LARGEST_PART) for one in row]
        found[issue] = [close if abs(close - one) < ROUNDING else one for close, one in zip(near, row, strict=True)]
    factor = lcm(*(one.denominator for row in found.values() for one in row))
    if factor * sum(max(abs(one) for one in row) for row in found.values()) >= EXACT_BELOW:
        return Fraction(1), dict(utilities)
    return Fraction(factor), {issue: [factor * one for one in row] for issue, row in found.items()}


def _attribute(key: str, element: ElementTree.Element, name: str) -> str:
    value = element.get(name)
    if value is None:
        raise _bad(key, f"<{element.tag}>", name)
    return value


def _number(key: str, element: ElementTree.Element, name: str) -> Fraction:
    text = _attribute(key, element, name)
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise _bad(key, f"{name} {text[:40]}", "a finite number")
    # By its shortest decimals: what people wrote, and short however long the text was.
    return Fraction(repr(number))


def _whole(key: str, element: ElementTree.Element, name: str) -> int:
    number = _number(key, element, name)
    if number.denominator != 1:
        raise _bad(key, f"{name} {number}", "a whole number")
    return int(number)


def _bad(key: str, value: str, allowed: str) -> ModelError:
    return ModelError("bargaining.bad_file", key=key, value=value, allowed=allowed)
