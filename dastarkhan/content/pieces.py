"""The pieces that scenes and cards of every lesson are made of."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One of the places that a scene can be put.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    name : str
        What it is called, in a few words.
    says : str
        What it means, in one sentence.
    """

    key: str
    name: str
    says: str

    @property
    def told(self) -> str:
        """Both together: a sentence of its own stands after a full stop, part of one after a colon.

        Examples
        --------
        >>> Kind(key="felt", name="Felt", says="It needs no proof.").told
        'Felt. It needs no proof.'
        >>> Kind(key="felt", name="Felt", says="nobody can be wrong").told
        'Felt: nobody can be wrong'
        """
        return f"{self.name}. {self.says}" if self.says[:1].isupper() else f"{self.name}: {self.says}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A short scene or sentence of the kit's own, to be put into one of several kinds.

    Attributes
    ----------
    key : str
        Its name in the saved work, and on paper.
    text : str
        What is read.
    kind : str
        Key of the kind that fits.
    why : Mapping of str to str
        What is said about each kind when it is chosen: a reason, never only right or wrong.
    """

    key: str
    text: str
    kind: str
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How an activity is done by one person, by two, by a room, and on a call; a sentence or two each."""

    alone: str
    pair: str
    room: str
    call: str
