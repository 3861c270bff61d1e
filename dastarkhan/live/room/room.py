"""The room while a server runs: entries in, state out, pages woken; all that stays goes through `tell` or `move`."""

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from dastarkhan.live.room.folding import fold, opened
from dastarkhan.live.room.presence import PresenceBook
from dastarkhan.live.room.stages import Stage
from dastarkhan.live.room.state import RoomState
from dastarkhan.live.room.table import LiveTable
from dastarkhan.live.room.watching import Watches
from dastarkhan.live.store import Behind, Entry, Store
from dastarkhan.live.store.entries import ROOM, table_stream
from simulations.errors import KitError
from simulations.table import Move

TRIES = 20
"""So often a process reads on and tries again when others were first."""

SILENT_S = 20.0
"""After so long without a word another process is taken for dead, and the people on its pages for gone."""

Clock = Callable[[], float]
NOTHING: Mapping[str, object] = MappingProxyType({})


class Room:
    """One room: what is stored, what follows from it, and who watches.

    Parameters
    ----------
    store : Store
        Open.
    clock : callable, optional
        Seconds since 1970. Nothing but shown times and countdowns depends on it.
    """

    def __init__(self, store: Store, *, clock: Clock = time.time) -> None:
        self.store, self.clock = store, clock
        self.state: RoomState
        self.tables: dict[int, LiveTable] = {}
        self.presence, self.watches = PresenceBook(), Watches()
        self.erased = False
        self.line_senders: set[str] = set()  # kept nowhere else: a line is nobody's
        self._n_entries = 0
        self._ids: set[str] = set()
        self._name = secrets.token_hex(4)  # among the processes of this room
        self._heard_of: dict[str, float] = {}
        self._lock = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    @classmethod
    async def begin(cls, store: Store, about: Mapping[str, Any], *, clock: Clock = time.time) -> "Room":
        """Begin a room in an empty store, or take up the one that is there.

        Parameters
        ----------
        store : Store
        about : mapping
            Data of the entry ``"opened"``; not used where there is a room already.
        """
        room = cls(store, clock=clock)
        streams = await store.read_all()
        entries = streams.get(ROOM, ())
        if not entries:
            first = Entry(id="opened", kind="opened", data=about, at=clock())
            try:
                entries = (await store.append(ROOM, first, after=0),)
            except Behind:  # another process of the same room was first
                entries = await store.read(ROOM)
        room.state = opened(entries[0])
        room._n_entries = 1
        room._take_room(entries[1:])
        for table in room.tables.values():
            table.fold(streams.get(table.stream, ()))
        store.listen(room._heard_entry, room._heard_word)
        return room

    # --- what happened in the room

    async def tell(
        self, kind: str, data: Mapping[str, object] = NOTHING, *, id: str = "", at: float | None = None
    ) -> None:
        """Store a fact of the room, take it, and wake everybody.

        Parameters
        ----------
        kind : str
            A kind of `dastarkhan.live.room.folding`.
        data : mapping, optional
            Its particulars, JSON-plain.
        id : str, optional
            The same id again changes nothing.
        at : float, optional
            Now when left out.
        """
        # Drawn, not counted: two processes that tell two things at the same moment must not give them one name.
        name = id or secrets.token_hex(8)
        entry = Entry(id=name, kind=kind, data=dict(data), at=self.clock() if at is None else at)
        async with self._lock:
            for _ in range(TRIES):
                self._refuse_when_erased()
                number = self._n_entries
                try:
                    stored = await self.store.append(ROOM, entry, after=number)
                except Behind:
                    self._take_room(await self.store.read(ROOM, after=number))
                    continue
                if stored.number == number + 1:
                    self._take_room((stored,))
                elif stored.number > number:  # another process has stored it, and more before it
                    self._take_room(await self.store.read(ROOM, after=number))
                break
            else:
                raise KitError("live.busy")
        self.watches.wake_all()

    def has_done(self, id: str) -> bool:
        """Tell whether what was asked for under this id is stored, in the room or at a table."""
        return id in self._ids or any(id in table.state.move_ids for table in self.tables.values())

    def _take_room(self, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            layings = self.state.layings
            self.state = fold(self.state, entry)
            self._n_entries += 1
            self._ids.add(entry.id)
            if self.state.layings > layings:
                self.tables = {number: LiveTable(self.state.case, laid) for number, laid in self.state.tables.items()}

    # --- what happened at a table

    async def move(self, table: LiveTable, move: Move) -> bool:
        """Store a move and take it; the lock of the table is held by the caller.

        Returns
        -------
        bool
            Whether it is new. The same id again, also at another process, changes nothing.

        Raises
        ------
        IllegalMove
            When it is not lawful now; nothing has changed.
        """
        for _ in range(TRIES):
            if move.id in table.state.move_ids:
                return False
            self._refuse_when_erased()
            after = table.game.apply(table.state, move)
            entry = Entry(id=move.id, kind="move", data=move.to_plain(), at=self.clock())
            try:
                stored = await self.store.append(table.stream, entry, after=table.n_moves)
            except Behind:
                await self._read_on(table)
                continue
            if stored.number != table.n_moves + 1:  # it is there already, from another process
                await self._read_on(table)
                return False
            if stored.data != entry.data:  # another process was first, with another move of this name
                table.fold((stored,))
                self.wake(table)
                return False
            table.take(after, move, stored.at)
            self.wake(table)
            return True
        raise KitError("live.busy")

    async def was_behind(self, table: LiveTable, n_moves: int) -> bool:
        """Read what other processes have stored at a table; tells whether it has more moves than so many."""
        async with table.lock:
            await self._read_on(table)
        return table.n_moves > n_moves

    async def _read_on(self, table: LiveTable) -> None:
        table.fold(await self.store.read(table.stream, after=table.n_moves))
        self.wake(table)

    def wake(self, table: LiveTable) -> None:
        """Wake the pages that show a table; the whole room when it has just ended."""
        if table.over:
            self.watches.wake_all()
        else:
            self.watches.wake(table.topic, "tables")

    # --- what other processes of the room did

    def _heard_entry(self, stream: str, number: int, entry: Entry | None) -> None:
        if self.erased:
            return
        if number == 0:
            self._hear_erased()
            return
        self.spawn(self.catch_up() if stream == ROOM else self._hear_table(stream, number, entry))

    async def catch_up(self) -> None:
        """Read what other processes have stored about the room, without waiting for their word."""
        async with self._lock:
            self._take_room(await self.store.read(ROOM, after=self._n_entries))
        self.watches.wake_all()

    async def _hear_table(self, stream: str, number: int, entry: Entry | None) -> None:
        """Take a move that another process has stored; read on where more is missing than came with the word."""
        table = self._table_of(stream)
        if table is None:  # the word that it was laid is still on its way
            await self.catch_up()
            table = self._table_of(stream)
        if table is None:
            return
        async with table.lock:
            if entry is not None and number == table.n_moves + 1:
                table.fold((entry,))
                self.wake(table)
            elif number > table.n_moves:
                await self._read_on(table)

    def _table_of(self, stream: str) -> LiveTable | None:
        return next((one for one in self.tables.values() if one.stream == stream), None)

    def _heard_word(self, word: Mapping[str, Any]) -> None:
        process, now = str(word["process"]), self.clock()
        self._heard_of[process] = time.monotonic()
        if "all" in word:
            changed = self.presence.told_all(process, word["all"], now)
        else:
            changed = self.presence.told(process, str(word["person"]), bool(word["here"]), now)
        if changed:
            self.watches.wake_all()

    async def call_the_roll(self) -> None:
        """Tell the other processes who is here, and forget those of a process that has fallen silent."""
        silent = time.monotonic() - SILENT_S
        for process in [one for one, heard in self._heard_of.items() if heard < silent]:
            del self._heard_of[process]
            if self.presence.told_all(process, (), self.clock()):
                self.watches.wake_all()
        await self.store.say({"process": self._name, "all": list(self.presence.mine())})

    # --- people come and go

    def at_table(self, person: str) -> bool:
        """Tell whether a person is here and has not stood up."""
        return self.presence.here(person) and person not in self.state.stood_up

    def since(self, person: str) -> float:
        """Return when a person came, went or stood up."""
        return self.state.stood_up.get(person) or self.presence.since(person, self.clock())

    async def came(self, person: str) -> None:
        """Say that a page of a person was opened."""
        if self.presence.came(person, self.clock()):
            self._wake_around(person)
        if self.presence.pages(person) == 1:
            await self.store.say({"process": self._name, "person": person, "here": True})

    async def went(self, person: str) -> None:
        """Say that a page of a person was closed."""
        if self.presence.went(person, self.clock()):
            self._wake_around(person)
        if not self.presence.pages(person):
            await self.store.say({"process": self._name, "person": person, "here": False})

    def _wake_around(self, person: str) -> None:
        place = self.state.place_of(person)
        self.watches.wake("people", *((table_stream(place[0]),) if place else ()))

    async def erase(self) -> None:
        """Forget everything, on the disk and here; the room cannot be used any more."""
        async with self._lock:
            self.erased = True  # from here on nothing more is stored: what waits to be stored was there before
            try:
                await self.store.erase()
            except BaseException:
                self.erased = False  # the trainer is told, and may try again
                raise
            self.tables = {}
        self.watches.wake_all()

    def _hear_erased(self) -> None:
        """Forget what another process has erased, and what this one may have stored since."""
        self.erased, self.tables = True, {}
        self.watches.wake_all()
        self.spawn(self.store.erase())

    def _refuse_when_erased(self) -> None:
        if self.erased:
            raise KitError("live.erased")

    # --- what follows

    @property
    def stage(self) -> Stage:
        """Where the room stands; held as soon as all tables are over."""
        state = self.state
        if state.stage in (Stage.PLAY, Stage.PAUSE) and self.tables and all(one.over for one in self.tables.values()):
            return Stage.HELD
        return state.stage

    @property
    def agreed(self) -> tuple[bool, ...]:
        """Whether each table is over with an agreement."""
        return tuple(table.agreed for table in self.tables.values())

    def year_waits(self, table: LiveTable) -> bool:
        """Tell whether a table has come to a year that the trainer has not opened yet."""
        return table.year > self.state.year_open and not table.over

    def open_for_moves(self, table: LiveTable) -> bool:
        """Tell whether seats of a table may move now."""
        return self.stage is Stage.PLAY and not self.year_waits(table)

    def spawn(self, work: Any) -> None:
        """Run something beside; it is kept until it ends."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        fault = None if task.cancelled() else task.exception()
        if fault is None or isinstance(fault, KitError):
            return  # a full disk, a lost database: what was to be done is looked for again every second
        task.get_loop().call_exception_handler({"message": "a mistake of ours", "exception": fault, "task": task})

    async def stop(self) -> None:
        """End what runs beside, and close the store."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.store.close()
