"""How each activity is done alone, by two, by a room and on a call."""

from collections.abc import Mapping

from dastarkhan.content.pieces import Ways
from dastarkhan.languages import Words


def ways(_: Words) -> Mapping[str, Ways]:
    """By the key of the activity."""
    return {**_first_half(_), **_second_half(_)}


def _first_half(_: Words) -> dict[str, Ways]:
    return {
        "place": Ways(
            alone=_("Read a situation, choose the level, and then the step."),
            pair=_("Point at the same time, and then tell each other which word you saw."),
            room=_("Nine sheets along a wall. People walk to a step, or show it with fingers."),
            call=_("Write the number into the chat, all at once on a sign."),
        ),
        "bad_line": Ways(
            alone=_("The machine is the other side. It answers what it heard."),
            pair=_("Pass the device to and fro. It garbles, and keeps the stairs hidden."),
            room=_("Tables of six: two sides, and messengers with ten slips and a pencil."),
            call=_("Two small rooms. A messenger goes between them, and reads aloud what arrived."),
        ),
        "walks": Ways(
            alone=_("Write down a guess, then look. Change one number at a time."),
            pair=_("Each guesses for one picture. Then exchange what surprised you."),
            room=_("Guess with your hands, low or high. Then look at the wall together."),
            call=_("Guess in the chat before the screen is shared."),
        ),
        "one_sentence": Ways(
            alone=_("Choose, read the reason, and say the sentence aloud."),
            pair=_("One reads the three sentences, the other says how each would feel."),
            room=_("Read three sentences. People take a step up or down, or stay."),
            call=_("Thumb up, flat hand or thumb down, with the camera or in words."),
        ),
    }


def _second_half(_: Words) -> dict[str, Ways]:
    return {
        "helpers": Ways(
            alone=_("Try two kinds of help for each step. Often more than one fits."),
            pair=_("One asks for help, the other offers a kind of it. Would you accept?"),
            room=_("Six sheets with help. People walk to the one that they would want."),
            call=_("Write the name of a help into the chat, and one word why."),
        ),
        "signs": Ways(
            alone=_("Sort the twelve, and then write five signs of your own."),
            pair=_("Exchange your five signs, and tick those that could be counted."),
            room=_("Three corners: sign, noise, ask first. Nobody collects what is written."),
            call=_("One finger, two or three. Five own signs stay on one's own paper."),
        ),
        "rumour": Ways(
            alone=_("Read the six sentences aloud, each in another voice."),
            pair=_("Read by turns. Stop where you would have asked."),
            room=_("Six readers stand in a row. The others clap once where it turned."),
            call=_("Six people read aloud. Then the chat writes one answer together."),
        ),
    }
