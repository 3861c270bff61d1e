"""Sentences from both cases: seen, felt or guessed."""

from dastarkhan.content.conflict_analysis.kinds import FELT, GUESSED, SEEN
from dastarkhan.content.pieces import Scene
from dastarkhan.languages import Words


def statements(_: Words) -> tuple[Scene, ...]:
    """Six of each case, in a mixed order: four are seen, four felt, four guessed."""
    return (*_of_sluice(_), *_of_market(_))


def _one(key: str, text: str, kind: str, seen: str, felt: str, guessed: str) -> Scene:
    return Scene(key=key, text=text, kind=kind, why={SEEN: seen, FELT: felt, GUESSED: guessed})


def _of_sluice(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "sluice_two",
            _("“On Friday the water came at two in the morning.”"),
            SEEN,
            _("A night and an hour. Whoever stood at the furrow could look at a watch."),
            _("Waiting until two surely felt like something. The sentence does not say what."),
            _("It does not say why the water was late. So nothing is guessed yet."),
        ),
        _one(
            "sluice_on_purpose",
            _("“They put a stone there because they wanted more water.”"),
            GUESSED,
            _("The stone could be seen. What somebody wanted with it could not."),
            _("There may be anger behind it. But it speaks of the others, not of oneself."),
            _("“Because they wanted”: that is inside other people. One could ask them."),
        ),
        _one(
            "sluice_wall",
            _("“For three weeks we felt like people who talk to a wall.”"),
            FELT,
            _("Three weeks can be counted. The wall is how it felt."),
            _("A feeling of their own, with a picture. Nobody can say that it is wrong."),
            _("It would be one if it went on: “and they enjoyed it”."),
        ),
        _one(
            "sluice_never_asked",
            _("“Surely nobody has asked old Karim.”"),
            GUESSED,
            _("Was anybody at Karim's door to see who came? “Surely” says: no."),
            _("Perhaps they are worried about Karim. The sentence tells of others and what they left undone."),
            _("“Surely” often stands where a question is missing. One visit would answer it."),
        ),
        _one(
            "sluice_dark",
            _("“I was afraid on the way up, and then I was angry.”"),
            FELT,
            _("The way and the torch could be seen. Fear and anger belong to her."),
            _("Two feelings, one after the other. That is often the most honest part of a story."),
            _("She says nothing of what anybody wanted. She stays with herself."),
        ),
        _one(
            "sluice_fourteenth",
            _("“The board is in its fourteenth summer.”"),
            SEEN,
            _("It stands in a book. Anybody can read and count."),
            _("A tired board may make people sad. The sentence only counts."),
            _("Nobody's wishes are in it, only wood and years."),
        ),
    )


def _of_market(_: Words) -> tuple[Scene, ...]:
    return (
        _one(
            "market_pushed",
            _("“I feel pushed from my own square.”"),
            FELT,
            _("Nobody took her by the arm. One could not film it."),
            _("“I feel” and a strong picture. It says how much the place means to her."),
            _("It is close to one: “they pushed me”. As a feeling of hers it needs no proof."),
        ),
        _one(
            "market_six",
            _("“In March there were six stalls on Willow's square.”"),
            SEEN,
            _("Somebody counted, and there is a list. It may be checked."),
            _("To some it was sad, to some only a number. The sentence leaves it open."),
            _("Why five gave up is not said. It may have many reasons."),
        ),
        _one(
            "market_would_ring",
            _("“If something was wrong, Nodir would have rung.”"),
            GUESSED,
            _("A call that did not come was noticed. What it means is not visible."),
            _("A good feeling about Nodir stands behind it. Here it is used to explain his silence."),
            _("It is friendly, and still a guess. Silence can mean all is well, or the opposite."),
        ),
        _one(
            "market_ashamed",
            _("“We are relieved, and also a little ashamed.”"),
            FELT,
            _("Faces might show it, and might not. Only they can know."),
            _("Two feelings side by side. People can be glad and ashamed on one day."),
            _("They speak for themselves here, not for the other town."),
        ),
        _one(
            "market_wanted_buyers",
            _("“They chose Sunday to take our buyers.”"),
            GUESSED,
            _("The day is on the notice. “To take our buyers” is on no paper."),
            _("It hurts to lose buyers. Said so, it could be heard: “I have lost half of mine”."),
            _("It joins what happened to what was meant. Between the two stands a question."),
        ),
        _one(
            "market_notice",
            _("“The notice hung on the upstream side of the bridge.”"),
            SEEN,
            _("A place that could be looked at. Both sides can agree on it in one walk."),
            _("Somebody may be annoyed by it. The sentence only says where it hung."),
            _("It does not say that it was hidden. That would be one."),
        ),
    )
