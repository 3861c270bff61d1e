"""Which address phones in the same room can use."""

import ipaddress
import socket

ELSEWHERE = "10.255.255.255"  # nothing is sent there: the system only says from which address it would
HOTSPOT_OF_WINDOWS = "192.168.137."


def addresses() -> tuple[str, ...]:
    """Return the addresses of this computer in its networks, the most likely one for phones first.

    The one that the system itself would use comes first, then that of a hot-spot of this computer, then the others.
    Nothing is sent and nobody is asked. Without a network there are none.
    """
    found = dict.fromkeys([*_chosen_by_the_system(), *_of_this_name()])
    usable = [one for one in found if _reaches_phones(one)]
    return tuple(sorted(usable, key=lambda one: (usable.index(one) != 0, not one.startswith(HOTSPOT_OF_WINDOWS))))


def _chosen_by_the_system() -> list[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((ELSEWHERE, 1))
        except OSError:
            return []
        return [str(probe.getsockname()[0])]


def _of_this_name() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [str(place[4][0]) for place in found]


def _reaches_phones(address: str) -> bool:
    read = ipaddress.ip_address(address)
    return not (read.is_loopback or read.is_link_local or read.is_unspecified)
