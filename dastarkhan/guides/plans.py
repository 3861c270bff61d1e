"""Plans of a guide: which steps, from which minute to which."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.guides.guide import Guide, Step, Variant
from dastarkhan.guides.vocabulary import Phase, Text
from simulations.errors import KitError

INTERPRETED = "interpreted-"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step in a plan, with its first and its last minute."""

    step: Step
    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A guide at one length.

    Attributes
    ----------
    name : str
        ``"60"``, or ``"interpreted-90"`` with an interpreter.
    slot_min : int
        Minutes that there are.
    cut : str
        What is left out, in words.
    steps : tuple of PlannedStep
        In their order, without those that are left out.
    left_out : tuple of Step
        Steps that this plan has no minutes for.
    """

    name: str
    slot_min: int
    cut: Text
    steps: tuple[PlannedStep, ...]
    left_out: tuple[Step, ...]

    @property
    def interpreted(self) -> bool:
        """Whether somebody interprets."""
        return self.name.startswith(INTERPRETED)

    @property
    def total_min(self) -> int:
        """Minutes of all steps together."""
        return self.steps[-1].end if self.steps else 0

    @property
    def debrief_min(self) -> int:
        """Minutes for talking about it."""
        return sum(one.minutes for one in self.steps if one.step.phase is Phase.DEBRIEF)


def variants(guide: Guide) -> Mapping[str, tuple[int, Variant]]:
    """Give minutes and variant of every plan by its name: the longest without interpreter first."""
    plain = sorted(guide.time_variants.lengths.items(), reverse=True)
    spoken = sorted(guide.time_variants.interpreted.items())
    named = {str(minutes): (minutes, one) for minutes, one in plain}
    return named | {f"{INTERPRETED}{minutes}": (minutes, one) for minutes, one in spoken}


def plan_names(guide: Guide) -> tuple[str, ...]:
    """Names that `plan` knows, such as ``("90", "60", "45", "interpreted-90", "interpreted-126")``."""
    return tuple(variants(guide))


def plan(guide: Guide, name: str) -> Plan:
    """Lay out a guide at one length.

    Parameters
    ----------
    guide : Guide
        As `read_guide` gives it.
    name : str
        One of `plan_names`.

    Raises
    ------
    KitError
        ``guide.unknown_plan`` when the guide has no such plan.

    Examples
    --------
    >>> from dastarkhan.guides import read_guide
    >>> short = plan(read_guide("11"), "45")
    >>> [(one.step.id, one.start, one.end) for one in short.steps][:3]
    [('welcome', 0, 2), ('map', 2, 5), ('alone', 5, 10)]
    >>> short.total_min, short.debrief_min
    (45, 15)
    """
    known = variants(guide)
    if name not in known:
        raise KitError("guide.unknown_plan", value=name, allowed=", ".join(known))
    slot, variant = known[name]
    laid: list[PlannedStep] = []
    for step in guide.steps:
        if minutes := variant.steps.get(step.id, 0):
            start = laid[-1].end if laid else 0
            laid.append(PlannedStep(step=step, start=start, end=start + minutes))
    left_out = tuple(step for step in guide.steps if not variant.steps.get(step.id, 0))
    return Plan(name=name, slot_min=slot, cut=variant.cut, steps=tuple(laid), left_out=left_out)
