"""From a room to what each pair of eyes may see: looks, and nothing else, go to the pages."""

import hashlib
from typing import Any

from dastarkhan.languages import LANGUAGES
from dastarkhan.live.room.absence import presence_at, waited_until
from dastarkhan.live.room.instead import instead_of, kept_warm
from dastarkhan.live.room.looks import Clock, Message, SeatLook, WallLook
from dastarkhan.live.room.releasing import on_the_wall, releases_of, worth_giving
from dastarkhan.live.room.room import Room
from dastarkhan.live.room.seating import tables_to_choose
from dastarkhan.live.room.secrets import form_token, key_for
from dastarkhan.live.room.stages import Release, Stage
from dastarkhan.live.room.state import ALL, WALL
from dastarkhan.live.room.table import LiveTable
from dastarkhan.live.room.timing import ROLE_DOWN, Replanned, replanned, steps_of
from dastarkhan.live.room.trainer_looks import PlanStep, SeatedPerson, TableLook, TrainerLook
from simulations.table import FACILITATOR
from simulations.table.playing import has_to_move

MINUTE = 60.0


def seat_look(room: Room, person: str) -> SeatLook:
    """Return what one person may see: of the game, exactly what the game shows this seat."""
    state, guest = room.state, room.state.people[person]
    key = key_for(state.secret, person)
    place = state.place_of(person)
    about: dict[str, Any] = {
        "lang": guest.lang,
        "name": guest.name,
        "languages": tuple(LANGUAGES),
        "link": f"enter?key={key}",
        "stage": room.stage,
        "case": state.case,
        "pair": guest.pair,
        "messages": _messages(room, ""),
        "clock": clock_of(room),
        "released": state.released,
        "line_sent": person in room.line_senders,
        "gave_up": person in state.gave_up,
        "token": form_token(state.secret, key),
    }
    if place is not None and place[0] in room.tables:
        about |= _at_table(room, room.tables[place[0]], place[1], person)
        about["messages"] = _messages(room, str(place[0]), _ended_at(room.tables[place[0]]))
        about["came_late"] = person in state.came_late and not room.tables[place[0]].has_moved(person)
    return SeatLook(**about)


def _at_table(room: Room, table: LiveTable, seat: str, person: str) -> dict[str, Any]:
    laid = room.state.tables[table.number]
    instead = None if room.stage is Stage.CLOSED else instead_of(room, table, seat, person)
    about: dict[str, Any] = {
        "table": table.number,
        "seat": seat,
        "pair": sum(room.state.people[one].n_people for one in laid.people.get(seat, ())) > 1,
        "people": presence_at(room, table),
        "away_until": waited_until(room, table) if room.open_for_moves(table) else {},
        "on_break": table.on_break,
        "instead": instead,
        "may_sit_down": instead is not None and kept_warm(room, table, seat),
        "next_year_waits": room.year_waits(table),
        "over": table.over,
        "version": table.n_moves,
        "move_id": f"f{table.n_moves}",
    }
    if seat in table.seat_ids:
        lawful = table.lawful(seat) if room.open_for_moves(table) and not instead else ()
        about |= {
            "view": table.game.view(table.state, seat),
            "lawful": lawful,
            "waits": has_to_move(lawful),
        }
    if Release.OWN in room.state.released and table.over:
        about["debrief"] = table.game.debrief(table.state)
    return about


