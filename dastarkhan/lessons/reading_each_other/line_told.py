"""The phone line in words and pictures: who is on it, what stands at a station, and two runs beside each other."""

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType

from dastarkhan.content.reading_each_other.line_pieces import LineMessage
from dastarkhan.content.reading_each_other.phone_line import (
    ADDED,
    CAUGHT,
    NEW_NUMBER,
    NUMBERS,
    SLIP,
    people_on_the_line,
    ways_of_slipping,
    what_it_leaves_out,
)
from dastarkhan.languages import Words
from dastarkhan.lessons.reading_each_other.phone_run import Change, PhoneRun
from dastarkhan.pictures.arrival_picture import BeadRow, two_runs_picture
from dastarkhan.pictures.line_picture import Station, Way, line_picture

PLACES: Mapping[str, tuple[float, float, str]] = MappingProxyType(
    {
        "aigul": (58, 44, "waves"),
        "bek": (36, 130, "tractor"),
        "dinara": (108, 196, "plates"),
        "talgat": (56, 276, "loudspeaker"),
        "lola": (268, 280, "wind"),
        "sardor": (306, 194, "stall"),
        "mohira": (236, 126, "phone"),
        "rustam": (288, 44, "field"),
    }
)
"""Pixels and symbol of each station: an order to follow with the eye, and no map."""


def ends(message: LineMessage, _: Words) -> tuple[str, str]:
    """Who sends and who receives, each with a place."""
    people = people_on_the_line(_)
    both = (people[0].who, people[-1].who)
    return both if message.sender == "mill" else both[::-1]


def line_drawn(way: Way, _: Words, *, key: str, explore: bool = False, new: bool = False) -> str:
    """The line with a way on it."""
    stations = [
        Station(
            key=one.key, is_round=one.side == "mill", place=PLACES[one.key][:2], symbol=PLACES[one.key][2],
            name=one.who, told=one.noise,
        )
        for one in people_on_the_line(_)
    ]  # fmt: skip
    title = _("The phone line over the river")
    description = _.n(
        "Round stations belong to Mill, square ones to Willow. The message is passed on {n} time.",
        "Round stations belong to Mill, square ones to Willow. The message is passed on {n} times.",
        len(way.stations) - 1,
    )
    return line_picture(
        stations, NUMBERS, way, _,
        title=title, description=description, new=NEW_NUMBER if new else None, explore=explore, key=key,
    )  # fmt: skip


def run_drawn(run: PhoneRun, come: int, says_back: Sequence[bool], _: Words, *, key: str) -> str:
    """The line with a message on it that has come so far."""
    beads = tuple(run.beads(n) for n in range(come + 1))
    return line_drawn(Way(stations=run.way, come=come, says_back=tuple(says_back), beads=beads), _, key=key)


def station(run: PhoneRun, come: int, _: Words) -> str:
    """Who has the message now, what is noisy there, and what stands of it."""
    person = next(one for one in people_on_the_line(_) if one.key == run.way[come])
    place = escape(_("Station {n} of {total}", n=come + 1, total=len(run.way)))
    head = f"<p class='dk-small'>{place}</p><h3>{escape(person.who)}</h3><p>{escape(person.noise)}</p>"
    return f"{head}<dl class='dk-package'>{''.join(_rows(run, come, _))}</dl>"


def _rows(run: PhoneRun, come: int, _: Words) -> list[str]:
    changes, texts = {one.key: one for one in run.changes(come)}, run.texts(come)
    rows = []
    for piece in run.message.pieces:
        change = changes.get(piece.key)
        if change is not None:
            rows.append(_changed(change, texts.get(piece.key, ""), _))
        elif piece.key in texts:
            rows.append(f"<div><dd>{escape(texts[piece.key])}</dd></div>")
    added = run.added(come)
    if ADDED in changes:
        rows.append(_changed(changes[ADDED], changes[ADDED].after, _))
        added = added if changes[ADDED].caught else added[:-1]
    return [*rows, *(f"<div><dd>{escape(text)}</dd></div>" for text in added)]


def _changed(change: Change, now: str, _: Words) -> str:
    names = {kind.key: kind.name for kind in ways_of_slipping(_)}
    if change.caught:
        name = _("Put right")
        first = _("First it was heard: {text}", text=change.after) if change.after else _("First it was left out.")
        now, was = (
            ("", _("Heard, and not passed on: {text}", text=change.after)) if change.way == ADDED else (now, first)
        )
    else:
        name, was = names[change.way], _("It was: {text}", text=change.before) if change.before else ""
    told = f"<span class='dk-was'>{escape(was)}</span>" if was else ""
    return f"<div class='dk-changed'><dt>{escape(name)}</dt><dd>{escape(now)}{told}</dd></div>"


def slip_of(run: PhoneRun, n_calls: int) -> str:
    """What arrived, as a slip of paper and nothing else."""
    lines = (*run.texts(n_calls).values(), *run.added(n_calls))
    return f"<div class='dk-slip'>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</div>"


def two_runs(plain: PhoneRun, back: PhoneRun, _: Words, *, key: str) -> str:
    """Both runs in beads, with what they say in numbers for whoever does not see them."""
    rows = [
        BeadRow(symbol=PLACES[person][2], plain=plain.beads(n), back=back.beads(n))
        for n, person in enumerate(plain.way)
    ]
    heads = (_("Passed on"), _("Said back each time"))
    return two_runs_picture(
        rows, heads, _, title=_("What is left at every station"), description=arrived(plain, back, _), key=key
    )


def arrived(plain: PhoneRun, back: PhoneRun, _: Words) -> str:
    """How much arrived in both runs."""
    calls = len(plain.calls)
    return _(
        "Arrived as they left: {a} of five pieces. With saying back: {b} of five.",
        a=plain.arrived(calls), b=back.arrived(calls),
    )  # fmt: skip


def on_the_way(run: PhoneRun, _: Words) -> str:
    """What happened to words on the way, counted."""
    names, many = {kind.key: kind.name for kind in ways_of_slipping(_)}, run.counted()
    rows = [f"<li>{escape(_('{way}: {n}', way=names[key], n=many[key]))}</li>" for key in names if many.get(key)]
    return f"<ul>{''.join(rows)}</ul>" if rows else ""


def assumed(_: Words) -> str:
    """What the model assumes and leaves out, folded away."""
    told = (
        _("Both chances are assumed, not measured: {a} of 100 pieces slip at each call.", a=round(100 * SLIP)),
        _("Of {n} slips {a} are caught where people say back.", n=10, a=round(10 * CAUGHT)),
        _("By the same chance something is added that nobody sent."),
        _("The first run of each message was chosen: it is near the mean, and saying back helps its heart."),
        _("All later runs fall as they fall."),
        *what_it_leaves_out(_),
    )
    summary = escape(_("What is assumed here, and what is left out"))
    return (
        f"<details><summary>{summary}</summary><ul>{''.join(f'<li>{escape(one)}</li>' for one in told)}</ul></details>"
    )
