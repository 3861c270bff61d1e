"""What a package is worth to one's own side, beside its alternative."""

from collections.abc import Mapping
from html import escape
from typing import Any

from dastarkhan.languages import Words
from dastarkhan.lessons.shared_river.talks.talk_words import option_words, term_title
from simulations.games.package_points import alone_of, options_of, payoffs, points_of
from simulations.table import Case


def worth(case: Case, side: str, package: Mapping[str, Any]) -> int:
    """The points that a package brings a side."""
    return payoffs(case, package)[side]


def gain(case: Case, side: str, package: Mapping[str, Any]) -> int:
    """How many points more than its alternative it brings."""
    return worth(case, side, package) - alone_of(case, side)


def span(case: Case, side: str) -> int:
    """How far a side's best and worst package lie apart."""
    rows = points_of(case, side).values()
    return sum(max(row) - min(row) for row in rows)


def word_html(case: Case, side: str, package: Mapping[str, Any], _: Words) -> str:
    """Whether a package is better than the alternative, by a sign and a sentence."""
    more = gain(case, side, package)
    told = _("This is exactly as good as your alternative.")
    if more > 0:
        told = _.n(
            "This is better than your alternative by {n} point.",
            "This is better than your alternative by {n} points.",
            more,
        )
    if more < 0:
        told = _.n(
            "Your alternative is better by {n} point. You may say no.",
            "Your alternative is better by {n} points. You may say no.",
            -more,
        )
    css, sign = ("note-warn", "!") if more < 0 else ("note", "✓" if more else "=")
    return f"<p class='dk-{css}'><b aria-hidden='true'>{sign}</b> {escape(told)}</p>"


def points_html(case: Case, side: str, package: Mapping[str, Any], _: Words) -> str:
    """A package in points: with it, and with the alternative."""
    rows = ((_("With this package"), worth(case, side, package)), (_("With your alternative"), alone_of(case, side)))
    body = "".join(
        f"<tr><th scope='row'>{escape(name)}</th><td class='dk-num'>{_.number(value)}</td></tr>" for name, value in rows
    )
    return f"<table class='dk-table'><tbody>{body}</tbody></table>"


def sheet_html(case: Case, side: str, _: Words) -> str:
    """Every option's points for a side, and its alternative, as HTML."""
    tables = []
    for term, row in points_of(case, side).items():
        cells = "".join(
            f"<tr><td>{escape(option_words(case, term, option, _))}</td><td class='dk-num'>{_.number(points)}</td></tr>"
            for option, points in zip(options_of(case)[term], row, strict=True)
        )
        caption = escape(term_title(case, term, _))
        tables.append(f"<table class='dk-table'><caption>{caption}</caption><tbody>{cells}</tbody></table>")
    heading = escape(_("What is worth what to you"))
    alone = _.n(
        "Your alternative, without an agreement: {n} point.",
        "Your alternative, without an agreement: {n} points.",
        alone_of(case, side),
    )
    return f"<p><b>{escape(alone)}</b></p><details><summary>{heading}</summary>{''.join(tables)}</details>"
