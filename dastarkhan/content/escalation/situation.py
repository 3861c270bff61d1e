"""What a situation to place on the stairs is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from dastarkhan.content.pieces import Scene
from simulations.escalation import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Something that happens between people who know each other.

    Attributes
    ----------
    key : str
        Its name in the saved work, and on paper.
    text : str
        What is read.
    stage : Stage
        The step that the kit sees in it. A step belongs to a relation, never to a person.
    level_why : Mapping of str to str
        A reason for each of the three levels.
    step_why : Mapping of str to str
        A reason for each of the three steps of its level.
    down : str
        How it went on, one step down.
    """

    key: str
    text: str
    stage: Stage
    level_why: Mapping[str, str]
    step_why: Mapping[str, str]
    down: str

    def on_levels(self) -> Scene:
        """The first question: on which level?"""
        return Scene(key=self.key, text=self.text, kind=str(self.stage.level), why=self.level_why)

    def on_steps(self) -> Scene:
        """The second question: on which step of the level?"""
        return Scene(key=self.key, text=self.text, kind=self.stage.key, why=self.step_why)
