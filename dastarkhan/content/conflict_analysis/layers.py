"""Sentences of four people, in three layers: what is said, what is wanted, what is needed."""

from dastarkhan.content.conflict_analysis.kinds import NEEDS, SAYS, WANTS
from dastarkhan.content.pieces import Scene
from dastarkhan.languages import Words

ONIONS = {
    ("sluice", "gardeners_mill"): ("sluice_sorry", "sluice_half", "sluice_respect"),
    ("sluice", "gardeners_willow"): ("sluice_our_night", "sluice_thursday", "sluice_harvest"),
    ("market", "sellers_mill"): ("market_back", "market_second_day", "market_belong"),
    ("market", "sellers_willow"): ("market_stays", "market_lorry", "market_living"),
}
"""By case and party, the keys of its three layers: said, wanted, needed."""


def layers(_: Words) -> tuple[Scene, ...]:
    """Twelve sentences, three of each person, in a mixed order."""
    return (*_of_sluice(_), *_of_market(_))


def _one(key: str, text: str, kind: str, says: str, wants: str, needs: str) -> Scene:
    return Scene(key=key, text=text, kind=kind, why={SAYS: says, WANTS: wants, NEEDS: needs})


def _of_sluice(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "sluice_sorry",
            _("Gulnora: “First somebody must say sorry.”"),
            SAYS,
            _("“First” and “must”: a demand, for all to hear. What would a sorry give her?"),
            _("A sorry is one way to something. Ask what would be better after it."),
            _("Nobody lives on a sorry. But something close to it may lie beneath."),
        ),
        _one(
            "sluice_harvest",
            _("Davron: “My family lives on the melons until spring.”"),
            NEEDS,
            _("He does not demand anything here. He says what his year rests on."),
            _("One can want water on Friday or on Saturday. Food for the winter is deeper."),
            _("To have enough to live: that is needed on both banks."),
        ),
        _one(
            "sluice_half",
            _("Gulnora: “I would like to share the cost of a new board, and know who minds it.”"),
            WANTS,
            _("It is softer than her demand, and says more. It was not shouted at the canal."),
            _("What she is after, and it can be reached in several ways."),
            _("A board is a thing. Why it matters to her lies one layer deeper."),
        ),
        _one(
            "sluice_our_night",
            _("Davron: “It was our night. Hands off our night!”"),
            SAYS,
            _("Short, loud, and easy to repeat. Behind it there is a man at a dry furrow."),
            _("“Hands off” says what others should not do. What he would like is not yet said."),
            _("It sounds like the deepest thing. Ask once more: what is the night for?"),
        ),
        _one(
            "sluice_respect",
            _("Gulnora: “When one of us helps, I need it to be seen, and not laughed at.”"),
            NEEDS,
            _("She would hardly say this at the canal. It took a quiet hour."),
            _("No board and no letter is in it. It could be met in many ways."),
            _("To be respected. It costs no coin, and nobody can do without it."),
        ),
        _one(
            "sluice_thursday",
            _("Davron: “I want to know on Thursday when the water will come.”"),
            WANTS,
            _("There is no charge in it. A demand would have named a culprit."),
            _("Now one can look for ways: a call, a list, a lamp at the sluice."),
            _("Knowing in time serves something deeper: to sleep, and to save a harvest."),
        ),
    )


def _of_market(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "market_second_day",
            _("Saodat: “I would like two days a week on which my cheese is fresh and bought.”"),
            WANTS,
            _("She did not shout this. She asked for the old day instead."),
            _("It can be met by a Wednesday, and by other days as well."),
            _("Two days are a means. What they keep alive lies deeper."),
        ),
        _one(
            "market_stays",
            _("Oraz: “The Sunday stays, and that is that.”"),
            SAYS,
            _("“That is that” closes a door. Often somebody is afraid behind it."),
            _("He names a day, and not what the day should bring him."),
            _("Nobody needs a Sunday as one needs bread. Ask what it saved him from."),
        ),
        _one(
            "market_belong",
            _("Saodat: “On that square people know my name. I need a place where I count.”"),
            NEEDS,
            _("It is no demand: she asks nobody for a day."),
            _("She would want many things for it. This is what they are for."),
            _("To belong, and to count. The stall of her mother is more than a table."),
        ),
        _one(
            "market_living",
            _("Oraz: “With six stalls I cannot live. I need to sleep without counting coins.”"),
            NEEDS,
            _("Quiet words. The loud ones were about Sunday."),
            _("He could want a lorry, a road or a feast. All would serve this."),
            _("To live from one's work without fear. Saodat could have said it too."),
        ),
        _one(
            "market_back",
            _("Saodat: “Willow must go back to Wednesday!”"),
            SAYS,
            _("A town, a “must” and a day. Everybody has heard it, and nobody asked further."),
            _("Wednesday is one answer. What question does it answer for her?"),
            _("If Wednesday came back without buyers, she would not be helped."),
        ),
        _one(
            "market_lorry",
            _("Oraz: “I would like the lorry to stop here once a week.”"),
            WANTS,
            _("It demands nothing of Mill. So it was never part of the quarrel."),
            _("This is what the Sunday was for. The lorry might come on another day."),
            _("A lorry is a way to a living. It is not the living itself."),
        ),
    )
