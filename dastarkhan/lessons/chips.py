"""Words to choose from, several at once, as small boxes in rows that fold."""

from collections.abc import Callable, Mapping, Sequence

import ipywidgets


class Chips:
    """Words of which at most so many can be chosen.

    Parameters
    ----------
    words : Mapping of str to str
        What is read, by its name in the saved work.
    chosen : sequence of str
        What is chosen so far.
    changed : callable
        Called with the names chosen, in the order of `words`, after every tap.
    most : int, optional
        When so many are chosen, the others wait until one is put back.
    """

    def __init__(
        self,
        words: Mapping[str, str],
        chosen: Sequence[str],
        changed: Callable[[list[str]], None],
        *,
        most: int | None = None,
    ) -> None:
        self._most, self._changed = most, changed
        self.boxes = {
            key: ipywidgets.Checkbox(value=key in chosen, description=word, indent=False) for key, word in words.items()
        }
        self.box = ipywidgets.Box(list(self.boxes.values()))
        self.box.add_class("dk-chips")
        self._hold_back()
        for one in self.boxes.values():
            one.observe(lambda change: self._tell(), names="value")

    @property
    def chosen(self) -> list[str]:
        """Names of what is chosen now."""
        return [key for key, one in self.boxes.items() if one.value]

    def _tell(self) -> None:
        self._hold_back()
        self._changed(self.chosen)

    def _hold_back(self) -> None:
        full = self._most is not None and len(self.chosen) >= self._most
        for one in self.boxes.values():
            one.disabled = full and not one.value
