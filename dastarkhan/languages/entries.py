"""An entry: one text for translators, and how entries of one catalog are brought together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from simulations.errors import KitError


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text of a catalog.

    Parameters
    ----------
    text : str
        The English text, singular when there are two.
    file : str
        Where it comes from, inside the kit. Line numbers would change with every edit, so there are none.
    plural : str
        The English text for many, or empty.
    context : str
        What tells equal texts apart: a cell id, a key of a case, the code of an error; or empty.
    note : str
        What kind of text it is, for the translator and for the gate.
    fills : bool
        Whether ``{braces}`` in it are filled with values.
    """

    text: str
    file: str
    plural: str = ""
    context: str = ""
    note: str = ""
    fills: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What makes it one entry in a catalog."""
        return (self.context, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """An entry together with every file that uses it."""

    entry: Entry
    files: tuple[str, ...]


def merged(entries: Iterable[Entry]) -> tuple[Entries, ...]:
    """Bring equal texts together, in the order in which they first appear.

    Raises
    ------
    KitError
        ``languages.two_plurals`` when one singular has two plurals.
    """
    found: dict[tuple[str, str], Entries] = {}
    for entry in entries:
        known = found.get(entry.key)
        if known is None:
            found[entry.key] = Entries(entry=entry, files=(entry.file,))
            continue
        if entry.plural and known.entry.plural and entry.plural != known.entry.plural:
            raise KitError("languages.two_plurals", file=entry.file, text=entry.text)
        both = replace(known.entry, plural=known.entry.plural or entry.plural, fills=known.entry.fills or entry.fills)
        found[entry.key] = Entries(entry=both, files=tuple(dict.fromkeys((*known.files, entry.file))))
    return tuple(found.values())
