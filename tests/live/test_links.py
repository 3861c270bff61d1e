"""Links, codes and guesses: what nobody can make up."""

from dastarkhan.live.room.secrets import CODE_LENGTH, CODE_SIGNS, form_token, join_code, key_for, room_secret, who_has
from dastarkhan.live.web import guesses
from dastarkhan.live.web.guesses import FROM_ALL, FROM_ONE, WINDOW_S, Guesses


def test_a_link_holds_128_bits_that_only_this_room_can_make() -> None:
    one, other = room_secret(), room_secret()
    key = key_for(one, "p7")
    assert len(key.rpartition("-")[2]) * 4 == 128
    assert who_has(one, key) == "p7"
    assert who_has(other, key) is None
    assert key_for(other, "p7") != key


def test_a_link_of_one_is_no_link_of_another() -> None:
    secret = room_secret()
    mac = key_for(secret, "p7").rpartition("-")[2]
    for forged in (
        f"p8-{mac}",
        f"trainer1-{mac}",
        mac,
        f"-{mac}",
        "",
        "p7-",
        f"p7-{mac[:-1]}",
        f"p7-{mac.upper()}x",
        "p7-ü",
    ):
        assert who_has(secret, forged) is None


def test_what_a_form_carries_is_not_what_opens_a_door() -> None:
    secret = room_secret()
    key = key_for(secret, "p7")
    token = form_token(secret, key)
    assert token not in key
    assert who_has(secret, f"p7-{token}") is None
    assert form_token(secret, key_for(secret, "p8")) != token


def test_a_code_can_be_read_from_a_wall() -> None:
    codes = {join_code() for _ in range(200)}
    assert len(codes) == 200
    assert {sign for code in codes for sign in code} <= set(CODE_SIGNS)
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert not set("0O1IL5S8B2Z") & set(CODE_SIGNS)
    assert len(CODE_SIGNS) ** CODE_LENGTH > 2e8


def test_guessing_is_slowed_for_one_and_for_all(monkeypatch) -> None:
    now = 1000.0
    monkeypatch.setattr(guesses.time, "monotonic", lambda: now)
    book = Guesses()
    for _ in range(FROM_ONE):
        assert not book.too_many("a")
        book.wrong("a")
    assert book.too_many("a")
    assert not book.too_many("b")
    now += WINDOW_S + 1
    assert not book.too_many("a")
    for number in range(FROM_ALL):
        book.wrong(f"address {number}")
    assert book.too_many("somebody new")