def trainer_look(
    room: Room, who: str, lang: str, join_urls: tuple[str, ...], warnings: tuple[str, ...], folder: str = ""
) -> TrainerLook:
    """Return everything that a trainer sees.

    Parameters
    ----------
    room : Room
    who : str
        ``"trainer1"`` and so on.
    lang : str
    join_urls : tuple of str
        Addresses that phones may use.
    warnings : tuple of str
        Codes of sentences to show.
    folder : str, optional
        Where the moves are saved.
    """
    state, secret, stage = room.state, room.state.secret, room.stage
    times = _replanned(room)
    return TrainerLook(
        lang=lang,
        languages=tuple(LANGUAGES),
        stage=stage,
        case=state.case,
        code=state.code,
        code_until=state.code_until,
        join_urls=join_urls,
        wall_link=f"wall?key={key_for(secret, 'wall')}",
        co_trainer_links=tuple(
            f"trainer?key={key_for(secret, f'trainer{number}')}" for number in range(2, state.trainers + 1)
        ),
        people=_people(room),
        tables=tuple(_table(room, table) for table in room.tables.values()),
        tables_to_choose=_tables_to_choose(room),
        guide=state.guide,
        plan=_plan_steps(room, times),
        clock=clock_of(room),
        late_min=times.late_min if times else 0.0,
        absence=state.absence,
        wait_s=state.wait_s,
        year_open=state.year_open if "years" in state.case.data else 0,
        years=int(state.case.data.get("years", 0)),
        wall_languages=state.wall_languages,
        messages=tuple(said for said, _to in state.messages if said.text),
        lines=state.lines,
        released=state.released,
        can_release=_can_release(room),
        debrief={number: table.game.debrief(table.state) for number, table in room.tables.items() if table.over},
        warnings=warnings,
        saved_at=state.saved_at,
        saved_tables=state.saved_tables,
        folder=folder,
        token=form_token(secret, key_for(secret, who)),
    )


def wall_look(room: Room, join_url: str) -> WallLook:
    """Return what everybody sees on the wall."""
    state, stage = room.state, room.stage
    agreed = room.agreed if state.released else ()
    shown = tuple(one for one in state.released if on_the_wall(one, agreed))
    tables = _mixed(room) if shown else ()
    one_by_one = Release.DOTS in shown or Release.STRESS in shown
    years = int(state.case.data.get("years", 0))
    return WallLook(
        languages=state.wall_languages,
        stage=stage,
        case=state.case,
        code=state.code if stage is not Stage.CLOSED and room.clock() < state.code_until else "",
        join_url=join_url,
        n_people=sum(guest.n_people for guest in state.people.values()),
        n_tables=len(state.tables),
        clock=clock_of(room),
        next_step=_next_step(room),
        looks_back=_looks_back(room),
        guide=state.guide,
        year_open=state.year_open if years else 0,
        years=years,
        news=_news(room),
        messages=_messages(room, WALL, _all_ended_at(room)),
        lines=tuple(sorted((line for line in state.lines if line.shown), key=lambda line: line.text)),
        released=state.released,
        pictures=shown,
        results=tuple(table.game.debrief(table.state) for table in tables if one_by_one),
        records=tuple(table.record for table in tables if Release.RELATIONS in shown),
    )


def clock_of(room: Room) -> Clock:
    """Return the time of the step that runs; no end is shown in a pause."""
    state, now = room.state, room.clock()
    steps = steps_of(state)
    running = 0 <= state.step < len(steps)
    ends_at = state.step_began + MINUTE * steps[state.step].minutes if running else None
    if state.hurry_until:
        ends_at = state.hurry_until
    return Clock(
        step=str(steps[state.step].step.title) if running else "",
        ends_at=None if state.stage is Stage.PAUSE else ends_at,
        now=now,
    )


def _next_step(room: Room) -> str:
    """Return the title of the step that follows the one that runs; ``""`` at the end, and before the start."""
    steps, now = steps_of(room.state), room.state.step
    return str(steps[now + 1].step.title) if 0 <= now < len(steps) - 1 else ""


def _looks_back(room: Room) -> bool:
    """Tell whether the run-sheet has gone beyond the step in which people put their roles down."""
    return ROLE_DOWN in (one.step.id for one in steps_of(room.state)[: max(0, room.state.step)])


def _messages(room: Room, to: str, since: float = 0.0) -> tuple[Message, ...]:
    """Return what was said to somebody; nothing when the newest was taken away, so that no older one comes back.

    What was said before a table's end belongs to its talks, and ends with them.
    """
    heard = (ALL, to) if to else (ALL,)
    found = tuple(said for said, whom in room.state.messages if whom in heard and said.at >= since)
    return tuple(said for said in found if said.text) if found and found[-1].text else ()


def _ended_at(table: LiveTable) -> float:
    """Return when the game of a table ended; 0 while it goes on."""
    return table.played_at if table.over else 0.0


