"""The walls of the house: who may import whom, how big a room is, what a notebook may hold. See docs/setup.md."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest

KIT = Path(__file__).resolve().parents[1]
PACKAGES = ("simulations", "dastarkhan")
NOT_OURS = {".git", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", "__pycache__", "my_work",
            ".ipynb_checkpoints", ".virtual_documents", "build", "dist", ".jupyter"}  # fmt: skip

# A room may import every room of a lower number. Rooms of the same number do not know each other, except at the top.
TOPIC, GAMES, LANGUAGES, GUIDES, PICTURES, CONTENT, HANDS, TOP, LESSONS = 1, 2, 3, 4, 4, 4, 5, 6, 7
FLOORS = {
    "simulations.errors": 0,
    "simulations.ensembles": 0,
    "simulations.games": GAMES,
    "dastarkhan.languages": LANGUAGES,
    "dastarkhan.guides": GUIDES,
    "dastarkhan.pictures": PICTURES,
    "dastarkhan.content": CONTENT,
    "dastarkhan.lessons": HANDS,
    "dastarkhan.live": HANDS,
    "dastarkhan.paper": HANDS,
}
OWNERS = {
    "ipywidgets": {"dastarkhan.lessons"},
    "matplotlib": {"dastarkhan.pictures"},
    "polib": {"dastarkhan.languages"},
    "babel": {"dastarkhan.languages"},
    "markdown_it": {"dastarkhan.languages"},
    "mdit_py_plugins": {"dastarkhan.languages"},
    "jupyter_server": {"dastarkhan.jupyter"},
    "jupyterlab": {"dastarkhan.jupyter"},
    "voila": {"dastarkhan.jupyter"},
    "tornado": {"dastarkhan.jupyter"},
    "typst": {"dastarkhan.paper"},
    "starlette": {"dastarkhan.live"},
    "uvicorn": {"dastarkhan.live"},
    "sqlalchemy": {"dastarkhan.live"},
    "segno": {"dastarkhan.live"},
}
SIMULATIONS_MAY = {"numpy", "scipy", "networkx", "simulations"}
# A model has no clock, no dice of its own, no network and no screen.
SIMULATIONS_MAY_NOT = {"time", "datetime", "random", "secrets", "logging", "socket", "subprocess", "threading",
                       "sqlite3", "urllib", "http", "asyncio", "gettext", "locale"}  # fmt: skip
HIDDEN_STATE = {"seed", "rand", "randn", "randint", "random", "choice", "shuffle", "permutation", "normal", "uniform",
                "get_state", "set_state", "RandomState"}  # fmt: skip
TOUCHES_FILES = {"read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "pathlib", "os", "shutil"}


def name_of(path: Path) -> str:
    parts = path.relative_to(KIT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> dict[str, ast.Module]:
    """Every module of the two packages, by its dotted name."""
    paths = sorted(path for package in PACKAGES for path in (KIT / package).rglob("*.py"))
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in paths}


@cache
def notebooks() -> tuple[Path, ...]:
    found = (path for place in ("modules", "facilitator_guides") for path in (KIT / place).rglob("*.ipynb"))
    return tuple(sorted(path for path in found if not set(path.parts) & NOT_OURS))


@cache
def written() -> tuple[Path, ...]:
    """Every file of the kit that people wrote."""
    found = (path for path in KIT.rglob("*") if not set(path.relative_to(KIT).parts) & NOT_OURS)
    return tuple(sorted(p for p in found if p.is_file() and ".egg-info" not in str(p)))


def room_of(module: str) -> tuple[str, int]:
    """The room a module belongs to, and its floor."""
    room = ".".join(module.split(".")[:2])
    if room in PACKAGES:
        return room, TOP if room == "dastarkhan" else 0
    return room, FLOORS.get(room, TOPIC if room.startswith("simulations.") else TOP)


def imports_of(tree: ast.AST, module: str, *, package: bool = False) -> Iterator[str]:
    """Full names of everything imported anywhere in a file, functions included; relative names are resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")[: len(module.split(".")) - node.level + package]
                base = ".".join([*above, base] if base else above)
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield full if full in sources() or base in PACKAGES else base


def all_imports() -> Iterator[tuple[str, str]]:
    for module, tree in sources().items():
        package = (KIT / Path(*module.split("."))).is_dir()
        for name in imports_of(tree, module, package=package):
            yield module, name


