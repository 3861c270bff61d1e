"""The moved market day, put together."""

from dastarkhan.content.conflict_analysis import market_briefs, market_maps, market_memory, market_people
from dastarkhan.content.conflict_analysis.parts import Conflict
from dastarkhan.languages import Words


def market(_: Words) -> Conflict:
    """Two markets on one Sunday, a notice, a bus, a lorry."""
    return Conflict(
        key="market",
        title=_("The moved market day"),
        about=market_briefs.about(_),
        parties=market_people.parties(_),
        briefs=market_briefs.briefs(_),
        maps=market_maps.maps(_),
        moments=market_memory.moments(_),
        missing=market_people.missing(_),
        record=market_briefs.record(_),
        meet=market_briefs.meet(_),
    )
