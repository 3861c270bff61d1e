"""Links that nobody can guess: made from one secret of the room, so that they can be shown again and need no table."""

import hmac
import secrets
from functools import lru_cache

LINK_BYTES = 16
CODE_SIGNS = "ACDEFGHJKMNPQRTUVWXY34679"  # no sign that looks or sounds like another one
CODE_LENGTH = 6
SIGN_LENGTH = 6


def room_secret() -> str:
    """Draw the secret of a new room."""
    return secrets.token_hex(32)


def join_code() -> str:
    """Draw six signs that are easy to read from a wall."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def key_for(secret: str, who: str) -> str:
    """Return the key of somebody's private link: who, and 128 bits that only the room can make.

    Parameters
    ----------
    secret : str
        Of the room.
    who : str
        Such as ``"p7"``, ``"trainer1"``, ``"wall"``.

    Examples
    --------
    >>> who_has("s", key_for("s", "p7")), who_has("s", "p7-0000"), who_has("other", key_for("s", "p7"))
    ('p7', None, None)
    """
    return f"{who}-{_mac(secret, 'link', who)}"


def who_has(secret: str, key: str) -> str | None:
    """Return whose key this is; None when nobody's."""
    who, _, mac = key.rpartition("-")
    good = hmac.compare_digest(_mac(secret, "link", who).encode(), mac.encode())
    return who if good else None


def form_token(secret: str, key: str) -> str:
    """Return what a form of the page behind a link carries, so that another site cannot post it."""
    return _mac(secret, "form", key)


def short_sign(secret: str) -> str:
    """Return a few signs that tell a room from others and open nothing."""
    return _mac(secret, "sign", "room")[:SIGN_LENGTH]


@lru_cache(maxsize=2048)  # every tap and every page asks for those of its seat
def _mac(secret: str, purpose: str, text: str) -> str:
    return hmac.digest(secret.encode(), f"{purpose}:{text}".encode(), "sha256")[:LINK_BYTES].hex()
