"""Sentences about people, to be told apart: a description, a stereotype, or one person's experience."""

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words

DESCRIPTION, STEREOTYPE, ONE = "description", "stereotype", "one"


def sentence_kinds(_: Words) -> tuple[Kind, ...]:
    """Three places to put a sentence."""
    return (
        Kind(
            key=DESCRIPTION,
            name=_("A description"),
            says=_("Somebody could go and look, count or ask, and it might turn out wrong."),
        ),
        Kind(
            key=STEREOTYPE,
            name=_("A stereotype"),
            says=_("It says what all of a group are like, and leaves nobody room to be different."),
        ),
        Kind(
            key=ONE,
            name=_("One person's experience"),
            says=_("Somebody tells what happened to them. It is true for them, and speaks for nobody else."),
        ),
    )


def sentences(_: Words) -> tuple[Scene, ...]:
    """Twenty-two sentences. The first eleven are enough for a short session."""
    return (*_first(_), *_more(_))


def _sentence(key: str, text: str, kind: str, description: str, stereotype: str, one: str) -> Scene:
    return Scene(key=key, text=text, kind=kind, why={DESCRIPTION: description, STEREOTYPE: stereotype, ONE: one})


def _first(_: Words) -> tuple[Scene, ...]:
    return (
        _sentence(
            "bazaar",
            _("The bazaar in Willow opens at six."),
            DESCRIPTION,
            _("You can go there at six and look. If it is closed, the sentence was wrong."),
            _("Nobody is said to be like anything. It is only about a gate and a clock."),
            _("Nobody tells what happened to them. Anybody could check it."),
        ),
        _sentence(
            "sellers",
            _("Bazaar sellers never tell you the real price."),
            STEREOTYPE,
            _("How would you check “never” and “the real price”? One honest seller is not even counted."),
            _("“Never” puts every seller into one coat. The woman with the honest scales has no room in it."),
            _("It may have begun with one bad melon. But it speaks of all sellers."),
        ),
        _sentence(
            "apricots",
            _("A seller in Mill once ran after me with my change."),
            ONE,
            _("Only one person was there. It cannot be looked up, and it need not be."),
            _("It says nothing of other sellers. It would be one if it ended: “so they are all honest”."),
            _("“Once” and “me”: a small story that belongs to one person. You can thank them for it."),
        ),
        _sentence(
            "queue",
            _("On Monday the queue at the crossing had about forty people at nine."),
            DESCRIPTION,
            _("Somebody counted, on a day and at an hour. Another person could have counted too."),
            _("It does not say what the forty are like. Some are surely nicer than others."),
            _("It was one morning, but it is about a number that all could see."),
        ),
        _sentence(
            "pushing",
            _("People from the other bank always push in queues."),
            STEREOTYPE,
            _("“Always” cannot be seen. Who stood quietly was not noticed."),
            _("“Always”, and a whole bank: those who wait politely disappear from the sentence."),
            _("Perhaps somebody was pushed once. The sentence has made a bank out of an elbow."),
        ),
        _sentence(
            "bag",
            _("A woman in the queue held my bag while I looked for my brother."),
            ONE,
            _("It happened to one person. There is nothing to count."),
            _("It tells of one woman and one bag, not of all women or all queues."),
            _("Somebody tells what somebody did. That is how most trust begins."),
        ),
        _sentence(
            "young",
            _("Young people do not read any more."),
            STEREOTYPE,
            _("It sounds like a finding. Which people, read what, and who counted?"),
            _("All young people, one empty shelf. The one who reads under the blanket is forgotten."),
            _("Maybe it is about one nephew and one phone. It is said about everybody."),
        ),
        _sentence(
            "library",
            _("Of the thirty students in our course, eleven borrowed a book this month."),
            DESCRIPTION,
            _("There is a list in the library. The number may be high or low, but it can be checked."),
            _("It gives a number, and leaves each of the thirty free to be different."),
            _("It is about a whole course, and the list shows it to anybody."),
        ),
        _sentence(
            "driver",
            _("Women are careful drivers."),
            STEREOTYPE,
            _("A count of accidents could be a description. This sentence says what all women are like."),
            _("It is friendly, and still one coat for all. A kind stereotype is a stereotype."),
            _("Nobody says: my aunt drives so. It speaks about every woman at a wheel."),
        ),
        _sentence(
            "lorry",
            _("My aunt drives the lorry over the pass, and I feel safe beside her."),
            ONE,
            _("“I feel safe” cannot be counted by others. It is true for the one who says it."),
            _("It is about one aunt. It does not say how women or men drive."),
            _("One aunt, one pass, one feeling. It may make you ask about your own aunt."),
        ),
        _sentence(
            "water_turn",
            _("Upstream neighbours do not care who comes after them."),
            STEREOTYPE,
            _("What somebody cares about cannot be seen from the canal. What they opened, and when, can."),
            _("It looks into all hearts at once. The one who closes the gate early is not in it."),
            _("There may be a dry field behind it. Then say: my field was dry on Friday."),
        ),
    )


