"""What the welcome page lays out for trainers: guides to read, to rehearse and to print."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dastarkhan.guides import Guide, plan, plan_names
from dastarkhan.guides.programme_words import programme_title
from dastarkhan.guides.programmes import programme_names
from dastarkhan.guides.reading import parse, text_of
from dastarkhan.jupyter.guide_page import guide_file
from dastarkhan.jupyter.shelf import SOURCE_LANGUAGE
from dastarkhan.languages import Words
from dastarkhan.languages.near_home import regions
from dastarkhan.languages.paths import House
from dastarkhan.paper.guide_print import plan_title
from dastarkhan.paper.twins import lesson_named
from simulations.errors import KitError
from simulations.games import case_names, read_case
from simulations.table import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainerCard:
    """One guide on the welcome page.

    Attributes
    ----------
    number, title, aim : str
        Of the guide, in the language of the page where there is one.
    language : str
        That language; English where there is none.
    read, rehearse : str
        Addresses relative to the welcome page; ``rehearse`` is empty where there is no rehearsal.
    plans : tuple of tuple
        Name and title of each plan.
    rivers : tuple of tuple
        Name and title of each case that can be printed, with the people whom it is too near to.
    lesson : str
        The lesson whose own pack can be printed; empty where there is none.
    """

    number: str
    title: str
    aim: str
    language: str
    read: str
    rehearse: str
    plans: tuple[tuple[str, str], ...]
    rivers: tuple[tuple[str, str], ...]
    lesson: str


class ProgrammeLink(NamedTuple):
    """A programme on the welcome page: its name in the address, its title, and what it is for."""

    name: str
    title: str
    aim: str


def trainer_cards(root: Path, _: Words) -> tuple[TrainerCard, ...]:
    """Read the guides under `root`; one that cannot be read is left out, and ``dastarkhan check`` says why."""
    numbers = [path.stem.partition("_")[0] for path in House(root=root).guide_texts()]
    paths = [(number, guide_file(root, number, _.lang)) for number in numbers]
    guides = [(number, path, _read(path, path.stat().st_mtime_ns)) for number, path in paths if path]
    return tuple(_card(root, number, path.parent.name, guide, _) for number, path, guide in guides if guide)


@lru_cache(maxsize=64)
def _read(path: Path, modified_ns: int) -> Guide | None:
    """Read a guide once, since a quarter of a second is long for a first page; the time makes an edit seen at once."""
    return parse(text_of(path), str(path)).guide


def _card(root: Path, number: str, language: str, guide: Guide, _: Words) -> TrainerCard:
    rehearsal = rehearsal_file(root, number, _.lang)
    address = f"../voila/render/{rehearsal.relative_to(root).as_posix()}?language={_.lang}" if rehearsal else ""
    return TrainerCard(
        number=number,
        title=guide.title,
        aim=guide.aim,
        language=language,
        read=f"guide/{number}/?language={_.lang}",
        rehearse=address,
        rivers=tuple((name, _river(read_case(name), _)) for name in case_names("river")) if guide.roles else (),
        lesson=lesson_named(number) or "",
        plans=tuple((name, plan_title(plan(guide, name), _)) for name in plan_names(guide)),
    )


def programme_links(root: Path, _: Words) -> tuple[ProgrammeLink, ...]:
    """Name the programmes that can be printed; none where their file cannot be read, and the command says why."""
    try:
        names = programme_names(House(root=root))
    except KitError:
        return ()
    return tuple(ProgrammeLink(name, *programme_title(name, _)) for name in names)


def _river(case: Case, _: Words) -> str:
    title = _.case(case, "title")
    people = regions(case, _)
    return _("{river} – not for {people}", river=title, people=people) if people else title


def rehearsal_file(root: Path, number: str, language: str) -> Path | None:
    """Find the rehearsal of a guide, in this language or in English."""
    folders = (root / "facilitator_guides" / code for code in (language, SOURCE_LANGUAGE))
    return next((path for folder in folders if (path := folder / f"{number}_rehearsal.ipynb").exists()), None)


def tool_address(root: Path, name: str, language: str) -> str:
    """Say where a tool without a number, such as the debrief, opens as a page, relative to the welcome page.

    Empty where there is none.
    """
    folders = (root / "modules" / code for code in (language, SOURCE_LANGUAGE))
    found = next((path for folder in folders if (path := folder / f"{name}.ipynb").exists()), None)
    return f"../voila/render/{found.relative_to(root).as_posix()}?language={language}" if found else ""
