"""Who is here since when: a page that loads again is no coming and no going."""

from dastarkhan.live.room.presence import GRACE_S, PresenceBook


def test_a_short_break_is_no_going_and_no_coming() -> None:
    book = PresenceBook()
    book.came("p1", 1000.0)
    book.went("p1", 2000.0)
    assert (book.here("p1"), book.since("p1", 2000.0)) == (False, 2000.0)
    book.came("p1", 2000.0 + GRACE_S)
    assert (book.here("p1"), book.since("p1", 2100.0)) == (True, 1000.0)
    book.went("p1", 3000.0)
    book.came("p1", 3001.0 + GRACE_S)
    assert book.since("p1", 3100.0) == 3001.0 + GRACE_S
    book.went("p1", 4000.0)  # the next break counts from this coming
    book.came("p1", 4001.0)
    assert book.since("p1", 4100.0) == 3001.0 + GRACE_S


def test_who_was_never_here_comes_when_the_page_opens() -> None:
    book = PresenceBook()
    assert book.since("p1", 1000.0) == 1000.0
    book.came("p1", 1005.0)
    assert book.since("p1", 1010.0) == 1005.0


def test_a_page_that_loads_again_at_another_process_is_no_going() -> None:
    book = PresenceBook()
    book.told("other", "p1", True, 1000.0)
    book.told("other", "p1", False, 2000.0)
    book.came("p1", 2001.0)
    assert book.since("p1", 2001.0) == 1000.0
    book.told_all("other", ["p1"], 2002.0)  # a second page
    book.went("p1", 2003.0)
    assert book.since("p1", 2004.0) == 1000.0
    book.told_all("other", [], 2500.0)
    assert (book.here("p1"), book.since("p1", 2600.0)) == (False, 2500.0)
