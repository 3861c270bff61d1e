"""The words of the talks on a screen: answers, packages and turns."""

from collections.abc import Mapping
from html import escape
from typing import Any

from dastarkhan.languages import Words, mark
from dastarkhan.languages.talk_reasons import NO_AGREEMENT, text_of
from simulations.games.talks import NOT_SAID
from simulations.table import Case

ANSWERS: Mapping[str, str] = {
    "matters_most": mark("What matters most to us is this: {term}."),
    "easy_to_give": mark("This is easy for us to give: {term}."),
    "worries": mark("This worries us: {term}."),
}


def term_title(case: Case, term: str, _: Words) -> str:
    """What a term is called."""
    return _.case(case, f"terms.{term}.title")


def quoted(case: Case, term: str, _: Words) -> str:
    """What a term is called, in quotation marks: titles may hold commas of their own."""
    return _("“{term}”", term=term_title(case, term, _))


def option_words(case: Case, term: str, option: int | str, _: Words) -> str:
    """What an option of a term says."""
    return _.case(case, f"terms.{term}.options.{option}")


def answer_words(case: Case, question: str, answer: str, _: Words) -> str:
    """An answer as a sentence."""
    if answer == NOT_SAID or question not in ANSWERS:
        return _("We would rather not say.")
    return _.marked(ANSWERS[question], term=term_title(case, answer, _))


def package_list(case: Case, package: Mapping[str, int], _: Words, *, before: Mapping[str, int] | None = None) -> str:
    """A package term by term as HTML; a term that differs from `before` carries a mark and what it was."""
    rows = []
    for term, option in package.items():
        title, words = escape(term_title(case, term, _)), escape(option_words(case, term, option, _))
        changed = before is not None and term in before and before[term] != option
        new = before is not None and term not in before
        was = ""
        if changed and before is not None:
            was = escape(_("changed; before: {option}", option=option_words(case, term, before[term], _)))
        elif new:
            was = escape(_("new this year"))
        note = f"<span class='dk-was'>{was}</span>" if was else ""
        rows.append(f"<div{' class=dk-changed' if changed else ''}><dt>{title}</dt><dd><b>{words}</b>{note}</dd></div>")
    return f"<dl class='dk-package'>{''.join(rows)}</dl>"


def agreed_box(case: Case, year: Mapping[str, Any], _: Words) -> str:
    """What came of one year's talks, as HTML: the agreement in words, or no agreement and why.

    Parameters
    ----------
    year : mapping
        With ``agreement`` (a package or None) and ``no_agreement`` (a reason or None).
    """
    if year.get("agreement"):
        heading = escape(_("You have an agreement"))
        return f"<h3>{heading}</h3>{package_list(case, year['agreement'], _)}"
    heading, told = escape(_("No agreement this year")), text_of(NO_AGREEMENT, year.get("no_agreement") or "", _)
    calm = _("That is a result too. Each side decides for itself, and the talks begin again next year.")
    return f"<h3>{heading}</h3><p>{escape(told)}</p><p>{escape(calm)}</p>"


def turns_words(left: int, turns: int, _: Words) -> str:
    """How much of the talks is left, calmly; a number only when few offers are left.

    Parameters
    ----------
    left : int
        How many more offers there can be, of both sides together.
    turns : int
        How many there can be in a whole year.
    """
    if left * 3 > turns * 2:
        return _("There is plenty of time.")
    if left * 3 > turns:
        return _("There is still good time.")
    told = {
        0: _("No other offer is possible this year."),
        1: _("One more offer is possible."),
        2: _("Two more offers are possible."),
        3: _("Three more offers are possible."),
    }
    return told.get(left) or _.n("{n} more offer is possible.", "{n} more offers are possible.", left)
