"""What all pages of a lesson's pack ask for: the people, their languages, the tables, and the lesson's guide."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dastarkhan.guides import Guide, read_guide
from dastarkhan.languages import Words, words
from dastarkhan.paper.seating import FEWEST, MOST, SpokenRoom
from simulations.errors import KitError
from simulations.teamwork import table_sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRoom(SpokenRoom):
    """A room in which a lesson without a case is held.

    Attributes
    ----------
    slug : str
        The lesson's notebook, such as ``"00_welcome"``.
    people : mapping of str to int
        How many people read each language; the trainers' language first.
    guide : Guide
        In English; `told` says its texts in a language of the room.
    tables : tuple of int
        How many people sit at each table.
    speakers : mapping of str to Words

    Raises
    ------
    KitError
        ``paper.people`` for fewer than 4 or more than 60 people.
    """

    slug: str
    people: Mapping[str, int]
    guide: Guide = field(init=False)
    tables: tuple[int, ...] = field(init=False)
    speakers: Mapping[str, Words] = field(init=False)

    def __post_init__(self) -> None:
        if not FEWEST <= self.n_people <= MOST:
            raise KitError("paper.people", value=self.n_people, allowed=f"{FEWEST} – {MOST}")
        number = self.number
        guide = read_guide(number)
        size = guide.group.table_size
        found = table_sizes(self.n_people, least=size.min, most=size.max, ideal=size.ideal)
        object.__setattr__(self, "guide", guide)
        object.__setattr__(self, "tables", found.sizes)
        spoken = {lang: words(lang, f"lesson_{number}", f"guide_{number}") for lang in self.people}
        object.__setattr__(self, "speakers", spoken)

    @property
    def number(self) -> str:
        """What the slug begins with."""
        return self.slug.partition("_")[0]

    @property
    def n_people(self) -> int:
        """All people together."""
        return sum(self.people.values())

    def told(self, lang: str, text: str, context: str) -> str:
        """Say a text of the guide in a language; `context` is its key without numbers."""
        return self.speakers[lang].marked(text, context=context)

    def foot(self, lang: str, about: str = "") -> str:
        """Return the line at the bottom of a page."""
        return " · ".join(part for part in (self.told(lang, self.guide.title, "title"), about) if part)
