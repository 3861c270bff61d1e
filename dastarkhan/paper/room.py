"""What all pages of a pack ask for: the case, the tables, the numbers, and the words of each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dastarkhan.languages import Words, words
from dastarkhan.paper.page import Block, seal
from dastarkhan.paper.seating import PaperTable, Person, SpokenRoom, seating
from dastarkhan.paper.sheets import Sheets, StressSheet, sheets_of, stress_sheet
from dastarkhan.pictures import party_looks
from simulations.table import Case

LESSON = "lesson_11"
GUIDE = "guide_11"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room(SpokenRoom):
    """A room full of tables.

    Attributes
    ----------
    case : Case
    people : mapping of str to int
        How many people read each language; the trainers' language first.
    tables : tuple of PaperTable
    sheets : Sheets
    stress : StressSheet
    speakers : mapping of str to Words
    """

    case: Case
    people: Mapping[str, int]
    tables: tuple[PaperTable, ...] = field(init=False)
    sheets: Sheets = field(init=False)
    stress: StressSheet = field(init=False)
    speakers: Mapping[str, Words] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", seating(self.case, self.people))
        object.__setattr__(self, "sheets", sheets_of(self.case))
        object.__setattr__(self, "stress", stress_sheet(self.case))
        object.__setattr__(self, "speakers", {lang: words(lang, LESSON, GUIDE) for lang in self.people})

    def title(self, lang: str) -> str:
        """Return what the river is called."""
        return self.speakers[lang].case(self.case, "title")

    def side(self, side: str, lang: str) -> str:
        """Return what a side is called."""
        return self.speakers[lang].case(self.case, f"sides.{side}.name")

    def letter(self, side: str, lang: str) -> str:
        """Return the letter of a side."""
        return self.speakers[lang].case(self.case, f"sides.{side}.letter")

    def weather(self, card: str, lang: str) -> str:
        """Return what a card, or an inject in its place, is called."""
        kind = "cards" if card in self.case.cards else "injects"
        return self.speakers[lang].case(self.case, f"{kind}.{card}.name")

    def term(self, term: str, lang: str) -> str:
        """Return what a term is called."""
        return self.speakers[lang].case(self.case, f"terms.{term}.title")

    def option(self, term: str, option: int, lang: str) -> str:
        """Return what an option of a term says."""
        return self.speakers[lang].case(self.case, f"terms.{term}.options.{option}")

    def seal(self, side: str, lang: str) -> Block:
        """Return the sign of a side, or of no side."""
        looks = party_looks(self.case, self.speakers[lang])
        if side not in self.case.sides:
            return seal("", "none")
        return seal(looks[side].letter, "plain" if not looks[side].pattern else "stripes")

    def shape(self, side: str) -> str:
        """Return which door card sits on a side: whoever lives nearer to a beginning sits downstream."""
        return "triangle" if side == upstream(self.case) else "circle"

    def foot(self, lang: str, table: int | None = None, *, about: str = "") -> str:
        """Return the line at the bottom of a page."""
        _ = self.speakers[lang]
        whose = _("for the trainers") if table is None else _("table {n}", n=table)
        return " · ".join(part for part in (self.title(lang), whose, about) if part)

    def everybody(self) -> tuple[tuple[PaperTable, Person], ...]:
        """Return every person with the table."""
        return tuple((table, person) for table in self.tables for person in table.people)


def upstream(case: Case) -> str:
    """Return the side that meets the water first: whose places have fewer others above them, on average.

    Examples
    --------
    >>> from simulations.games import read_case
    >>> [upstream(read_case(name)) for name in ("ayna", "bell", "heron", "swallow")]
    ['springs', 'terraces', 'poplars', 'birches']
    """
    import networkx as nx

    basin = case.basin
    graph = nx.DiGraph([(arc["from"], arc["to"]) for arc in basin["arcs"]])

    def height(side: str) -> float:
        own = [name for name, node in basin["nodes"].items() if node["side"] == side and node["kind"] != "source"]
        above = [len(nx.ancestors(graph, name)) for name in own if name in graph]
        return sum(above) / len(above) if above else float("inf")

    return str(min(case.sides, key=height))