def top_level(tree: ast.Module) -> Iterator[ast.stmt]:
    """Statements that run when a module is imported; what stands under TYPE_CHECKING does not."""
    waiting: list[ast.stmt] = list(tree.body)
    while waiting:
        statement = waiting.pop()
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            continue
        yield statement
        for field in ("body", "orelse", "finalbody"):
            if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                waiting.extend(getattr(statement, field, []))


def test_there_is_something_to_look_at() -> None:
    assert len(sources()) > 20
    assert notebooks()
    assert list((KIT / "simulations" / "cases").glob("*.toml"))
    assert {room_of(module)[1] for module in sources()} >= {0, TOPIC, GAMES, LANGUAGES, PICTURES, HANDS, TOP}


def test_doors_open_one_way() -> None:
    wrong = []
    for module, name in all_imports():
        if name.split(".")[0] not in PACKAGES:
            continue
        (mine, my_floor), (theirs, their_floor) = room_of(module), room_of(name)
        if mine != theirs and their_floor >= my_floor and not my_floor == their_floor == TOP:
            wrong.append(f"{module} may not import {name}")
    assert not wrong


def test_simulations_know_nothing_of_the_machinery() -> None:
    assert not [(m, n) for m, n in all_imports() if m.startswith("simulations") and n.startswith("dastarkhan")]


def test_every_library_has_one_owner() -> None:
    met, wrong = set(), []
    for module, name in all_imports():
        library = name.split(".")[0]
        met.add(library)
        if library in OWNERS and room_of(module)[0] not in OWNERS[library]:
            wrong.append(f"{module} imports {library}, which belongs to {OWNERS[library]}")
    assert not wrong
    assert {"ipywidgets", "matplotlib", "polib", "jupyter_server"} <= met


def test_simulations_import_little() -> None:
    allowed = SIMULATIONS_MAY | (sys.stdlib_module_names - SIMULATIONS_MAY_NOT)
    found = {(m, n.split(".")[0]) for m, n in all_imports() if m.startswith("simulations")}
    assert not {(module, library) for module, library in found if library not in allowed}


def test_scipy_waits_until_it_is_needed() -> None:
    eager = [
        module
        for module, tree in sources().items()
        for statement in top_level(tree)
        if isinstance(statement, ast.Import | ast.ImportFrom) and "scipy" in ast.unparse(statement)
    ]
    assert not eager


def calls_of(module: str) -> Iterator[str]:
    return (ast.unparse(node.func) for node in ast.walk(sources()[module]) if isinstance(node, ast.Call))


def test_models_have_no_screen_and_no_dice_of_their_own() -> None:
    wrong = []
    for module in sources():
        if module.startswith("simulations"):
            for call in calls_of(module):
                parts = call.split(".")
                hidden = len(parts) > 1 and parts[-2] == "random" and parts[-1] in HIDDEN_STATE
                if call in ("print", "input", "breakpoint") or hidden:
                    wrong.append(f"{module}: {call}()")
    assert not wrong


def test_only_read_case_touches_files() -> None:
    readers = {
        module
        for module, tree in sources().items()
        if any(isinstance(node, ast.FunctionDef) and node.name == "read_case" for node in ast.walk(tree))
    }
    assert len(readers) == 1
    touching = {module for module in sources() if "open" in calls_of(module)}  # `Game.open` is no file
    touching |= {module for module in sources() if {c.split(".")[-1] for c in calls_of(module)} & TOUCHES_FILES}
    touching |= {module for module, name in all_imports() if name in TOUCHES_FILES}
    assert {module for module in touching if module.startswith("simulations")} == readers


WATCHED_IMPORT = """
import importlib, json, os, sys, threading
import numpy
kit, names = sys.argv[1], json.loads(sys.argv[2])
seen, dice = [], repr(numpy.random.get_state())

def watch(event, args):
    if event == "open":
        path, mode = str(args[0]), args[1]
        inside = os.path.abspath(path).startswith(kit + os.sep) and (os.sep + ".venv" + os.sep) not in path
        code = path.endswith((".py", ".pyc")) or ".pyc." in path
        writes = isinstance(mode, str) and set(mode) & set("wax+") and path != os.devnull
        if not code and (inside or writes) and "__editable__" not in path:  # how Python finds the kit
            seen.append([event, path])
    elif event in ("subprocess.Popen", "os.system", "socket.bind", "socket.connect", "os.fork", "os.putenv"):
        seen.append([event, repr(args)[:200]])

for name in ("babel", "ipywidgets", "matplotlib.figure", "tornado.web", "jupyter_server.serverapp", "voila.app"):
    importlib.import_module(name)  # what libraries do when imported is their own affair
sys.addaudithook(watch)
threads = threading.active_count()
for name in names:
    importlib.import_module(name)
if threading.active_count() != threads:
    seen.append(["thread", ""])
if repr(numpy.random.get_state()) != dice:
    seen.append(["numpy.random", ""])
print(json.dumps(seen))
"""


