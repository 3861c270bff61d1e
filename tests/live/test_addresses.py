"""Which address phones can use: networks as they are met in schools, each told by sockets that only pretend."""

import socket
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dastarkhan.live.addresses import ELSEWHERE, HOTSPOTS, addresses

Network = Callable[..., None]


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    """Pretend that the system sends from certain addresses, and that the computer's name stands for others."""

    def has(sends_from: Mapping[str, str], named: tuple[str, ...] | OSError | UnicodeError) -> None:
        class Probe:
            def __init__(self, *kind: int) -> None:
                assert kind == (socket.AF_INET, socket.SOCK_DGRAM)  # nothing is sent by connecting
                self.place = ""

            def __enter__(self) -> "Probe":
                return self

            def __exit__(self, *what: object) -> None:
                pass

            def connect(self, place: tuple[str, int]) -> None:
                self.place = place[0]
                if not sends_from.get(self.place, sends_from.get("*")):
                    raise OSError(101, "Network is unreachable")

            def getsockname(self) -> tuple[str, int]:
                return sends_from.get(self.place, sends_from.get("*", "")), 1

        def asked(*about: object) -> list[Any]:
            if isinstance(named, Exception):
                raise named
            return [(socket.AF_INET, socket.SOCK_DGRAM, 0, "", (one, 0)) for one in named]

        monkeypatch.setattr(socket, "socket", Probe)
        monkeypatch.setattr(socket, "getaddrinfo", asked)

    return has


@pytest.mark.parametrize("named", [(), ("127.0.1.1",), ("169.254.7.7", "127.0.0.1"), OSError(), UnicodeError()])
def test_without_a_network_there_is_none(network: Network, named: Any) -> None:
    network({}, named)
    assert addresses() == ()


def test_in_a_school_the_systems_own_choice_comes_first(network: Network) -> None:
    network({"*": "10.20.3.44"}, ("172.17.0.1", "10.20.3.44", "127.0.0.1", "192.168.56.1"))
    assert addresses() == ("10.20.3.44", "172.17.0.1", "192.168.56.1")


def test_at_a_phones_hot_spot(network: Network) -> None:
    network({"*": "192.168.43.17"}, OSError())
    assert addresses() == ("192.168.43.17",)


def test_a_hot_spot_of_windows_comes_first(network: Network) -> None:
    network({"*": "10.20.3.44"}, ("10.20.3.44", "192.168.137.1"))
    assert addresses() == ("192.168.137.1", "10.20.3.44")


@pytest.mark.parametrize("mine", HOTSPOTS)
def test_a_hot_spot_without_any_way_out_is_found(network: Network, mine: str) -> None:
    beside = mine.rsplit(".", 1)[0] + ".2"
    assert beside in ELSEWHERE
    network({beside: mine}, ("127.0.1.1",))
    assert addresses() == (mine,)


def test_a_guest_of_another_computers_hot_spot_is_no_host(network: Network) -> None:
    network({"*": "10.42.0.57"}, ("192.168.1.4",))
    assert addresses() == ("10.42.0.57", "192.168.1.4")


def test_on_this_machine_it_answers() -> None:
    assert all(not one.startswith("127.") for one in addresses())
