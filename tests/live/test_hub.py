"""Behind a hub: its proxy proves itself, and whoever comes to the port another way gets the first page only."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.served import Browser, Served, serving

OWNER = "5" * 32


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASTARKHAN_LIVE_OWNER", OWNER)
        with serving(tmp_path_factory.mktemp("hub"), "--hub", "--case", "fair") as room:
            yield room


def test_the_owner_gets_three_ways_in(hub: Served) -> None:
    status, page = Browser(hub.base).get("./", **{"X-Dastarkhan-Owner": OWNER})
    assert status == 200
    for way in (hub.trainer.removeprefix(hub.base), hub.wall.removeprefix(hub.base), f"?code={hub.code}"):
        assert f'href="{way}"' in page


@pytest.mark.parametrize("said", [None, "", "0" * 32, OWNER[:-1], "é"])
def test_a_neighbour_on_the_same_machine_gets_no_key(hub: Served, said: str | None) -> None:
    headers = {} if said is None else {"X-Dastarkhan-Owner": said}
    status, page = Browser(hub.base).get("./", **headers)
    assert status == 200
    assert 'name="code"' in page
    assert "key=" not in page
    assert hub.code not in page


def test_the_code_leads_the_owner_to_the_first_page(hub: Served) -> None:
    _, page = Browser(hub.base).get(f"./?code={hub.code}", **{"X-Dastarkhan-Owner": OWNER})
    assert 'name="code"' in page


def test_without_a_hub_nobody_is_the_owner(tmp_path: Path) -> None:
    with serving(tmp_path, "--case", "fair") as room:
        for said in ("", OWNER):
            _, page = Browser(room.base).get("./", **{"X-Dastarkhan-Owner": said})
            assert "key=" not in page


def test_the_wall_shows_the_address_that_the_browser_knows(hub: Served) -> None:
    wall = Browser(hub.base)
    told = {"X-Forwarded-Proto": "https,http", "X-Forwarded-Context": "/user/anna/dastarkhan-live"}
    _, page = wall.get(hub.wall, **told)
    assert {(cookie.name, cookie.secure) for cookie in wall.jar} == {("dastarkhan_wall", True)}
    assert "127.0.0.1" not in page or "/user/anna/dastarkhan-live/" in page
