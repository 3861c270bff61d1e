"""A kernel that is started ahead, so that the page view need not wait for one.

Starting Python and importing what a lesson needs takes longer than everything else a page does. While a person
reads the welcome page, one kernel is started and imports the lessons' libraries; the next page takes it over.
Whatever goes wrong, the page simply gets a fresh kernel.
"""

import asyncio
import json
import os
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

IMPORTS = "import ipywidgets, IPython.display, numpy, networkx, dastarkhan.lessons"
REFILL_AFTER_SECONDS = 10.0
ANSWER_WITHIN_SECONDS = 5.0


class WarmKernelManager(AsyncMappingKernelManager):
    """Jupyter Server's kernel manager with one warm kernel in hand for Voila's pages."""

    _warm: asyncio.Task[str] | None = None

    async def start_kernel(self, *, kernel_id: str | None = None, path: str | None = None, **kwargs: Any) -> str:
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
        if self._warm is None:
            self._warm = asyncio.ensure_future(self._prepare())

    async def _prepare(self) -> str:
        kernel_id = await super().start_kernel()
        await self._run(kernel_id, IMPORTS)
        return kernel_id

    async def _take(self, path: str | None, env: dict[str, str], kernel_name: str | None) -> str | None:
        """Return the warm kernel with the page's folder and environment, or None when it cannot serve."""
        task, self._warm = self._warm, None
        if task is None:
            return None
        try:
            kernel_id = await task
            if kernel_id not in self or kernel_name not in (None, self.get_kernel(kernel_id).kernel_name):
                return None
            changed = {key: value for key, value in env.items() if os.environ.get(key) != value}
            folder = self.cwd_for_path(path or "")
            place = json.dumps([folder, changed])
            await self._run(kernel_id, f"import os, json; _p = json.loads({place!r}); os.chdir(_p[0]); os.environ.update(_p[1]); del _p")
        except Exception as error:
            self.log.warning("The warm kernel could not be used: %r", error)
            return None
        return kernel_id

    async def _run(self, kernel_id: str, code: str) -> None:
        client = self.get_kernel(kernel_id).client()
        client.start_channels(iopub=False, stdin=False, hb=False)
        try:
            client.execute(code, silent=True, store_history=False)
            await client.get_shell_msg(timeout=60)
        finally:
            client.stop_channels()


def warm(kernel_manager: Any) -> None:
    """Warm a kernel ahead when the server's kernel manager can; elsewhere do nothing."""
    if isinstance(kernel_manager, WarmKernelManager):
        kernel_manager.warm()