def _more(_: Words) -> tuple[Scene, ...]:
    return (
        _sentence(
            "dry_field",
            _("Last week water reached our field two hours later than the plan said."),
            DESCRIPTION,
            _("A plan and a clock: both can be laid on the table. So it can be talked about."),
            _("It blames nobody. It does not even say why."),
            _("It was our field, but anybody can read the plan and the clock."),
        ),
        _sentence(
            "waste",
            _("Downstream neighbours waste whatever they get."),
            STEREOTYPE,
            _("Litres can be measured. “Waste whatever they get” is a verdict on everybody."),
            _("It leaves no room for the old man who carries water to each tree."),
            _("Perhaps somebody saw one open tap. One tap is not a bank."),
        ),
        _sentence(
            "turn_kept",
            _("At my irrigation turn a neighbour from below brought tea, and we waited together."),
            ONE,
            _("Nobody could check the tea now. Nobody has to."),
            _("It makes no rule about neighbours. It keeps to one evening."),
            _("One evening, told by somebody who was there. It invites another story."),
        ),
        _sentence(
            "city",
            _("City people have no time for guests."),
            STEREOTYPE,
            _("You could ask ten households. The sentence has decided before asking."),
            _("A whole city without one kettle? Somebody there is laying a cloth just now."),
            _("It may be one short visit that hurt. Told as a visit, it could be heard."),
        ),
        _sentence(
            "village",
            _("In a village everybody is warm-hearted."),
            STEREOTYPE,
            _("A warm heart cannot be counted by going from house to house."),
            _("It is praise. But whoever has a bad day there is no longer allowed to have it."),
            _("If it was one warm house, say which dish they gave you."),
        ),
        _sentence(
            "bus",
            _("Two buses a day go from Mill to Willow."),
            DESCRIPTION,
            _("The timetable says so. Wait at the stop, and you will know."),
            _("It is about buses. Nobody is put into a group."),
            _("Everybody at the stop can check it, not only the one who tells."),
        ),
        _sentence(
            "chat",
            _("In our school chat nobody from Willow answered me for a day."),
            ONE,
            _("The chat shows the hours. But “answered me” tells how it was for one person."),
            _("It stops at one day and one chat. It turns into one with: “they never answer”."),
            _("One day of waiting, and it felt long. One could ask: what happened that day?"),
        ),
        _sentence(
            "footballers",
            _("Footballers are not good at school."),
            STEREOTYPE,
            _("Marks and matches could be compared. This sentence did not compare anything."),
            _("The goalkeeper who likes mathematics does not fit in. So the sentence leaves her out."),
            _("It may be one friend and one exam. It is said of everybody with a ball."),
        ),
        _sentence(
            "match",
            _("Saturday's match between Mill and Willow ended two to two."),
            DESCRIPTION,
            _("Everybody at the field saw it. Whether it was a good match is another question."),
            _("It says nothing of what the players are like."),
            _("More than one person was there, and all counted four goals."),
        ),
        _sentence(
            "wedding",
            _("At the wedding a guest from the other bank sang our song, with other words."),
            ONE,
            _("Others heard it as well. But “our song” is how it sounded to the one who tells."),
            _("It is about one guest and one song. It does not say: they took it from us."),
            _("Somebody was surprised by a melody. A good question would be: how do your words go?"),
        ),
        _sentence(
            "both_banks",
            _("On both banks of the Ayna people lay a cloth for guests. Somebody counted in twelve villages."),
            DESCRIPTION,
            _("Twelve villages were visited. In the thirteenth it may be different, and one can look."),
            _("It tells what was seen, and where. It does not say that all people are so."),
            _("Somebody went from village to village. It is more than one person's evening."),
        ),
    )
