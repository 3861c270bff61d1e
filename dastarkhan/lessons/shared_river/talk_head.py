"""Above the talks: the year, who sits where, what is on the table and how much time there is."""

from collections.abc import Mapping
from html import escape

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.shared_river.meeting import Meeting
from dastarkhan.lessons.shared_river.partner_words import name_of
from dastarkhan.lessons.shared_river.talk_words import term_title, turns_words
from dastarkhan.lessons.shared_river.year_words import seal
from simulations.games.agreements import terms_in


def talk_head(
    meeting: Meeting, side: str, mine: Mapping[str, int] | None, theirs: Mapping[str, int] | None, _: Words
) -> ipywidgets.HTML:
    """The heading of a year's talks.

    Parameters
    ----------
    meeting : Meeting
    side : str
        Through whose eyes.
    mine, theirs : mapping or None
        Both sides' newest offers, to say where they are the same already.
    """
    case, talk = meeting.case, meeting.talk
    title = escape(_("Year {n} of {total}: the talks", n=meeting.year, total=int(case.data["years"])))
    lines = [turns_words(int(talk["turn"]), int(case.data["talks"]["turns"]), _)]
    if mine and theirs:
        same = [term_title(case, term, _) for term in mine if mine[term] == theirs.get(term)]
        if same:
            lines.append(_("In your last offers you say the same about: {terms}.", terms=_.listed(same)))
    opposite = escape(_("Opposite you: {partner}.", partner=name_of(meeting.partner, _)))
    listed = "".join(f"<li>{escape(_term(meeting, term, _))}</li>" for term in terms_in(case, meeting.year))
    return html(
        f"<h3>{title}</h3><p>{seal(case, side, _)}{' · ' + opposite if meeting.partner else ''}</p>"
        f"<p>{escape(_('On the table this year:'))}</p><ul class='dk-terms'>{listed}</ul>"
        f"<p class='dk-small'>{escape(' '.join(lines))}</p>"
    )


def _term(meeting: Meeting, term: str, _: Words) -> str:
    """A term on the table; from the second year on, what is new is called so."""
    title = term_title(meeting.case, term, _)
    new = meeting.year > 1 and int(meeting.case.terms[term].get("year", 1)) == meeting.year
    return _("{term} (new this year)", term=title) if new else title
