"""The kernel started ahead: taken when it answers, left alone when it hangs."""

import asyncio
import time
from pathlib import Path

import pytest

from dastarkhan.jupyter import warm_kernels
from dastarkhan.jupyter.warm_kernels import WarmKernelManager

PAGE = {"SERVER_SOFTWARE": "voila/0.5"}
HANG = "__import__('time').sleep(600)"


async def opened(manager: WarmKernelManager, folder: Path, *, at_once: bool = False) -> tuple[str, str | None, float]:
    """Open a page; say which kernel was warm, which one the page got, and how long that took."""
    manager.warm()
    assert manager._warm is not None
    while at_once and not manager.list_kernel_ids():
        await asyncio.sleep(0.05)
    warm = manager.list_kernel_ids()[0] if at_once else await manager._warm
    began = time.monotonic()
    try:
        got = await manager.start_kernel(path=str(folder), env=dict(PAGE))
        return warm, got, time.monotonic() - began
    finally:
        await manager.shutdown_all(now=True)


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> WarmKernelManager:
    monkeypatch.setattr(warm_kernels, "IMPORTS", "pass")
    monkeypatch.setattr(warm_kernels, "REFILL_AFTER_SECONDS", 3600.0)
    return WarmKernelManager(root_dir=str(tmp_path))


def test_a_page_takes_the_warm_kernel(manager: WarmKernelManager, tmp_path: Path) -> None:
    warm, got, _ = asyncio.run(opened(manager, tmp_path))
    assert got == warm


def test_a_hung_kernel_holds_no_page(
    manager: WarmKernelManager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_kernels, "MOVE", HANG)
    warm, got, seconds = asyncio.run(opened(manager, tmp_path))
    assert got != warm
    assert warm not in manager
    assert seconds < warm_kernels.MOVE_WITHIN_SECONDS + 7  # a fresh kernel's own start included
    assert warm_kernels.MOVE_WITHIN_SECONDS <= 3 < warm_kernels.IMPORT_WITHIN_SECONDS


def test_a_kernel_that_never_gets_ready_holds_no_page_either(
    manager: WarmKernelManager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_kernels, "IMPORTS", HANG)
    monkeypatch.setattr(warm_kernels, "READY_WITHIN_SECONDS", 1.0)
    warm, got, seconds = asyncio.run(opened(manager, tmp_path, at_once=True))
    assert got != warm
    assert warm not in manager
    assert seconds < 8


def test_a_kernel_that_cannot_import_is_ended(manager: WarmKernelManager, monkeypatch: pytest.MonkeyPatch) -> None:
    async def left() -> list[str]:
        manager.warm()
        assert manager._warm is not None
        with pytest.raises(RuntimeError):
            await manager._warm
        return list(manager.list_kernel_ids())

    monkeypatch.setattr(warm_kernels, "IMPORTS", "1 / 0")
    assert asyncio.run(left()) == []
