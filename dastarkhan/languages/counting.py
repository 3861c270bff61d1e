"""How far each language is, catalog by catalog."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from dastarkhan.languages import po_files
from dastarkhan.languages.paths import House
from dastarkhan.languages.registry import LANGUAGES
from dastarkhan.languages.templates import gather


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The state of one catalog against the English source of now.

    Parameters
    ----------
    language, domain : str
        Which catalog.
    texts : int
        Entries that the source holds.
    finished : int
        Of these, translated and not fuzzy.
    fuzzy : int
        Of these, to be looked at again.
    exists : bool
        Whether there is a catalog at all.
    signed : str
        The native reader who has checked it; empty while it is a machine's draft.
    """

    language: str
    domain: str
    texts: int
    finished: int
    fuzzy: int
    exists: bool
    signed: str

    def plain(self) -> dict[str, object]:
        """Give it as plain data for ``--json``."""
        return asdict(self)


def counts(house: House) -> Iterator[Count]:
    """Count every domain in every language but English; what the templates on disk say does not matter."""
    gathered = gather(house)
    for code in LANGUAGES:
        if code == "en":
            continue
        for domain, entries in gathered.items():
            path = house.locales / code / f"{domain}.po"
            wanted = {one.entry.key for one in entries}
            catalog = po_files.read(path) if path.exists() else po_files.empty()
            known = [entry for entry in catalog if not entry.obsolete]
            current = [entry for entry in known if (entry.msgctxt or "", entry.msgid) in wanted]
            yield Count(
                language=code, domain=domain, texts=len(wanted), exists=path.exists(),
                finished=sum(po_files.is_finished(entry) for entry in current),
                fuzzy=sum(entry.fuzzy for entry in current),
                signed=catalog.metadata.get(po_files.SIGNED, ""),
            )  # fmt: skip
