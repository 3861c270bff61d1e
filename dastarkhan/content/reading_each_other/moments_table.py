"""Four moments at a table: a full plate, an invitation said three times, a parcel left closed, an elder who waits."""

from dastarkhan.content.reading_each_other.moment_pieces import (
    FELT,
    SEEN,
    TAKEN,
    Moment,
    Voice,
    readings,
    sentence,
)
from dastarkhan.languages import Words


def table_moments(_: Words) -> tuple[Moment, ...]:
    """All four."""
    return (_full_plate(_), _three_times(_), _parcel(_), _elder_waits(_))


def _full_plate(_: Words) -> Moment:
    return Moment(
        key="full_plate",
        reader="mill",
        title=_("The full plate"),
        text=_(
            "Timur of Mill eats up his plov. Oysha of Willow fills the plate again. He eats it up. "
            "She fills it a third time."
        ),
        sentences=(
            sentence(
                "full_plate_thrice",
                _("“She filled my plate three times.”"),
                SEEN,
                seen=_("Anybody at the table could have counted. Why she did it is not in the sentence."),
                taken=_("A meaning would begin where the counting ends: to honour me, to test me."),
                felt=_("Perhaps he was desperate by then. The sentence only counts plates."),
            ),
            sentence(
                "full_plate_test",
                _("“She wants to see how much I can eat.”"),
                TAKEN,
                seen=_("What was seen is a spoon and a plate. What she wants cannot be filmed."),
                taken=_("It is a guess about her intention. It may be right, and it is still a guess."),
                felt=_("A feeling would be about him: full, shy, or touched. This one is about her."),
            ),
        ),
        readings=readings(
            me=_("She thinks that I look hungry, and she pities me."),
            moment=_("There is far too much plov, and the pot must be empty tonight."),
            habit=_("In her kitchen an empty plate asks for more, and a little left over says thank you."),
        ),
        mill=Voice(
            who=_("Timur of Mill"),
            woman=False,
            says=_("My mother taught me to leave nothing. I wanted to be polite, and could hardly breathe."),
        ),
        willow=Voice(
            who=_("Oysha of Willow"),
            woman=True,
            old=True,
            says=_("An empty plate looks at me with hungry eyes. I was glad, and a little worried about the pot."),
        ),
        ask=_("“It was so good that I could not stop. How do I say in your kitchen that I am full?”"),
    )


def _three_times(_: Words) -> Moment:
    return Moment(
        key="three_times",
        reader="willow",
        title=_("Said three times"),
        text=_(
            "At the garden gate Gulnora of Mill says: come in for tea. Sherali of Willow says: thank you, no. "
            "She says it again, and a third time. He goes home."
        ),
        sentences=(
            sentence(
                "three_times_pushed",
                _("“I felt pushed into a corner.”"),
                TAKEN,
                seen=_("A gate, tea and three sentences could be seen. There was no corner."),
                taken=_("“Pushed” says what she did to him. Beneath it may be a feeling: he was embarrassed."),
                felt=_("It begins with “I felt”, so one is tempted. Yet “pushed” tells of her, not of him."),
            ),
            sentence(
                "three_times_tired",
                _("“I was tired, and I was ashamed of my dusty boots.”"),
                FELT,
                seen=_("Dust can be seen. Shame cannot, unless somebody tells of it."),
                taken=_("He puts no meaning on what she did. He speaks of himself alone."),
                felt=_("Tired and ashamed: both happened in him, and nobody can correct it."),
            ),
        ),
        readings=readings(
            me=_("She does not believe me when I say no."),
            moment=_("She has just baked, and the kettle is already boiling."),
            habit=_("In her house the first no is good manners, and only the third one counts."),
        ),
        mill=Voice(
            who=_("Gulnora of Mill"),
            woman=True,
            says=_("Whoever asks once only asks for form's sake. I wanted him to know that I mean it."),
        ),
        willow=Voice(
            who=_("Sherali of Willow"),
            woman=False,
            says=_("I had said no, and I meant it. After the third time I no longer knew how to leave."),
        ),
        ask=_("“I would love to, and today I truly cannot. May I invite myself for Thursday?”"),
    )


def _parcel(_: Words) -> Moment:
    return Moment(
        key="parcel",
        reader="mill",
        title=_("The closed parcel"),
        text=_(
            "Aizada of Mill brings a parcel to a wedding in Willow. Davron says thank you, "
            "and lays it unopened on a cupboard. The feast goes on."
        ),
        sentences=(
            sentence(
                "parcel_cupboard",
                _("“He put it on the cupboard with the ribbon still on.”"),
                SEEN,
                seen=_("Place, parcel and ribbon: a photo would show all three."),
                taken=_("It sounds a little hurt. But each word of it could be checked."),
                felt=_("No feeling is named. If you hear one, you may be reading her well, or guessing."),
            ),
            sentence(
                "parcel_sad",
                _("“I was sad. I had embroidered it for two weeks.”"),
                FELT,
                seen=_("The two weeks could be checked. What the sentence begins with cannot."),
                taken=_("She does not say what he thought of it. She says how it was for her."),
                felt=_("Sad, and why it mattered so much. He could hear that without defending himself."),
            ),
        ),
        readings=readings(
            me=_("He can imagine what is inside, and does not care for it."),
            moment=_("Ninety guests are waiting, and his hands are full of plates."),
            habit=_("In his family one opens presents alone, so that no guest is compared with another."),
        ),
        mill=Voice(
            who=_("Aizada of Mill"),
            woman=True,
            says=_("I had looked forward to his face. I saw the back of a cupboard."),
        ),
        willow=Voice(
            who=_("Davron of Willow"),
            woman=False,
            says=_("At night I opened it alone, very slowly. Nobody had taught me to say so to her."),
        ),
        ask=_("“When do you open presents in your family? I would love to hear how you liked it.”"),
    )


def _elder_waits(_: Words) -> Moment:
    return Moment(
        key="elder_waits",
        reader="willow",
        title=_("Who speaks first?"),
        text=_(
            "Two football clubs plan a match. Grandfather Omir of Mill sits at the head of the table. "
            "Nobody of Mill speaks. Nigina of Willow, who is twenty, begins with the dates."
        ),
        sentences=(
            sentence(
                "elder_waits_cold",
                _("“They did not want the match.”"),
                TAKEN,
                seen=_("What could be heard was nothing. A silence does not say what it wants."),
                taken=_("It fills a silence with an intention. Other things would fit into it as well."),
                felt=_("She may have been discouraged. The sentence speaks of them, not of her."),
            ),
            sentence(
                "elder_waits_alone",
                _("“My hands were cold, and I felt alone with my paper.”"),
                FELT,
                seen=_("Nobody could see how alone she was. Eight people sat around her."),
                taken=_("She blames nobody for it. “Alone” tells how it was, not who did it."),
                felt=_("Cold hands and loneliness: it is her side of the table, and she may tell it."),
            ),
        ),
        readings=readings(
            me=_("They do not take a young woman's dates seriously."),
            moment=_("They came straight from the field, and are still catching their breath."),
            habit=_("In this club the oldest speaks first, and he likes to let guests settle down."),
        ),
        mill=Voice(
            who=_("Grandfather Omir of Mill"),
            woman=False,
            old=True,
            says=_("I was waiting until all had tea. She began so well that I had nothing to add."),
        ),
        willow=Voice(
            who=_("Nigina of Willow"),
            woman=True,
            says=_("In our club whoever has the paper begins. I thought that I was helping everybody."),
        ),
        ask=_("“I began because I had the dates. How do you usually open a meeting?”"),
    )
