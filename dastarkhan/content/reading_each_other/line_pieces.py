"""What a message for the phone line is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What a piece becomes, and in which way: ``"sharper"`` or ``"fitted"``. After the last slip it is left out."""

    way: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence of a message, and what becomes of it, one step after another."""

    key: str
    says: str
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMessage:
    """A message that goes over the line.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    sender : str
        The side that it comes from, ``"mill"`` or ``"willow"``: from Aigul to Rustam, or from Rustam to Aigul.
    title : str
        In a few words.
    stake : str
        Why it matters to whoever waits for it.
    pieces : tuple of Piece
        In the order said. Each is a sentence of its own, in every language.
    heart : str
        Key of the piece that must not get lost.
    added : tuple of str
        What may be heard at the end though nobody has sent it.
    """

    key: str
    sender: str
    title: str
    stake: str
    pieces: tuple[Piece, ...]
    heart: str
    added: tuple[str, ...]


def piece(key: str, says: str, *slips: tuple[str, str]) -> Piece:
    """Make a piece from its ways and texts."""
    return Piece(key=key, says=says, slips=tuple(Slip(way=way, text=text) for way, text in slips))
