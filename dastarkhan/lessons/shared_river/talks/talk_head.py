"""Above the talks: the year, who sits where, where both agree already, and how much time there is."""

from collections.abc import Mapping
from html import escape

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import html
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.partner_words import name_of
from dastarkhan.lessons.shared_river.talks.talk_words import quoted, turns_words
from dastarkhan.lessons.shared_river.year_words import seal


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
    left = int(case.data["talks"]["turns"]) - int(talk["turn"]) + (0 if talk["offer"] else 1)
    lines = [turns_words(left, int(case.data["talks"]["turns"]), _)]
    if mine and theirs:
        same = [quoted(case, term, _) for term in mine if mine[term] == theirs.get(term)]
        if same:
            lines.append(_("You already agree on: {terms}.", terms=_.listed(same)))
        if len(same) == len(mine) and talk["offer"] and talk["offer"]["side"] != side:
            lines.append(_("Say yes?"))
    opposite = escape(_("You sit opposite “{partner}”.", partner=name_of(meeting.partner, _)))
    return html(
        f"<h3>{title}</h3><p>{seal(case, side, _)}{' · ' + opposite if meeting.partner else ''}</p>"
        f"<p class='dk-small'>{escape(' '.join(lines))}</p>"
    )
