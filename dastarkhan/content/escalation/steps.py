"""The nine steps in words for people, after Glasl, and the three levels they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.content.pieces import Kind
from dastarkhan.languages import Words
from simulations.escalation import Level, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the nine steps.

    Attributes
    ----------
    stage : Stage
        Its number and its key.
    name : str
        A few words.
    says : str
        What happens between people there.
    heard : str
        A sentence that one hears there.
    """

    stage: Stage
    name: str
    says: str
    heard: str

    def kind(self) -> Kind:
        """The step as a place for a situation."""
        return Kind(key=self.stage.key, name=self.name, says=self.says)


def levels(_: Words) -> tuple[Kind, ...]:
    """What both still think they can win; three steps each."""
    return (
        Kind(key=Level.WIN_WIN, name=_("Both can win"), says=_("steps 1 to 3: we still have a common problem")),
        Kind(key=Level.WIN_LOSE, name=_("One wins, one loses"), says=_("steps 4 to 6: now the other is the problem")),
        Kind(key=Level.LOSE_LOSE, name=_("Both lose"), says=_("steps 7 to 9: it is enough if the other loses more")),
    )


def steps(_: Words) -> tuple[Step, ...]:
    """All nine, from the ground to the top."""
    return (*_both_can_win(_), *_one_wins(_), *_both_lose(_))


def level_names(_: Words) -> list[str]:
    """Names of the three levels, the lowest first."""
    return [level.name for level in levels(_)]


def step_names(_: Words) -> list[str]:
    """Each step with its number, the lowest first."""
    return [_("Step {n}: {name}", n=int(step.stage), name=step.name) for step in steps(_)]


def step_kinds(_: Words) -> Mapping[str, tuple[Kind, ...]]:
    """By the key of a level: its three steps as places."""
    return {str(level): tuple(step.kind() for step in steps(_) if step.stage.level is level) for level in tuple(Level)}


def _both_can_win(_: Words) -> tuple[Step, ...]:
    return (
        Step(
            stage=Stage.HARDENING,
            name=_("Views grow hard"),
            says=_("the same point comes back, and nobody moves; people still talk and eat together"),
            heard=_("“We have been through this before.”"),
        ),
        Step(
            stage=Stage.DEBATES,
            name=_("A contest of words"),
            says=_("each wants to be right before those who listen"),
            heard=_("“Everybody saw it. Admit it.”"),
        ),
        Step(
            stage=Stage.ACTIONS,
            name=_("Deeds, not words"),
            says=_("talking seems useless; people simply do it, and the others have to guess why"),
            heard=_("“I have stopped asking.”"),
        ),
    )


def _one_wins(_: Words) -> tuple[Step, ...]:
    return (
        Step(
            stage=Stage.COALITIONS,
            name=_("Pictures and camps"),
            says=_("friends are won for a side, and each side has a fixed picture of the other"),
            heard=_("“Are you with us or with them?”"),
        ),
        Step(
            stage=Stage.LOSS_OF_FACE,
            name=_("Loss of face"),
            says=_("somebody is shown up before all, as if they had never been any better"),
            heard=_("“Now you all see what they are really like.”"),
        ),
        Step(
            stage=Stage.THREATS,
            name=_("Threats"),
            says=_("demands come with a date and a punishment, and the answer is a threat as well"),
            heard=_("“By Friday, or else.”"),
        ),
    )


def _both_lose(_: Words) -> tuple[Step, ...]:
    return (
        Step(
            stage=Stage.LIMITED_BLOWS,
            name=_("Small blows"),
            says=_("things are spoilt on purpose; one's own loss is fine if the other's is greater"),
            heard=_("“At least they cannot use it either.”"),
        ),
        Step(
            stage=Stage.FRAGMENTATION,
            name=_("Taking apart"),
            says=_("the aim is that the other group does not hold together any more"),
            heard=_("“Without the driver there will be no team.”"),
        ),
        Step(
            stage=Stage.ABYSS,
            name=_("Down together"),
            says=_("both would rather lose everything than see the other keep something"),
            heard=_("“Then let it fall, for both of us.”"),
        ),
    )
