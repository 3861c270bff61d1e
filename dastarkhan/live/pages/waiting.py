"""What a person reads for whom the table does not wait now: one sentence that says what everybody waits for."""

from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.room.stages import Instead, Stage


def waiting(seen: Seen) -> str:
    """Say why there is nothing to do now, or what can be done meanwhile."""
    _, look = seen.words, seen.look
    room = {
        Stage.GATHER: _("People are still coming in. The trainer gives you a seat."),
        Stage.SEATED: _("Read your brief in peace. The talks begin when the trainer says so."),
        **dict.fromkeys((Stage.PAUSE, Stage.HELD, Stage.CLOSED), ""),  # the head says it
    }
    if look.stage in (Stage.SEATED, Stage.PLAY) and not look.seat:
        return (
            _("The trainer gave your seat to somebody else, and will find another one for you.")
            if look.gave_up
            else _("You have no seat yet. The trainer gives you one soon.")
        )
    if look.stage in room:
        return room[look.stage]
    if look.instead is Instead.NOBODY:
        return _("As long as you are away from the table, you make no moves. You can listen to the talks.")
    if look.instead:
        return _("While somebody else plays your seat, you make no moves. You can listen to the talks.")
    if look.over:
        return _("The talks at your table are over. Others may still need a little time.")
    if look.next_year_waits:
        return _("This year is over. The next one begins when the trainer opens it.")
    return _in_talks(seen) if seen.talks_on else _after_talks(seen)


def _after_talks(seen: Seen) -> str:
    _ = seen.words
    if seen.view.get("phase") == "weather":
        return _("The year is coming.")
    return _("Decisions are taken now. Nobody sees them before the year is over.")


def _in_talks(seen: Seen) -> str:
    _, talk = seen.words, seen.talk
    if not seen.deals and not seen.mediates:
        return _("You watch and listen. Your work stands in your brief.")
    question = next((one for one in talk["asked"] if one["answer"] is None), None)
    if question:
        return _("{side} thinks about a question. Then the talks go on.", side=seen.seal(question["of"]).name)
    if talk["offer"]:
        return _about_offer(seen)
    if seen.look.seat in talk["passed"]:
        return _("You let your colleagues speak.")
    return _("{side} has the word. You can prepare your own offer meanwhile.", side=seen.seal(talk["speaking"]).name)


def _about_offer(seen: Seen) -> str:
    _, offer = seen.words, seen.talk["offer"]
    if offer["by"] == seen.look.seat:
        return _("Your offer lies on the table. The others think about it.")
    if offer["side"] == seen.side and offer["sponsor"] is None:
        return _("Your side's offer lies on the table. Somebody from another side has to stand behind it first.")
    if seen.mediates:
        return _("An offer lies on the table. The sides answer it.")
    return _("You have answered. The others still think about it.")
