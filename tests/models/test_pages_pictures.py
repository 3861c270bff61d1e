"""The pages' pictures are drawn from the models, and every page of a drawn topic shows its own."""

import re
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
DRAW = DOCS / "models" / "draw.py"


def test_every_picture_is_drawn_and_shown(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-W", "error::UserWarning", str(DRAW), str(tmp_path)], check=True)
    assert done.returncode == 0
    drawn = {path.name: path for path in tmp_path.glob("model_*.png")}
    assert len(drawn) >= 4
    for name, path in drawn.items():
        page = DOCS / "models" / f"{name.removeprefix('model_').removesuffix('.png')}.md"
        assert re.search(rf"!\[.+\]\(\.\./pictures/{re.escape(name)}\)", page.read_text(encoding="utf-8")), page
        assert (DOCS / "pictures" / name).read_bytes()[:8] == path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
        assert path.stat().st_size < 300_000
    assert {path.name for path in (DOCS / "pictures").glob("model_*.png")} == set(drawn)


def test_no_page_waits_for_a_picture() -> None:
    pages = list((DOCS / "models").glob("*.md"))
    assert pages
    assert not [page.name for page in pages if "<!-- picture" in page.read_text(encoding="utf-8")]