def python(code: str, *arguments: str) -> Any:
    command = [sys.executable, "-B", "-c", code, *arguments]  # writing .pyc files is Python's affair
    done = subprocess.run(command, cwd=KIT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_importing_does_no_work() -> None:
    names = [name for name in sources() if not name.endswith("__main__")]
    assert python(WATCHED_IMPORT, str(KIT), json.dumps(names)) == []


def test_models_and_the_command_load_nothing_heavy() -> None:
    light = [name for name in sources() if name.startswith("simulations")]
    light += ["dastarkhan.languages", "dastarkhan.cli"]
    code = "import importlib, json, sys\nfor name in json.loads(sys.argv[1]): importlib.import_module(name)\n"
    heavy = {"scipy", "matplotlib", "ipywidgets", "IPython", "jupyter_server", "voila", "tornado", "babel", "polib"}
    loaded = python(code + "print(json.dumps(sorted(sys.modules)))", json.dumps(light))
    assert not sorted(heavy & set(loaded))


def test_rooms_stay_small() -> None:
    code = [path for path in written() if path.suffix == ".py"]
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in code}
    assert not {str(path): n for path, n in lines.items() if n > 400}
    for package in PACKAGES:
        own = [n for path, n in lines.items() if path.relative_to(KIT).parts[0] == package]
        assert median(own) <= 200


def test_no_drawer_for_odds_and_ends() -> None:
    odd = re.compile(r"^_?(utils?|helpers?|misc|common|tools)$")
    assert not [str(path) for path in written() if odd.match(path.stem)]


def test_every_module_says_what_it_is() -> None:
    assert not [name for name, tree in sources().items() if ast.get_docstring(tree) is None and tree.body]


def test_types_travel_with_the_packages() -> None:
    assert all((KIT / package / "py.typed").exists() for package in PACKAGES)


@pytest.mark.parametrize("path", notebooks(), ids=lambda path: str(path.relative_to(KIT)))
def test_a_notebook_is_clean(path: Path) -> None:
    book = json.loads(path.read_text(encoding="utf-8"))
    assert (book["nbformat"], book["nbformat_minor"]) >= (4, 5)
    assert "widgets" not in book["metadata"]
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    assert code
    names = [cell["id"] for cell in book["cells"]]
    assert len(set(names)) == len(names)
    for name in names:
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", name), f"{name} is no name a person gave"
    for cell in code:
        lines = "".join(cell["source"]).splitlines()
        assert cell["metadata"].get("jupyter", {}).get("source_hidden") is True, cell["id"]
        assert cell["outputs"] == [], cell["id"]
        assert cell["execution_count"] is None, cell["id"]
        assert lines[0].startswith("# "), f"{cell['id']}: the first line stays visible and must be a sentence"
    first = "".join(code[0]["source"]).splitlines()[1]
    assert first == f'from dastarkhan.lessons import lesson; L = lesson("{path.stem}")'


@pytest.mark.parametrize("path", notebooks(), ids=lambda path: str(path.relative_to(KIT)))
def test_a_notebook_comes_in_by_its_own_door(path: Path) -> None:
    book = json.loads(path.read_text(encoding="utf-8"))
    code = "\n".join("".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code")
    for name in imports_of(ast.parse(code), "notebook"):
        assert name.split(".")[0] in {*PACKAGES, "IPython", *sys.stdlib_module_names}, name
        assert room_of(name)[1] < TOP or name.split(".")[0] not in PACKAGES, name


def test_nothing_names_this_computer_or_a_registry() -> None:
    hosts = ("py" + "pi.org", "python" + "hosted.org", "conda." + "anaconda.org", "npm" + "js.org")
    folders = r"(?<![\w.])/(?:ro" + r"ot|wo" + r"rk|home/\w+|Us" + r"ers/\w+)/[\w.]"
    places = re.compile(folders + r"|file:/" + r"//\w|[A-Z]:\\Us" + r"ers\\")
    wrong = []
    for path in written():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font or a picture
        wrong += [f"{path}: {found}" for found in (*places.findall(text), *(host for host in hosts if host in text))]
    assert not wrong
