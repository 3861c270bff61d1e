"""A year's small pictures, each with one plain sentence: where something was missing first, the rest folded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import NDArray

from dastarkhan.languages import Words
from dastarkhan.lessons.shared_river.year_view import LivedYear, drawn, lived
from dastarkhan.pictures import YearPanel
from simulations.games import river
from simulations.games.schedule import summer_months
from simulations.table import Case

ENOUGH, NEARLY = 0.995, 0.9
"""Shares of what was needed from which on it was enough, or nearly."""

MUCH_OF_WINTER = 0.75
"""Of the winter power that was possible; less than this is a lack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One small picture and the sentence under it.

    Attributes
    ----------
    panel : YearPanel
    sentence : str
        What happened there, in the reader's words.
    lack : bool
        Whether somebody, or nature, had too little or too much.
    """

    panel: YearPanel
    sentence: str
    lack: bool


def year_story(case: Case, card: str, decisions: Mapping[str, int], _: Words) -> str:
    """The year as HTML: pictures of what was missing with a sentence each; what went well in words, drawn on demand.

    Parameters
    ----------
    case : Case
        Of the river game.
    card : str
        The year's inflow card.
    decisions : Mapping
        What both sides decided.
    """
    year = lived(case, card, decisions, _)
    told = tuple(_told(year, card, _))
    lacks, wells = [one for one in told if one.lack], [one for one in told if not one.lack]
    if not lacks:
        return f"<div class='dk-panels'>{_figures(year, wells, _)}</div>"
    shown = f"<div class='dk-panels'>{_figures(year, lacks, _)}</div>"
    if not wells:
        return shown
    lines = "".join(f"<li><b>{escape(one.panel.title)}</b>: {escape(one.sentence)}</li>" for one in wells)
    folded = f"<div class='dk-panels'>{_figures(year, wells, _)}</div>"
    heading = escape(_("The pictures of these"))
    return f"{shown}<ul class='dk-well'>{lines}</ul><details><summary>{heading}</summary>{folded}</details>"


def nature_voice(case: Case, card: str, decisions: Mapping[str, int], _: Words) -> str:
    """What nature got, and a line from those who cannot come to the table, as HTML; nothing where it had enough."""
    year, said = lived(case, card, decisions, _), []
    for key in year.of_kind("ecosystem"):
        share = year.share(key)
        if share >= NEARLY:
            continue
        name = year.name(key)
        missing = year.asked(key) - year.got(key)
        month = _.month(_calendar(case, int(missing.argmax())))
        told = _(
            "{place}: {share} of the water that it needs. Nobody could ask it.",
            place=name,
            share=_.percent(share),
        )
        voice = _("“We cannot come to your table. Please think of us. Our thirstiest month: {month}.”", month=month)
        who = _("Birds and fish, {place}", place=name)
        said.append(f"<p>{escape(told)}</p><p class='dk-voice'>{escape(voice)}<br><b>{escape(who)}</b></p>")
    return "".join(said)


def _figures(year: LivedYear, told: list[Told], _: Words) -> str:
    svgs = drawn(year, [one.panel for one in told], _)
    return "".join(
        f"<div class='dk-figure'>{svg}<p>{escape(one.sentence)}</p></div>" for svg, one in zip(svgs, told, strict=True)
    )


def _told(year: LivedYear, card: str, _: Words) -> Iterator[Told]:
    """Every picture of the year with its sentence, in the order of the river."""
    yield from _power(year, card, _)
    fields = _("The fields got all the water that they needed."), _("The fields got nearly all that they needed.")
    for panel, keys in year.fields():
        yield _water(year, panel, keys, fields, _)
    others = _("There was enough water here."), _("There was nearly enough water here.")
    for panel, keys in (*year.homes(), *year.wetland()):
        yield _water(year, panel, keys, others, _)
    for panel, keys in year.flood():
        months = year.flows.flood_mcm[keys[0]][0] > 0
        if months.any():
            sentence = _("The river went over its banks: {months}.", months=months_told(year.case, months, _))
            yield Told(panel=panel, sentence=sentence, lack=True)


def _power(year: LivedYear, card: str, _: Words) -> Iterator[Told]:
    """How much of the power that winter could have had was made then."""
    case, winter = year.case, ~summer_months(int(year.case.basin["first_month"]))
    for panel, keys in year.power():
        made = year.flows.turbined_mcm[keys[0]][0][winter].sum()
        least = {
            name: min((*one["options"], year.decisions[name]))
            for name, one in case.decisions.items()
            if one["node"] == keys[0]
        }
        most = river.year(case, card, {**year.decisions, **least}).turbined_mcm[keys[0]][0][winter].sum()
        share = float(made / max(most, 1e-9))
        told = (
            _("The cold months had {share} of the power that they could have.", share=_.percent(share))
            if share < ENOUGH
            else _("The cold months had all the power that they could have.")
        )
        yield Told(panel=panel, sentence=told, lack=share < MUCH_OF_WINTER)


def _water(year: LivedYear, panel: YearPanel, keys: tuple[str, ...], words: tuple[str, str], _: Words) -> Told:
    """Whether all those in a picture had their water, and if not, when it was missing."""
    share = min(year.share(key) for key in keys)
    if share >= NEARLY:
        return Told(panel=panel, sentence=words[share < ENOUGH], lack=False)
    told = [_short(year, key, _, alone=len(keys) == 1) for key in keys if year.share(key) < NEARLY]
    return Told(panel=panel, sentence=" ".join(told), lack=True)


def _short(year: LivedYear, key: str, _: Words, *, alone: bool) -> str:
    """When a place had too little; its name is told where a picture shows two."""
    months = months_told(year.case, year.got(key) < NEARLY * year.asked(key), _)
    if alone:
        return _("Too little water: {months}.", months=months)
    return _("{place} had too little water: {months}.", place=year.name(key), months=months)


def months_told(case: Case, months: NDArray[np.bool_], _: Words) -> str:
    """Name months of a water year, three and more in a row by the first and the last of them."""
    runs: list[list[int]] = []
    for place in np.flatnonzero(months).tolist():
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return _.listed([name for run in runs for name in _run_told(case, run, _)])


def _run_told(case: Case, run: list[int], _: Words) -> tuple[str, ...]:
    names = tuple(_.month(_calendar(case, place)) for place in run)
    return names if len(run) < 3 else (_("{first} to {last}", first=names[0], last=names[-1]),)


def _calendar(case: Case, place: int) -> int:
    """Number of the calendar month, 1 to 12, at a place of the water year."""
    return (int(case.basin["first_month"]) - 1 + place) % 12 + 1
