"""README and the other pages: what they name exists, what they tell to type works."""

import functools
import re
import tomllib
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from ratios import RACES

from dastarkhan.cli import build_parser
from dastarkhan.languages import words

KIT = Path(__file__).resolve().parents[1]
NOT_OURS = {".git", ".venv", "node_modules", "my_work", ".hypothesis", ".pytest_cache", "data"}


@functools.cache
def pages() -> tuple[Path, ...]:
    found = (path for path in KIT.rglob("*.md") if not set(path.relative_to(KIT).parts) & NOT_OURS)
    return tuple(sorted(path for path in found if "tests" not in path.relative_to(KIT).parts))


@functools.cache
def readme() -> str:
    return (KIT / "README.md").read_text(encoding="utf-8")


def links(page: Path) -> list[str]:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [found.strip("<>") for found in re.findall(r"\]\(([^)\s]+)\)", text)]


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def commands() -> set[str]:
    parser = build_parser(words("en"))
    (action,) = (action for action in parser._actions if action.dest == "command")
    assert action.choices is not None
    return set(action.choices)


def test_there_are_pages() -> None:
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"} <= {path.name for path in pages()}
    assert KIT / "docs" / "setup.md" in pages()


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(KIT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        if "://" not in link and not link.startswith("mailto:"):
            place, _, anchor = link.partition("#")
            target = (page.parent / unquote(place)).resolve() if place else page
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(KIT)))
def test_commands_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    typed = re.findall(r"(?:python3 start\.py|py start\.py|(?<=`)dastarkhan) ([a-z]+)", text)
    assert set(typed) <= commands() | {"test"}


def test_readme_is_short_and_begins_with_two_commands() -> None:
    assert len(readme().splitlines()) <= 140
    (first, *_) = re.findall(r"```\n(.*?)```", readme(), re.DOTALL)
    assert first.splitlines() == ["python3 start.py", "python3 start.py test"]


def test_readme_is_honest() -> None:
    assert "tried with participants yet" in readme()
    assert "Drafted by machine" in readme()


def test_every_command_stands_in_the_readme() -> None:
    for command in commands():
        assert f"`python3 start.py {command}" in readme(), command


@pytest.mark.parametrize(("folder", "pattern"), [("modules", "*.ipynb"), ("facilitator_guides", "*.md")])
def test_the_table_links_to_every_language(folder: str, pattern: str) -> None:
    there = {path.relative_to(KIT).as_posix() for path in (KIT / folder).glob(f"*/{pattern}")}
    assert there
    table = readme().split("## Lessons")[1].split("\n## ")[0]
    assert set(re.findall(rf"\]\(({folder}/[^)]+)\)", table)) == there


def test_the_map_of_folders_is_complete() -> None:
    table = readme().split("## Where things are")[1].split("\n## ")[0]
    named = set(re.findall(r"^\| \[([^\]]+)\]", table, re.MULTILINE))
    kept = {path.name for path in KIT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    made = {"my_work", "build", "dist"} | {name for name in kept if name.endswith(".egg-info") or name[:2] == "__"}
    assert kept - made <= named
    assert all((KIT / name).is_dir() for name in named)


def test_badges_open_a_page_a_notebook_and_the_lab() -> None:
    project = tomllib.loads((KIT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    home = urlsplit(project["urls"]["Repository"])
    assert home.netloc == "github.com"
    badges = [urlsplit(link) for link in links(KIT / "README.md") if "mybinder" in link]
    assert {badge.path for badge in badges} == {f"/v2/gh{home.path}/main"}
    doors = [parse_qs(badge.query)["urlpath"][0] for badge in badges]
    assert [door.split("modules/")[0] for door in doors] == ["voila/render/", "doc/tree/", "lab"]
    for door in doors[:2]:
        assert (KIT / door[door.index("modules/") :]).is_file(), door


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(KIT)))
def test_the_public_address_stands_in_one_place(page: Path) -> None:
    project = tomllib.loads((KIT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    home = urlsplit(project["urls"]["Repository"]).path.strip("/")
    for owner in re.findall(r"(?:gh/|github\.com/)([\w-]+/dastarkhan)\b", page.read_text(encoding="utf-8")):
        assert owner == home


def test_changelog_knows_the_version() -> None:
    project = tomllib.loads((KIT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    titles = re.findall(r"^## \[([^\]]+)\]", (KIT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert titles[0] == "Unreleased"
    assert titles == ["Unreleased"] or titles[1] == project["version"]


def test_licences_are_whole() -> None:
    code = (KIT / "LICENSE").read_text(encoding="utf-8")
    content = (KIT / "LICENSE-CONTENT").read_text(encoding="utf-8")
    assert "Apache License" in code
    assert "END OF TERMS AND CONDITIONS" in code
    assert content.startswith("Attribution 4.0 International\n")
    assert all(f"Section {number} -- " in content for number in range(1, 9))


def test_pre_commit_fetches_nothing() -> None:
    import yaml

    (only,) = yaml.safe_load((KIT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert only["repo"] == "local"
    assert {hook["language"] for hook in only["hooks"]} == {"system"}
    assert {hook["id"] for hook in only["hooks"]} == {"ruff", "mypy", "house"}


def test_ci_is_a_script_that_calls_the_readmes_command() -> None:
    script = KIT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    text = script.read_text(encoding="utf-8")
    assert '"$python" start.py test' in text
    assert "export DASTARKHAN_BROWSER" in text
    stages = re.findall(r"^(?:setting_up=1 )?stage (\w+) ", text, re.MULTILINE)
    wanted = "packages setup tests browser lint types doctests notebooks slow benchmarks"
    assert stages == wanted.split()


def test_ci_runs_every_benchmark() -> None:
    text = (KIT / ".ci" / "run").read_text(encoding="utf-8")
    told = (KIT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    page = (KIT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    files = (KIT / "benchmarks").glob("*.py")
    found = {path.stem for path in files if "__main__" in path.read_text(encoding="utf-8")} - {"ratios"}
    assert RACES
    for name in found:
        assert f"`python benchmarks/{name}.py`" in told
        assert f"## {name}\n" in page if name in RACES else f"{name}.py" in text
    assert "ratios.py --check" in text
