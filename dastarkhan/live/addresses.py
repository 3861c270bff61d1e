"""Which address phones in the same room can use."""

import ipaddress
import socket

HOTSPOTS = ("192.168.137.1", "10.42.0.1", "192.168.2.1")
"""What Windows, Linux and macOS call themselves in a hot-spot of their own."""
ELSEWHERE = ("10.255.255.255", "192.168.137.2", "10.42.0.2", "192.168.2.2")
"""Nothing is sent there: the system only says from which of its addresses it would send."""


def addresses() -> tuple[str, ...]:
    """Return the addresses of this computer in its networks, the most likely one for phones first.

    A hot-spot of this computer comes first, for somebody has switched it on for phones; then the address that the
    system itself would use, then the others. Nothing is sent and nobody is asked. Without a network there are none.
    """
    found = dict.fromkeys([*_chosen_by_the_system(), *_of_this_name()])
    usable = [one for one in found if _reaches_phones(one)]
    return tuple(sorted(usable, key=lambda one: one not in HOTSPOTS))


def _chosen_by_the_system() -> list[str]:
    return [found for place in ELSEWHERE if (found := _would_send_from(place))]


def _would_send_from(place: str) -> str:
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect((place, 1))
            return str(probe.getsockname()[0])
    except OSError:
        return ""


def _of_this_name() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except (OSError, UnicodeError):  # a computer's name may be one that no network can write
        return []
    return [str(place[4][0]) for place in found]


def _reaches_phones(address: str) -> bool:
    read = ipaddress.ip_address(address)
    return not (read.is_loopback or read.is_link_local or read.is_unspecified)