def _all_ended_at(room: Room) -> float:
    """Return when the last table ended; 0 while one goes on."""
    ends = [_ended_at(table) for table in room.tables.values()]
    return max(ends) if ends and all(ends) else 0.0


def _people(room: Room) -> tuple[SeatedPerson, ...]:
    found = []
    for guest in room.state.people.values():
        table, seat = room.state.place_of(guest.id) or (0, "")
        found.append(
            SeatedPerson(
                id=guest.id,
                name=guest.name,
                lang=guest.lang,
                here=room.at_table(guest.id),
                since=room.since(guest.id),
                table=table,
                seat=seat,
                pair=guest.pair,
            )
        )
    return tuple(found)


def _table(room: Room, table: LiveTable) -> TableLook:
    case, at_table = room.state.case, table.seat_ids
    choices = table.lawful(FACILITATOR)
    covered = tuple(seat for one in table.state.seats for seat in one.covers)
    return TableLook(
        number=table.number,
        seats=presence_at(room, table),
        held_since={seat: room.state.held_since[table.number, seat] for seat in at_table},
        left=table.left,
        empty=tuple(seat for seat in case.seats if seat in covered and seat not in table.left),
        view=table.game.view(table.state, None),
        waits_for=table.waits_for if room.open_for_moves(table) else (),
        injects=tuple(choice.data["inject"] for choice in choices if choice.kind == "inject"),
        can_end_talks=any(choice.kind == "close" for choice in choices) and not room.year_waits(table),
        can_finish=any(choice.kind == "finish" for choice in choices),
        year_done=room.year_waits(table),
        over=table.over,
        agreed=table.agreed,
        moves=table.n_moves,
        waits_since=max(table.played_at, room.state.years_began.get(table.year, 0.0)),
        on_break=table.on_break,
    )


def _tables_to_choose(room: Room) -> tuple[int, ...]:
    if room.stage not in (Stage.GATHER, Stage.SEATED):
        return ()
    return tables_to_choose(room.state.case, tuple(room.state.people.values()))


def _can_release(room: Room) -> tuple[Release, ...]:
    """Return what may be shown next; a step that would point at a table is passed over."""
    if room.stage is not Stage.HELD:
        return ()
    agreed, order = room.agreed, releases_of(room.state.case.game)
    return tuple(one for one in order if one not in room.state.released and worth_giving(one, agreed))[:1]


def _news(room: Room) -> tuple[str, ...]:
    """Return the news of this year, in the order of coming, that every table heard which still talked then."""
    year, came = room.state.year_open, dict[str, float]()
    for table in room.tables.values():
        for (when, inject), at in table.told_at.items():
            if when == year:
                came[inject] = max(at, came.get(inject, 0.0))

    def heard(table: LiveTable, inject: str) -> bool:
        return (year, inject) in table.told_at or not table.talked_at(came[inject], year)

    order = sorted(came, key=came.__getitem__)
    return tuple(one for one in order if all(heard(table, one) for table in room.tables.values()))


def _mixed(room: Room) -> tuple[LiveTable, ...]:
    """Return the tables in an order that says nothing about them."""

    def drawn(table: LiveTable) -> bytes:
        return hashlib.sha256(f"{room.state.secret}:{table.number}".encode()).digest()

    return tuple(sorted((table for table in room.tables.values() if table.over), key=drawn))


# --- the run-sheet


def _replanned(room: Room) -> Replanned | None:
    state = room.state
    if not state.plan or not state.began:
        return None
    now = state.paused_at if state.stage is Stage.PAUSE else room.clock()
    steps = steps_of(state)
    elapsed, in_step = (now - state.began) / MINUTE, (now - state.step_began) / MINUTE
    return replanned(steps, min(state.step, len(steps) - 1), max(0.0, elapsed), max(0.0, in_step))


def _plan_steps(room: Room, times: Replanned | None) -> tuple[PlanStep, ...]:
    state = room.state
    return tuple(
        PlanStep(
            id=one.step.id,
            title=str(one.step.title),
            say=str(one.step.say),
            do=str(one.step.do),
            planned_min=float(one.minutes),
            minutes=times.minutes[place] if times else float(one.minutes),
            done=place < state.step,
            runs=place == state.step,
        )
        for place, one in enumerate(steps_of(state))
    )
