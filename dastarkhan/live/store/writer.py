"""The one thread that writes, in the order things came; what waits together shares a commit."""

import asyncio
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound

from dastarkhan.live.store.database import Database
from dastarkhan.live.store.entries import Behind, Entry
from dastarkhan.live.store.known import Known, Plan, Verdict, Wish
from dastarkhan.live.store.tables import ONE, entry_of
from simulations.errors import KitError

MOST_AT_ONCE = 1000
RACES = 100  # each lost race means that somebody else got on
PAUSE_S = 0.05

Job = Callable[[Connection], Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """An entry that another process has stored, and of which word came with all that it says."""

    stream: str
    entry: Entry


Answer = Entry | BaseException | Any


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody in the event loop, and what they wait for."""

    task: Wish | Job
    future: asyncio.Future[Any]


class Writer:
    """Writes wishes and does jobs on one connection, one after the other.

    Attributes
    ----------
    known : Known
    commits : int
        Transactions with entries so far; fewer than entries when many wait together.
    """

    def __init__(self, database: Database) -> None:
        self.known = Known()
        self.commits = 0
        self._database = database
        self._loop = asyncio.get_running_loop()
        self._queue: queue.SimpleQueue[Waiting | Heard | None] = queue.SimpleQueue()
        self._connection: Connection | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="room-writer", daemon=True)
        self._thread.start()

    async def do(self, task: Wish | Job) -> Any:
        """Hand something to the thread and wait until it is done, and durable."""
        if self._closed:
            raise KitError("live.store_closed")
        future = self._loop.create_future()
        self._queue.put(Waiting(task, future))
        return await future

    def soon(self, job: Job) -> None:
        """Hand a job to the thread that nobody waits for."""
        if not self._closed:
            future = self._loop.create_future()
            future.add_done_callback(asyncio.Future.exception)  # looked at, so that nothing is logged
            self._queue.put(Waiting(job, future))

    def learn(self, heard: Heard) -> None:
        """Take in what another process has stored, before anything that is handed over later."""
        self._queue.put(heard)

    async def close(self) -> None:
        """Finish what is waiting, and end the thread."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        goes_on = True
        while goes_on:
            taken = [self._queue.get()]
            while len(taken) < MOST_AT_ONCE and not self._queue.empty():
                taken.append(self._queue.get())
            goes_on = None not in taken  # nothing comes after it
            for heard in (one for one in taken if isinstance(one, Heard)):  # it is true whenever it is learned
                self.known.learn_read(heard.stream, (heard.entry,))
            waiting = (one for one in taken if isinstance(one, Waiting))
            for are_wishes, group in groupby(waiting, lambda one: isinstance(one.task, Wish)):
                self._answer(list(group), self._append if are_wishes else self._do_all)
        self._hang_up()

    def _answer(self, waiting: list[Waiting], work: Callable[[list[Any]], list[Answer]]) -> None:
        try:
            answers = work([one.task for one in waiting])
        except BaseException as error:  # whoever waits must hear of it, whatever it was
            answers = [error] * len(waiting)
        try:
            self._loop.call_soon_threadsafe(_settle, waiting, answers)
        except RuntimeError:
            self._closed = True  # the event loop has ended: nobody waits any more

    def _do_all(self, jobs: list[Job]) -> list[Answer]:
        answers: list[Answer] = []
        for job in jobs:
            try:
                answers.append(self._patiently(job))
            except Exception as error:
                answers.append(error)
        return answers

    def _append(self, wishes: list[Wish]) -> list[Answer]:
        return self._patiently(lambda connection: self._append_on(connection, wishes))  # type: ignore[no-any-return]

    def _append_on(self, connection: Connection, wishes: list[Wish]) -> list[Answer]:
        for _ in range(RACES):
            plan = self._plan(connection, wishes)
            if self._wrote(connection, plan):
                given = zip(wishes, plan.verdicts, strict=True)
                try:
                    return [self._outcome(connection, plan, wish, *verdict) for wish, verdict in given]
                except NoResultFound:  # another process has erased the room
                    self._database.learn_all(connection, self.known)
        raise KitError("live.store_failed", place=self._database.place, reason="too many processes write at once")

    def _plan(self, connection: Connection, wishes: list[Wish]) -> Plan:
        plan = self.known.plan(wishes)
        if ahead := plan.streams(Verdict.AHEAD, wishes=wishes):  # perhaps another process has written what is missing
            self._database.learn(connection, self.known, ahead)
            plan = self.known.plan(wishes)
        return plan

    def _wrote(self, connection: Connection, plan: Plan) -> bool:
        if not plan.rows:
            return True
        try:
            self._database.write(connection, self.known.room, plan)
        except DBAPIError as error:
            if not (isinstance(error, IntegrityError) or self._database.is_race(error)):
                raise
            self._database.learn(connection, self.known, {stream for stream, _ in plan.rows})
            return False
        self.known.keep(plan)
        self.commits += 1
        return True

    def _outcome(self, connection: Connection, plan: Plan, wish: Wish, verdict: Verdict, number: int) -> Answer:
        if verdict is Verdict.LATE:
            return Behind("live.behind", stream=wish.stream, number=number)
        if verdict is Verdict.AHEAD:
            return KitError("live.ahead", stream=wish.stream, number=number)
        if new := plan.rows.get((wish.stream, number)):
            return replace(new.entry, number=number)
        place = {"room": self.known.room, "stream": wish.stream, "number": number}
        return entry_of(connection.execute(ONE, place).one())

    def _patiently(self, work: Callable[[Connection], Any]) -> Any:
        """Do some work; when the connection breaks, take a new one. Ids make it safe to write again."""
        until = time.monotonic() + self._database.patience_s
        while True:
            try:
                connection = self._connect()
                try:
                    return work(connection)
                finally:
                    connection.rollback()  # nothing is open but what was read
            except DBAPIError as error:
                lost = self._connection is None or error.connection_invalidated
                self._hang_up()
                if not lost or time.monotonic() > until:
                    raise self._database.fault(error) from None
            time.sleep(PAUSE_S)

    def _connect(self) -> Connection:
        if self._connection is None:
            self._connection = self._database.engine.connect()
        return self._connection

    def _hang_up(self) -> None:
        if self._connection is not None:
            try:
                self._connection.close()
            except DBAPIError:
                self._connection.invalidate()
            self._connection = None


def _settle(waiting: list[Waiting], answers: list[Answer]) -> None:
    for one, answer in zip(waiting, answers, strict=True):
        if one.future.done():
            continue  # nobody waits for it any more
        if isinstance(answer, BaseException):
            one.future.set_exception(answer)
        else:
            one.future.set_result(answer)
