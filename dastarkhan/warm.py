"""``dastarkhan warm``: do once, at set-up, what people would otherwise wait for at every lesson.

start.py calls this after installing, Binder's and conda's ``postBuild`` too. Doing it again is quick and harmless.
"""

import argparse
import compileall
import re
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

from dastarkhan.languages import environment_language, words
from dastarkhan.languages.paths import kit_root
from simulations.errors import KitError

_NOT_IMPORTED = re.compile(r"[\\/](?:tests?|testing|galata|sphinxext)[\\/]")


def run(args: argparse.Namespace) -> int:
    """Do every step, one line each; the exit code is 0."""
    _ = words(environment_language(), "kit")
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        (_("Settings of Jupyter"), settings),
        (_("Languages"), catalogs),
        (_("Python's own translation of the code"), bytecode),
        (_("Fonts"), fonts),
    )
    for title, step in steps:
        print(title, flush=True)
        step()
    return 0


def settings() -> None:
    """Copy the kit's Jupyter settings into this environment.

    Raises
    ------
    KitError
        ``machine.not_writable`` when this environment belongs to somebody else.
    """
    from dastarkhan.jupyter.install import install

    try:
        install(sys.prefix)
    except PermissionError as error:
        raise KitError("machine.not_writable", place=error.filename or sys.prefix) from error


def catalogs() -> None:
    """Compile every catalog that is newer than its compiled form.

    Raises
    ------
    KitError
        ``machine.not_writable`` when the kit's own folder belongs to somebody else.
    """
    from dastarkhan.languages.building import compile_catalogs, spoken
    from dastarkhan.languages.paths import own_house

    house = own_house()
    try:
        compile_catalogs(house, spoken(house))
    except PermissionError as error:
        raise KitError("machine.not_writable", place=error.filename or house.root) from error


def bytecode() -> None:
    """Compile the installed libraries and the kit, on every processor; what is fresh already is skipped.

    A library that cannot be compiled is left alone: Python says so itself if a lesson ever imports it.
    """
    libraries = sysconfig.get_path("purelib")
    for folder in (Path(libraries), kit_root() / "dastarkhan", kit_root() / "simulations"):
        compileall.compile_dir(folder, quiet=2, workers=0, rx=_NOT_IMPORTED)


def fonts() -> None:
    """Let matplotlib look for the fonts of this computer, which takes seconds the first time."""
    from dastarkhan.pictures.svg import add_fonts

    add_fonts()
