"""A case: who sits at the table, what is at stake, what each keeps to itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from simulations.table.plain import canonical, freeze_mapping, sha256, thaw


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case as plain, frozen data; two cases are equal when their SHA-256 is.

    Parameters
    ----------
    data : mapping
        The whole case, JSON-plain. Games look up what they need; only `text` holds prose.

    Attributes
    ----------
    sha256 : str
        Of the canonical JSON of `data`; a record carries it.

    Examples
    --------
    >>> case = Case(data={"id": "pie", "game": "pie", "seats": {"north": {}, "south": {}}})
    >>> case.id, list(case.seats)
    ('pie', ['north', 'south'])
    """

    data: Mapping[str, Any] = field(compare=False)
    sha256: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        frozen = freeze_mapping(self.data)
        object.__setattr__(self, "data", frozen)
        object.__setattr__(self, "sha256", sha256(canonical(frozen)))

    def __reduce__(self) -> tuple[Any, ...]:
        return _from_plain, (thaw(self.data),)  # read-only mappings cannot travel to another process

    @property
    def id(self) -> str:
        """Slug of the case, also the name of its catalog."""
        return str(self.data["id"])

    @property
    def game(self) -> str:
        """Name of the game that plays it, a key of ``simulations.games.GAMES``."""
        return str(self.data["game"])

    @property
    def language(self) -> str:
        """Language code of `text`."""
        return str(self.data.get("language", "en"))

    @property
    def not_for(self) -> tuple[str, ...]:
        """Groups whose home the case is too near to."""
        return tuple(self.data.get("not_for", ()))

    @property
    def text(self) -> Mapping[str, str]:
        """The only prose, by dotted key; models never read it."""
        return self._table("text")

    @property
    def sides(self) -> Mapping[str, Any]:
        """The sides of the table, by id."""
        return self._table("sides")

    @property
    def seats(self) -> Mapping[str, Any]:
        """The seats that the case offers, by id."""
        return self._table("seats")

    @property
    def decisions(self) -> Mapping[str, Any]:
        """What a side decides by itself, by id."""
        return self._table("decisions")

    @property
    def cards(self) -> Mapping[str, Any]:
        """What nature may bring in a year, by id."""
        return self._table("cards")

    @property
    def terms(self) -> Mapping[str, Any]:
        """What an agreement may speak about, by id."""
        return self._table("terms")

    @property
    def injects(self) -> Mapping[str, Any]:
        """What the facilitator may bring in, by id."""
        return self._table("injects")

    @property
    def basin(self) -> dict[str, Any]:
        """A fresh copy of the ``[basin]`` table, made of dicts and lists."""
        return cast(dict[str, Any], thaw(self._table("basin")))

    def _table(self, name: str) -> Mapping[str, Any]:
        return cast(Mapping[str, Any], self.data.get(name, {}))


def _from_plain(data: Mapping[str, Any]) -> Case:
    return Case(data=data)
