"""What activities about the newest agreement share: they wait for the role, and begin anew after new talks."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import ipywidgets

from dastarkhan.lessons.saved import one_of
from dastarkhan.lessons.shared_river.afterwards.role_down import numbers_wait, role_is_down
from dastarkhan.lessons.shared_river.talks.played import case_of, newest_case, newest_package, newest_talks
from dastarkhan.lessons.staged import Staged
from simulations.games.sample_agreement import sample_package
from simulations.games.terms import Package
from simulations.table import Case

OWN, SAMPLE = "own", "sample"


class NewestAgreement(Staged):
    """An activity about the newest agreement, or about one that was quickly made."""

    follows: ClassVar[tuple[str, ...]] = ("negotiate", "role_down")

    @property
    def case(self) -> Case:
        """The river of the talks that this is about; newer ones begin anew when the screen is built again."""
        return case_of(self.lesson, self.state["talks"])

    def clean(self, saved: Mapping[str, Any]) -> dict[str, Any]:
        """What was saved about the newest talks, and about no earlier ones."""
        talks = list(newest_talks(self.lesson))
        saved = saved if saved.get("talks") == talks else {}
        which = one_of(saved.get("which"), (OWN, SAMPLE))
        return {"talks": talks, "which": which, **self.clean_about(newest_case(self.lesson), which, saved)}

    def body(self) -> Sequence[ipywidgets.Widget]:
        """A guess, then what comes of it; before that, the role is put down."""
        if not role_is_down(self.lesson):
            return (numbers_wait(self._),)
        return (*super().body(), self.assumptions())

    @abstractmethod
    def clean_about(self, case: Case, which: str | None, saved: Mapping[str, Any]) -> dict[str, Any]:
        """Return the rest of the state; nothing is saved when there were new talks."""

    @abstractmethod
    def assumptions(self) -> ipywidgets.Widget:
        """Return what the numbers take for granted."""

    def own_package(self, case: Case) -> Package | None:
        """Return the newest agreement; None without one."""
        return newest_package(self.lesson, case)

    def package_of(self, case: Case, which: str | None) -> Package:
        """Return the agreement that is looked at: the newest, where there is one and no other was asked for."""
        own = self.own_package(case)
        return sample_package(case) if own is None or which == SAMPLE else own
