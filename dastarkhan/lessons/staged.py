"""An activity on one stage: a screen takes the place of the one before."""

from abc import abstractmethod
from collections.abc import Sequence

import ipywidgets

from dastarkhan.lessons.activity import Activity


class Staged(Activity):
    """Whoever goes on by keyboard goes on at the new screen."""

    def body(self) -> Sequence[ipywidgets.Widget]:
        """The stage, and on it the screen of now."""
        self.stage = ipywidgets.VBox()
        self.stage.add_class("dk-hands-over")
        self.show()
        return (self.stage,)

    @abstractmethod
    def show(self) -> None:
        """Put the screen of now on the stage."""
