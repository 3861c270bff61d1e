"""A fault in a catalog: which file, which entry, what is wrong."""

from dataclasses import dataclass

from simulations.errors import KitError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that a translator has to mend (grave) or look at again.

    Parameters
    ----------
    error : KitError
        Code and values; `dastarkhan.languages.say` makes the sentence.
    file : str
        The catalog, as ``locales/kk/kit.po``.
    entry : str
        English text of the entry, shortened; empty when the fault is in the header.
    grave : bool
        Whether it stops the build.
    """

    error: KitError
    file: str
    entry: str
    grave: bool = True


def short(text: str, width: int = 60) -> str:
    """Shorten a text to one line.

    Examples
    --------
    >>> short("one\\ntwo", 6)
    'one t…'
    """
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
