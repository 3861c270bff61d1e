"""Eight invented people of Mill and Willow who appear in this lesson. Nobody of them is to blame."""

from typing import NamedTuple


class Person(NamedTuple):
    """A name as it stands in the texts, the town, and whether it is a woman or a man."""

    name: str
    town: str
    gender: str


CAST = (
    Person("Saule", "mill", "woman"),
    Person("Madina", "mill", "woman"),
    Person("Timur", "mill", "man"),
    Person("Bakyt", "mill", "man"),
    Person("Shirin", "willow", "woman"),
    Person("Nilufar", "willow", "woman"),
    Person("Aibek", "willow", "man"),
    Person("Yusuf", "willow", "man"),
)
