"""The stuck sluice: what everybody knows, two honest briefings, and what a third person could look up."""

from dastarkhan.content.conflict_analysis.parts import MILL, WILLOW
from dastarkhan.languages import Words


def about(_: Words) -> str:
    """What both sides would sign."""
    return _(
        "At one sluice the canal parts, for the gardens of Mill and for those of Willow. "
        "A wooden board turns the water: three nights to each town. "
        "Since May the board sticks. On two Fridays Willow's water came late."
    )


def briefs(_: Words) -> dict[str, tuple[str, ...]]:
    """By side: what is told at its own tables."""
    return {MILL: _of_mill(_), WILLOW: _of_willow(_)}


def _of_mill(_: Words) -> tuple[str, ...]:
    return (
        _("You listen to the gardeners of Mill. Gulnora tells it like this."),
        _(
            "“In May the board began to stick. Karim could not come any more, and nobody had taken his place. "
            "So Timur went, at two in the morning, and nobody had asked him to."
        ),
        _(
            "The old wood was about to split. He put a stone under it, so that it would hold until it is mended. "
            "Karim had taught him that."
        ),
        _(
            "Madina wrote to Willow about a new board, half and half. Bakyt took the letter along on his bus. "
            "There was no answer, for three weeks. We felt like people who talk to a wall."
        ),
        _(
            "One night the stone was gone, and the board is cracked now. "
            "At the canal Davron shouted at Timur, in front of all. Timur has not slept well since."
        ),
        _(
            "We still bring our tomatoes to Anora's teahouse, and our crates to Bakyt's bus. "
            "And we need Willow's people for the spring cleaning, as they need us. But somebody must say sorry first.”"
        ),
    )


def _of_willow(_: Words) -> tuple[str, ...]:
    return (
        _("You listen to the gardeners of Willow. Davron tells it like this."),
        _(
            "“On two Fridays our water came at two in the morning, and not at ten in the evening. "
            "The last gardens of the row stayed dry. My melons had flowers then."
        ),
        _(
            "Zuhra waited alone at the furrow, with a torch and her books. "
            "In the second week she walked up to the sluice. There was a stone under the board, so she took it out. "
            "She was afraid, and then she was angry."
        ),
        _(
            "Nobody had told us anything, not even Gulnora. We would have helped. "
            "We think nobody even asked Karim, and he knows that board like his own hand."
        ),
        _(
            "At the canal I was loud with Timur, and I am not proud of it. A man with dry melons is not at his best. "
            "But it was our night."
        ),
        _(
            "Madina's book has always been fair, and we pay on the day. Anora keeps tea warm for Zuhra. "
            "Bakyt drives Mill's crates as before. And we clean the canal together, for nobody can do it alone. "
            "But somebody must say what the stone was for.”"
        ),
    )


def record(_: Words) -> tuple[str, ...]:
    """What stands in books and lists; it comes after the two maps."""
    return (
        _("The book at the sluice: on 7 May, a Wednesday, the board stuck for the first time, in a night of Mill."),
        _("The keeper's hut: since 20 March nobody is written down as minding the board."),
        _("The school's letter box: Madina's letter, stamped on 12 May. The school was closed until 2 June."),
        _("The list of telephone numbers for the canal is four years old. Five of its nine numbers are dead."),
        _("The board: it was made to last for eleven summers, and this is its fourteenth."),
    )


def meet(_: Words) -> str:
    """Where the needs of both sides touch."""
    return _("Both want to sleep at night, and to know on Thursday what will come on Friday.")
