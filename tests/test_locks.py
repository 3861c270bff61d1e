"""The locks, environment.yml and Binder's recipe: everything fetched is known beforehand, and they agree."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

KIT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")
SYSTEMS = ("x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin", "x86_64-manylinux_2_28")
PYTHONS = ("3.11", "3.12", "3.13")
DEVELOPERS_ONLY = {"playwright", "jupyter-repo2docker", "pytest", "mypy", "psycopg", "lingua-language-detector", "pywr",
                   "pycld2", "py3langid", "distributed"}  # fmt: skip


@cache
def locked(name: str) -> tuple[tuple[Requirement, tuple[str, ...]], ...]:
    """Every requirement of a lock with its hashes."""
    text = (KIT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            requirement, *hashes = re.split(r"\s+--hash=", line.strip())
            found.append((Requirement(requirement), tuple(hashes)))
    return tuple(found)


def versions(name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for requirement, _ in locked(name):
        (pin,) = requirement.specifier
        found.setdefault(canonicalize_name(requirement.name), set()).add(pin.version)
    return found


@cache
def project() -> dict[str, Any]:
    return tomllib.loads((KIT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def environment() -> dict[str, Any]:
    recipe = yaml.safe_load((KIT / "environment.yml").read_text(encoding="utf-8"))
    assert isinstance(recipe, dict)
    return recipe


def bounds(lines: list[str]) -> dict[str, SpecifierSet]:
    return {canonicalize_name(Requirement(line).name): Requirement(line).specifier for line in lines}


def from_pip() -> list[str]:
    """What environment.yml leaves to pip."""
    (lines,) = (line["pip"] for line in environment()["dependencies"] if isinstance(line, dict))
    return list(lines)


def conda_bounds() -> dict[str, SpecifierSet]:
    """Bounds of environment.yml under the names that pip knows."""
    lines = [line for line in environment()["dependencies"] if isinstance(line, str)]
    found = bounds([line for line in from_pip() if line != "-e ."])
    for line in lines:
        name, bound = re.fullmatch(r"([\w.-]+?)((?:[<>=!]=?|=).*)?", line).groups()  # type: ignore[union-attr]
        if name not in ("python", "pip"):
            found[canonicalize_name(name.removesuffix("-base"))] = SpecifierSet(bound or "")
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_part_is_pinned_and_has_its_hash(name: str) -> None:
    assert len(locked(name)) > 100
    for requirement, hashes in locked(name):
        assert [pin.operator for pin in requirement.specifier] == ["=="], requirement
        assert requirement.url is None
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), requirement


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host(name: str) -> None:
    for line in (KIT / name).read_text(encoding="utf-8").splitlines():
        assert not re.match(r"\s*-(?!-hash=)", line), line
        assert "://" not in line
    assert "see CONTRIBUTING.md" in (KIT / name).read_text(encoding="utf-8")


def test_what_tests_run_is_what_people_run() -> None:
    """The same versions and files; a test tool may ask for a part on systems where the kit does without."""
    tested = {(one.name, one.specifier, hashes): one.marker for one, hashes in locked(LOCKS[1])}
    for one, hashes in locked(LOCKS[0]):
        assert tested[one.name, one.specifier, hashes] in (one.marker, None), one


def test_the_kit_gets_nothing_that_only_developers_need() -> None:
    assert not DEVELOPERS_ONLY & set(versions(LOCKS[0]))
    assert "pywr" not in versions(LOCKS[1])
    assert "setuptools" in versions(LOCKS[0])  # start.py installs the kit with it, without network


def test_the_locks_hold_what_the_project_asks_for() -> None:
    run = bounds(project()["project"]["dependencies"])
    extras = project()["project"]["optional-dependencies"]
    own = [line for name, lines in extras.items() if name != "test" for line in lines]
    assert f"dastarkhan[{','.join(sorted(set(extras) - {'test'}))}]" in extras["test"]
    test = bounds([line for line in extras["test"] if not line.startswith("dastarkhan[")] + own)
    for name, asked in ((LOCKS[0], run), (LOCKS[1], run | test)):
        for package, bound in asked.items():
            assert all(bound.contains(version) for version in versions(name)[package]), package


def test_conda_asks_for_the_same_as_the_project() -> None:
    conda, pip = conda_bounds(), bounds(project()["project"]["dependencies"])
    assert {"jupyterlab", "ipywidgets", "networkx", "matplotlib", "nbval", "pytest"} <= set(conda)
    assert {package: conda.get(package) for package in pip} == pip
    have = versions(LOCKS[1])
    for package, bound in conda.items():
        assert all(bound.contains(version) for version in have[package]), package


def test_conda_takes_the_kit_from_this_folder_and_no_desktop() -> None:
    lines = environment()["dependencies"]
    assert environment()["channels"] == ["conda-forge"]
    assert from_pip() == ["typst>=0.15", "-e ."]  # the typesetter's library is not at conda-forge
    assert "matplotlib" not in {re.split("[<>=]", line)[0] for line in lines if isinstance(line, str)}
    (python,) = (line for line in lines if isinstance(line, str) and line.startswith("python="))
    assert SpecifierSet(project()["project"]["requires-python"]).contains(python.removeprefix("python=") + ".0")


def test_start_and_project_name_the_same_pythons() -> None:
    oldest, newest = re.search(  # type: ignore[union-attr]
        r"OLDEST, NEWEST = \(3, (\d+)\), \(3, (\d+)\)", (KIT / "start.py").read_text(encoding="utf-8")
    ).groups()
    assert project()["project"]["requires-python"] == f">=3.{oldest},<3.{int(newest) + 1}"
    assert [f"3.{minor}" for minor in range(int(oldest), int(newest) + 1)] == list(PYTHONS)


def test_binder_finds_the_recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = pytest.importorskip("repo2docker.app").Repo2Docker()
    for name in ("environment.yml", "postBuild", "pyproject.toml"):
        shutil.copy(KIT / name, tmp_path)
    for name in ("binder", ".binder"):
        assert not (KIT / name).exists(), "Binder would look only in there"
    monkeypatch.chdir(tmp_path)
    packs = (pack(app.base_image) for pack in app.buildpacks)
    pack = next(pack for pack in packs if pack.detect())
    pack.platform = "linux/amd64"
    recipe = pack.render(build_args={"NB_USER": "jovyan", "NB_UID": "1000"})
    assert type(pack).__name__ == "CondaBuildPack"
    assert pack.python_version == "3.12"
    assert pack.get_post_build_scripts() == ["postBuild"]
    kit, solve = recipe.index("COPY --chown=1000:1000 src/"), recipe.index('--file "environment.yml"')
    assert kit < solve < recipe.index("RUN ./postBuild")  # `-e .` needs the kit before the environment is made


@pytest.mark.parametrize("code", [0, 3])
def test_post_build_warms_and_tells_when_it_could_not(code: int, tmp_path: Path) -> None:
    command = tmp_path / "dastarkhan"
    command.write_text(f'#!/bin/sh\necho asked: "$@"\nexit {code}\n', encoding="utf-8")
    command.chmod(0o755)
    assert (KIT / "postBuild").stat().st_mode & 0o111
    done = subprocess.run([KIT / "postBuild"], env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.stdout == "asked: warm\n"
    assert done.returncode == code


@pytest.mark.slow
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("name", LOCKS)
def test_every_part_is_ready_made_for_every_computer(name: str, python: str, system: str, tmp_path: Path) -> None:
    """Asks the registry: a wheel with a known hash for each part, nothing to compile."""
    uv = Path(sys.executable).parent / "uv"
    command = [str(uv), "pip", "install", "--no-config", "--dry-run", "--target", str(tmp_path), "--no-deps",
               "--python-platform", system, "--python-version", python, "--only-binary", ":all:", "--require-hashes",
               "-r", str(KIT / name)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    assert "Would install" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", LOCKS)
def test_the_locks_are_made_as_contributing_says(name: str, tmp_path: Path) -> None:
    lines = (KIT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    (command,) = (line for line in lines if line.startswith("uv pip compile") and line.endswith(f" -o {name}"))
    for needed in ("pyproject.toml", *LOCKS):
        shutil.copy(KIT / needed, tmp_path)
    words = command.replace("uv", str(Path(sys.executable).parent / "uv"), 1).split()
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    made = [line for line in (tmp_path / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert made == [line for line in (KIT / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
