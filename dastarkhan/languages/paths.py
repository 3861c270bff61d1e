"""Where things live: sources, templates, catalogs, and what people make."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dastarkhan.languages.registry import Language


def kit_root() -> Path:
    """Folder that holds ``dastarkhan/``, ``modules/`` and ``locales/``."""
    return Path(__file__).resolve().parents[2]


def home() -> Path:
    """Folder of the person's work: DASTARKHAN_HOME, else ``my_work`` in the kit, else ``~/dastarkhan``."""
    if chosen := os.environ.get("DASTARKHAN_HOME"):
        return Path(chosen)
    kit = kit_root()
    inside = kit / "my_work"
    return inside if os.access(inside if inside.exists() else kit, os.W_OK) else Path.home() / "dastarkhan"


def catalog_folders() -> tuple[Path, ...]:
    """Folders of catalogs, the winning one first: ``DASTARKHAN_LOCALES`` (a translator's trial), then the kit's."""
    trial = os.environ.get("DASTARKHAN_LOCALES")
    own = kit_root() / "locales"
    return (Path(trial), own) if trial else (own,)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The folders of one copy of the kit; tests build small ones of their own."""

    root: Path

    @property
    def locales(self) -> Path:
        """Catalogs, a folder a language."""
        return self.root / "locales"

    @property
    def templates(self) -> Path:
        """What translators start from: one ``.pot`` a domain, committed."""
        return self.locales / "templates"

    @property
    def modules(self) -> Path:
        """Lessons, a folder a language."""
        return self.root / "modules"

    @property
    def guides(self) -> Path:
        """Facilitator guides, a folder a language."""
        return self.root / "facilitator_guides"

    def lessons(self) -> tuple[Path, ...]:
        """English notebooks, in the order of their numbers."""
        return tuple(sorted((self.modules / "en").glob("*.ipynb")))

    def guide_texts(self, language: str = "en") -> tuple[Path, ...]:
        """Guides of a language, in the order of their numbers; that of a tool, such as the debrief, comes last."""
        return tuple(sorted((self.guides / language).glob("*.md")))

    def rehearsals(self) -> tuple[Path, ...]:
        """English rehearsals of guides, in the order of their numbers."""
        return tuple(sorted((self.guides / "en").glob("*.ipynb")))

    def cases(self) -> tuple[Path, ...]:
        """Case files."""
        return tuple(sorted((self.root / "simulations" / "cases").glob("*.toml")))

    def catalogs(self, language: Language) -> tuple[Path, ...]:
        """The ``.po`` files of one language."""
        return tuple(sorted((self.locales / language.code).glob("*.po")))

    def sources(self) -> Iterator[Path]:
        """Python files and page templates of ``dastarkhan/``, in a stable order."""
        package = self.root / "dastarkhan"
        found = [path for pattern in ("*.py", "*.html", "*.j2") for path in package.rglob(pattern)]
        return iter(sorted(set(found), key=lambda path: path.relative_to(package).as_posix()))

    def relative(self, path: Path) -> str:
        """Path inside the kit with forward slashes, as catalogs cite it."""
        return path.relative_to(self.root).as_posix()


def own_house() -> House:
    """The copy of the kit that is running."""
    return House(root=kit_root())
