"""Who can talk with whom: people and the languages that they would like to use.

People are anonymous keys, such as the numbers of their seats. A language is a key as well; nothing follows from it.
"""

from simulations.voices.reach import Reach, common_languages, reach

__all__ = ["Reach", "common_languages", "reach"]
