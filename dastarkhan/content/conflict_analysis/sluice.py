"""The stuck sluice, put together."""

from dastarkhan.content.conflict_analysis import sluice_briefs, sluice_maps, sluice_memory, sluice_people
from dastarkhan.content.conflict_analysis.parts import Conflict
from dastarkhan.languages import Words


def sluice(_: Words) -> Conflict:
    """A board that sticks, a stone, a letter, two dry Fridays."""
    return Conflict(
        key="sluice",
        title=_("The stuck sluice"),
        about=sluice_briefs.about(_),
        parties=sluice_people.parties(_),
        briefs=sluice_briefs.briefs(_),
        maps=sluice_maps.maps(_),
        moments=sluice_memory.moments(_),
        missing=sluice_people.missing(_),
        record=sluice_briefs.record(_),
        meet=sluice_briefs.meet(_),
    )
