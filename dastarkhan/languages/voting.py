"""Is a catalog in its language? Long texts one by one, short ones in blocks, because few letters prove nothing."""

from collections.abc import Iterator, Sequence

from dastarkhan.languages.faults import Fault, short
from dastarkhan.languages.identifiers import voters, votes_against
from dastarkhan.languages.registry import Language
from dastarkhan.languages.spelling import prose
from simulations.errors import KitError

LONG, MIDDLE, BLOCK = 40, 20, 10  # letters, letters, texts

Pair = tuple[str, str]  # English, translation


def left_out() -> bool:
    """Whether nobody is there to vote."""
    return not voters()


def votes(pairs: Sequence[Pair], file: str, language: Language) -> Iterator[Fault]:
    """Vote on every text of one catalog.

    Parameters
    ----------
    pairs : sequence of (str, str)
        English text and translation, in the order of the file.
    file : str
        What to call the catalog in the faults.
    language : Language
        What it should be in.

    Yields
    ------
    Fault
        Grave from 40 letters on and for blocks; from 20 to 39 letters only to be looked at.
    """
    brief: list[tuple[str, str]] = []
    for source, translation in pairs:
        text = _plain(translation)
        if _letters(text) < MIDDLE:
            brief.append((source, text))
        elif against := votes_against(text, language):
            error = KitError("languages.other_language", language=language.name, value=", ".join(against))
            yield Fault(error=error, file=file, entry=short(source), grave=_letters(text) >= LONG)
    yield from _blocks(brief, file, language)


def _blocks(brief: Sequence[Pair], file: str, language: Language) -> Iterator[Fault]:
    """Vote on short texts about ten at a time; a rest that is too short for a sound vote joins the block before it."""
    count = max(1, len(brief) // BLOCK)
    for index in range(count):
        block = brief[index * BLOCK : (index + 1) * BLOCK if index < count - 1 else None]
        text = ". ".join(translation for _, translation in block)
        if _letters(text) >= LONG and (against := votes_against(text, language)):
            error = KitError(
                "languages.other_language_block", n=len(block), language=language.name, value=", ".join(against)
            )
            yield Fault(error=error, file=file, entry=short(block[0][0]))


def _plain(translation: str) -> str:
    return " ".join("".join(" " if sign in "*_#>|`[]()~=+\\" else sign for sign in prose(translation)).split())


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)
