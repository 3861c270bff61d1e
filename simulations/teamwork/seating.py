"""A seating that explains itself: what holds every table together, which rules gave way, and whether they had to."""

from dataclasses import dataclass
from enum import StrEnum

from simulations.teamwork.cards import Card, Gender, Meeting
from simulations.teamwork.rules import Rule


class Link(StrEnum):
    """What holds a table's talk together."""

    COMMON = "common"
    BRIDGE = "bridge"
    NONE = "none"


class Standing(StrEnum):
    """How a rule stands.

    Attributes
    ----------
    KEPT : everywhere.
    IMPOSSIBLE : proven: no seating at all keeps it better.
    OUTRANKED : proven: it could be kept better only at the cost of a more important rule.
    OPEN : a better seating was not found; that there is none is not proven.
    """

    KEPT = "kept"
    IMPOSSIBLE = "impossible"
    OUTRANKED = "outranked"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How well a seating keeps a rule.

    Attributes
    ----------
    rule : Rule
    amount : int
        What the rule counts; 0 when kept.
    tables : tuple of int
        Places of the tables where it is not kept, from 0.
    least : int
        Proven: no seating of these cards at these sizes counts less.
    standing : Standing
    """

    rule: Rule
    amount: int
    tables: tuple[int, ...]
    least: int
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Who sits at a table, and why it can work.

    Attributes
    ----------
    members : tuple of str
        Keys of cards.
    link : Link
        One language for all, a person who bridges, or neither.
    languages : tuple of (str, int)
        How many speak each language, the most spoken first.
    bridge : str or None
        For the trainer only: who shares a language with all the others, or with as many as can be. Ask the person
        first; whoever bridges works double. None when all have one language.
    cut_off : tuple of str
        With whom the bridge shares no language.
    sides : tuple of (str, int)
        How many sit for each side.
    women, men : int
        Of the cards that say so.
    lone : tuple of str
        The woman without another woman, the man without another man.
    new_people : tuple of (str, tuple of str)
        Whom each meets for the first time.
    met_before : tuple of (str, str)
        Pairs who sat together before.
    """

    members: tuple[str, ...]
    link: Link
    languages: tuple[tuple[str, int], ...]
    bridge: str | None
    cut_off: tuple[str, ...]
    sides: tuple[tuple[str, int], ...]
    women: int
    men: int
    lone: tuple[str, ...]
    new_people: tuple[tuple[str, tuple[str, ...]], ...]
    met_before: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """Groups, table by table. Truthy when every rule is kept.

    Attributes
    ----------
    tables : tuple of Table
        The largest first.
    findings : tuple of Finding
        One a rule, by importance.
    cards : tuple of Card
        By key.
    history : tuple of Meeting
        The former meetings that were looked at.
    proven : bool
        Whether it is proven that no seating is better.
    """

    tables: tuple[Table, ...]
    findings: tuple[Finding, ...]
    cards: tuple[Card, ...]
    history: tuple[Meeting, ...]
    proven: bool

    def __bool__(self) -> bool:
        return not self.relaxed

    @property
    def relaxed(self) -> tuple[Finding, ...]:
        """The rules that gave way, the least important first."""
        return tuple(finding for finding in reversed(self.findings) if finding.amount)

    @property
    def meeting(self) -> Meeting:
        """What the next meeting's groups need to know of this one."""
        bridges = tuple(table.bridge for table in self.tables if table.bridge is not None)
        return Meeting(tables=tuple(table.members for table in self.tables), bridges=bridges)

    def __getitem__(self, rule: Rule) -> Finding:
        return next(finding for finding in self.findings if finding.rule is rule)


def lone_of(cards: tuple[Card, ...]) -> tuple[str, ...]:
    """Return the keys of those without another of their own gender at a table."""
    found = ([card.key for card in cards if card.gender is gender] for gender in Gender)
    return tuple(keys[0] for keys in found if len(keys) == 1)
