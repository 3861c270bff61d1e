"""A kernel that is started ahead, so that the page view need not wait for one.

Starting Python and importing what a lesson needs takes longer than everything else a page does. While a person
reads the welcome page, one kernel is started and imports the lessons' libraries; the next page takes it over.
Whatever goes wrong, the page simply gets a fresh kernel.
"""

import asyncio
import os
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

IMPORTS = "import ipywidgets, IPython.display, numpy, networkx, dastarkhan.lessons"
MOVE = "__import__('os').chdir({folder!r}); __import__('os').environ.update({changed!r})"
REFILL_AFTER_SECONDS = 10.0
IMPORT_WITHIN_SECONDS = 60.0  # nobody waits for this
READY_WITHIN_SECONDS = 15.0  # a page waits for this: a kernel under way is mostly there before a fresh one
MOVE_WITHIN_SECONDS = 3.0  # and for this: a fresh kernel would be there by then


class WarmKernelManager(AsyncMappingKernelManager):
    """Jupyter Server's kernel manager with one warm kernel in hand for Voila's pages."""

    _warm: asyncio.Task[str] | None = None

    async def start_kernel(  # type: ignore[override]
        self, *, kernel_id: str | None = None, path: Any = None, **kwargs: Any
    ) -> str:
        """Hand a page the warm kernel, moved to its folder; start a kernel in every other case."""
        env = kwargs.get("env") or {}
        if kernel_id is None and str(env.get("SERVER_SOFTWARE", "")).startswith("voila/"):
            ready = await self._take(path, env, kwargs.get("kernel_name"))
            asyncio.get_running_loop().call_later(REFILL_AFTER_SECONDS, self.warm)
            if ready:
                return ready
        return await super().start_kernel(kernel_id=kernel_id, path=path, **kwargs)

    def warm(self) -> None:
        """Start the kernel ahead, unless one is being warmed or waits already."""
        if self._warm is None or (self._warm.done() and not self._waits(self._warm)):
            self._warm = asyncio.ensure_future(self._prepare())

    def _waits(self, task: asyncio.Task[str]) -> bool:
        """Tell whether a finished preparation left a kernel that still lives; idle ones are culled on Binder."""
        return not task.cancelled() and task.exception() is None and task.result() in self

    async def _prepare(self) -> str:
        kernel_id: str = await super().start_kernel()
        try:
            await self._run(kernel_id, IMPORTS, IMPORT_WITHIN_SECONDS)
        except BaseException:  # a kernel that nobody can use must not stay
            await self._end(kernel_id)
            raise
        return kernel_id

    async def _take(self, path: Any, env: dict[str, str], kernel_name: str | None) -> str | None:
        """Return the warm kernel with the page's folder and environment, or None when it cannot serve."""
        task, self._warm = self._warm, None
        if task is None:
            return None
        try:
            kernel_id = await asyncio.wait_for(task, READY_WITHIN_SECONDS)
            if kernel_id not in self:
                return None
            if kernel_name not in (None, self.get_kernel(kernel_id).kernel_name):
                raise LookupError(kernel_name)
            # Voila's keys are members of an enumeration whose repr is no Python
            changed = {str.__str__(key): value for key, value in env.items() if os.environ.get(key) != value}
            folder = self.cwd_for_path(path or "")  # type: ignore[no-untyped-call]
            await self._run(kernel_id, MOVE.format(folder=folder, changed=changed), MOVE_WITHIN_SECONDS)
        except Exception as error:
            self.log.warning("The warm kernel could not be used: %r", error)
            await self._discard(task)
            return None
        return kernel_id

    async def _discard(self, task: asyncio.Task[str]) -> None:
        if self._waits(task):
            await self._end(task.result())

    async def _end(self, kernel_id: str) -> None:
        await ensure_async(self.shutdown_kernel(kernel_id, now=True))  # type: ignore[no-untyped-call]

    async def _run(self, kernel_id: str, code: str, seconds: float) -> None:
        client: Any = self.get_kernel(kernel_id).client()
        client.start_channels(iopub=False, stdin=False, hb=False)
        try:
            client.execute(code, silent=True, store_history=False)
            reply = await client.get_shell_msg(timeout=seconds)
        finally:
            client.stop_channels()
        if reply["content"]["status"] != "ok":
            raise RuntimeError(reply["content"].get("evalue"))


def warm(kernel_manager: Any) -> None:
    """Warm a kernel ahead when the server's kernel manager can; elsewhere do nothing."""
    if isinstance(kernel_manager, WarmKernelManager):
        kernel_manager.warm()
