"""How each activity is done by one person, by two, by a room, and on a call."""

from dastarkhan.content.pieces import Ways
from dastarkhan.languages import Words


def ways(_: Words) -> dict[str, Ways]:
    """By the activity's key on the page."""
    return {**_two_maps(_), **_deeper(_)}


def _two_maps(_: Words) -> dict[str, Ways]:
    return {
        "briefs": Ways(
            alone=_("Read one briefing, draw its map, then read the other. Make a pause between them."),
            pair=_("One takes the circle, one the square. Read silently, and do not show it yet."),
            room=_("Half of the tables get circles, half get squares, by the cards that they drew."),
            call=_("Two small rooms, one for each shape. Each opens its own briefing."),
        ),
        "map": Ways(
            alone=_("Draw the first map, and put it away. Draw the second as if you had not seen the first."),
            pair=_("Back to back, ten minutes. Nobody looks over a shoulder."),
            room=_("Three to five people draw one map. Before each line, one of them reads the sentence for it."),
            call=_("One shares the screen and draws. The others read sentences aloud."),
        ),
        "overlay": Ways(
            alone=_("Lay your two maps over each other, and answer in writing."),
            pair=_("Turn around, and lay the maps together. First each asks, then each tells."),
            room=_("A table of circles meets a table of squares. Both stand at one picture."),
            call=_("All come back into one room. Both maps appear, and silence comes before the first word."),
        ),
    }


def _deeper(_: Words) -> dict[str, Ways]:
    return {
        "statements": Ways(
            alone=_("Choose, read the reason, and say whether you see it differently."),
            pair=_("Both point at the same time. Talk when you differ."),
            room=_("Three corners: seen, felt, guessed. Pointing is as good as walking."),
            call=_("One, two or three fingers at the camera, or a letter in the chat."),
        ),
        "memories": Ways(
            alone=_("Read one line to its end, then the other. Then side by side."),
            pair=_("Each reads one memory aloud, day by day. Where one is silent, wait."),
            room=_("Two rows of cards on the floor. Walk along both."),
            call=_("Two voices read in turn, and the screen shows both lines."),
        ),
        "layers": Ways(
            alone=_("Place three sentences, then read what lies at the core."),
            pair=_("One asks “what for?” three times. The other answers as Gulnora or Oraz."),
            room=_("One table takes one person. At the end all read only the innermost sentences aloud."),
            call=_("Each small room takes one person, and brings back one need."),
        ),
        "connectors": Ways(
            alone=_("Take six cards, and look for one that can do both."),
            pair=_("Place the cards together. Keep those apart on which you differ."),
            room=_("One line on the floor, from “divides” to “connects”. Put each card where it belongs today."),
            call=_("The host reads, and each writes one word into the chat. All send at once."),
        ),
        "tree": Ways(
            alone=_("Ask of every card: was it there before, or did it come after?"),
            pair=_("One defends the root, one the branch. Then change."),
            room=_("Draw a trunk on a large sheet. Cards are stuck to it by hand."),
            call=_("One shares the tree. The others say where each card goes."),
        ),
        "doors": Ways(
            alone=_("Choose three doors, and write who would open them."),
            pair=_("Each names one door. The other asks whom it could frighten."),
            room=_("Each table chooses one door, and one person who is missing. Two sentences are enough."),
            call=_("Each small room brings one door, and says it in one sentence."),
        ),
    }
