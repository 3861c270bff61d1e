"""Four moments with a phone: a late answer, a joke, one thumb, a silence on a call."""

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


def chat_moments(_: Words) -> tuple[Moment, ...]:
    """All four."""
    return (_late_answer(_), _joke(_), _thumb(_), _silent_call(_))


def _late_answer(_: Words) -> Moment:
    return Moment(
        key="late_answer",
        reader="willow",
        title=_("The late answer"),
        text=_(
            "On Monday at ten Zebo of Willow writes in the school chat: can you bring the speaker? "
            "The message is marked as read. On Tuesday evening Almaz of Mill answers: yes."
        ),
        sentences=(
            sentence(
                "late_answer_hours",
                _("“The answer came after a day and a half.”"),
                SEEN,
                seen=_("Both times stand in the chat. Anybody can subtract them."),
                taken=_("Whether that is long is another question. The sentence leaves it open."),
                felt=_("Waiting has a feeling, surely. Here only the clock is read."),
            ),
            sentence(
                "late_answer_unimportant",
                _("“Our fair is not important to him.”"),
                TAKEN,
                seen=_("The chat shows two times and one word. What is important to him it does not show."),
                taken=_("From a late hour to a whole heart is a long way. There may be other ways."),
                felt=_("A feeling would begin with her: I was uneasy. This begins with him."),
            ),
        ),
        readings=readings(
            me=_("He did not want to answer me in particular."),
            moment=_("He had to ask whose speaker it is, and the owner was in the fields."),
            habit=_("He answers when he is certain, because a yes that is taken back is worse."),
        ),
        mill=Voice(
            who=_("Almaz of Mill"),
            woman=False,
            says=_("I read it at once and ran to my cousin. Until he had said yes, what could I write?"),
        ),
        willow=Voice(
            who=_("Zebo of Willow"),
            woman=True,
            says=_("I looked at the two ticks all day. One word would have let me sleep."),
        ),
        ask=_("“I was getting nervous about the speaker. Could you write “I am asking” next time?”"),
    )


def _joke(_: Words) -> Moment:
    return Moment(
        key="joke",
        reader="mill",
        title=_("A joke in the chat"),
        text=_(
            "Ruslan of Mill sends a photo of his first bread. Farida of Willow writes: good for building a bridge! "
            "Eleven people send laughing faces. Ruslan leaves the chat."
        ),
        sentences=(
            sentence(
                "joke_eleven",
                _("“Eleven people sent laughing faces.”"),
                SEEN,
                seen=_("They can be counted. What was behind each of them cannot."),
                taken=_("“They laughed at me” would be a meaning. Here are only eleven faces."),
                felt=_("It surely hurt to count them. The hurt is not in the sentence."),
            ),
            sentence(
                "joke_hot",
                _("“My ears grew hot, and I wanted to be far away.”"),
                FELT,
                seen=_("Red ears might be seen, but this was a chat. He alone knew it."),
                taken=_("He does not say what she meant. That is why she could listen to it."),
                felt=_("An ear and a wish: feelings often sit in the body first."),
            ),
        ),
        readings=readings(
            me=_("She wanted to make me small in front of everybody."),
            moment=_("She wrote it on the bus in three seconds, and the bus was laughing too."),
            habit=_("Among her sisters a joke is how you say: you belong to us."),
        ),
        mill=Voice(
            who=_("Ruslan of Mill"),
            woman=False,
            says=_("I had got up at five for that bread. I could not hear how she had said it."),
        ),
        willow=Voice(
            who=_("Farida of Willow"),
            woman=True,
            says=_("My own first bread broke a knife. I wanted to write that, and then my stop came."),
        ),
        ask=_("“I meant it fondly, and it landed badly. I am sorry. Shall I show you mine?”"),
    )


def _thumb(_: Words) -> Moment:
    return Moment(
        key="thumb",
        reader="mill",
        title=_("One thumb"),
        text=_(
            "Meerim of Mill writes twenty lines about the music for the fair. "
            "Uncle Hakim of Willow, who has the sound system, sends one thumb."
        ),
        sentences=(
            sentence(
                "thumb_dismissed",
                _("“He brushed me aside with a thumb.”"),
                TAKEN,
                seen=_("A thumb was sent. “Brushed aside” is what it became on the way."),
                taken=_("The thumb is a fact, and the brushing a reading. Two things stand in one sentence."),
                felt=_("Perhaps she was disappointed. “Brushed aside” speaks of what he did."),
            ),
            sentence(
                "thumb_disappointed",
                _("“I was disappointed. I had hoped for a talk about songs.”"),
                FELT,
                seen=_("A hope does not show in a chat. She has to tell of it, and she does."),
                taken=_("No intention of his is named. Only hers."),
                felt=_("A feeling and the hope behind it. It would be easy to answer that."),
            ),
        ),
        readings=readings(
            me=_("He finds my ideas childish."),
            moment=_("He stands on a ladder with a cable between his teeth."),
            habit=_("For him a thumb means: agreed to every word, and nothing to add."),
        ),
        mill=Voice(
            who=_("Meerim of Mill"),
            woman=True,
            says=_("Twenty lines are a hand held out. I looked for a second message until midnight."),
        ),
        willow=Voice(
            who=_("Uncle Hakim of Willow"),
            woman=False,
            old=True,
            says=_("I read it twice, and ordered two more cables for it. Typing is not for my fingers."),
        ),
        ask=_("“I see your thumb, thank you. May I call you? I would like to hear which song you like.”"),
    )


def _silent_call(_: Words) -> Moment:
    return Moment(
        key="silent_call",
        reader="willow",
        title=_("Silence on a call"),
        text=_(
            "On a call Bahrom of Willow asks: is everybody for Saturday? For nine seconds nobody speaks. "
            "Then Saule of Mill says: we will see."
        ),
        sentences=(
            sentence(
                "silent_call_nine",
                _("“It was quiet for nine seconds.”"),
                SEEN,
                seen=_("A recording would have the nine seconds. It would not have their reason."),
                taken=_("“Awkwardly quiet” would be a reading. Quiet alone is not one."),
                felt=_("Nine seconds can feel like a minute. The sentence stays with the clock."),
            ),
            sentence(
                "silent_call_no",
                _("“‘We will see’ means no.”"),
                TAKEN,
                seen=_("Three words were heard, and “no” was not among them."),
                taken=_("He translates. Perhaps well: for some people it is a kind no. One can ask."),
                felt=_("Nothing is said of him. It is a dictionary with one entry."),
            ),
        ),
        readings=readings(
            me=_("They do not like my plan, and are too polite to tell me."),
            moment=_("The line is bad, and each waits for another to speak first."),
            habit=_("Saule never promises for others before she has asked them."),
        ),
        mill=Voice(
            who=_("Saule of Mill"),
            woman=True,
            says=_("Two of us work on Saturdays. I did not want to say that in front of them."),
        ),
        willow=Voice(
            who=_("Bahrom of Willow"),
            woman=False,
            says=_("I heard my own clock ticking. I would rather have had a clear no."),
        ),
        ask=_("“What would make Saturday easy for you, and what would make it hard?”"),
    )
