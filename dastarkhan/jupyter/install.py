"""Put the kit's Jupyter settings into an environment, so that any Jupyter started there is a Dastarkhan.

Binder and conda start Jupyter themselves and read only their own folders; ``dastarkhan warm`` calls this.
"""

import json
import shutil
from pathlib import Path
from typing import Any

from dastarkhan.jupyter.places import CONFIG_TREE, DATA_TREE


def install(prefix: Path | str) -> None:
    """Copy the kit's ``etc/jupyter`` and ``share/jupyter`` into the environment at `prefix`.

    Doing it again changes nothing. Files of the kit's own are replaced; in a settings file that others may also
    write, such as ``jupyter_server_config.json``, only the kit's keys are.

    Parameters
    ----------
    prefix:
        The environment's root, as ``sys.prefix`` names it.
    """
    for tree, place in ((CONFIG_TREE, "etc/jupyter"), (DATA_TREE, "share/jupyter")):
        for source in sorted(path for path in tree.rglob("*") if path.is_file()):
            target = Path(prefix) / place / source.relative_to(tree)
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.suffix == ".json" and tree is CONFIG_TREE:
                theirs = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
                merged = _merge(theirs, json.loads(source.read_text(encoding="utf-8")))
                target.write_text(json.dumps(merged, indent=2) + "\n", encoding="utf-8")
            else:
                shutil.copyfile(source, target)


def _merge(theirs: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """Return `theirs` with the keys of `ours` put in, section by section."""
    inner = {key: _merge(theirs.get(key) or {}, value) for key, value in ours.items() if isinstance(value, dict)}
    return {**theirs, **ours, **inner}
