"""Four moments on the way: a hand on the heart, a price without haggling, a quiet goal, laughter in the queue."""

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


def road_moments(_: Words) -> tuple[Moment, ...]:
    """All four."""
    return (_handshake(_), _first_price(_), _quiet_goal(_), _laughter(_))


def _handshake(_: Words) -> Moment:
    return Moment(
        key="handshake",
        reader="willow",
        title=_("A hand in the air"),
        text=_(
            "At the bus station Komron of Willow stretches out his hand. Azamat of Mill, "
            "with a bag over his shoulder, lays his own on his heart and bows a little."
        ),
        sentences=(
            sentence(
                "handshake_heart",
                _("“He laid his hand on his heart.”"),
                SEEN,
                seen=_("Hand, heart, a small bow: a picture would show it to everybody."),
                taken=_("“Heart” sounds warm. But here it is only the place where the hand lay."),
                felt=_("It does not say how Komron was. He may not know it yet himself."),
            ),
            sentence(
                "handshake_rejected",
                _("“I felt rejected.”"),
                TAKEN,
                seen=_("A hand stayed empty: that was seen. “Rejected” is more."),
                taken=_("There is a doer hidden in it: somebody rejects. Beneath it may be: I was embarrassed."),
                felt=_("“I felt” stands at the door, and a reading walks in behind it. That is easily missed."),
            ),
        ),
        readings=readings(
            me=_("He does not want to touch my hand."),
            moment=_("He has been repairing the bus, and his hand is black with oil."),
            habit=_("He learned that a hand on the heart greets more warmly than any shake."),
        ),
        mill=Voice(
            who=_("Azamat of Mill"),
            woman=False,
            says=_("I gave him the best greeting that I know. His face closed like a shop."),
        ),
        willow=Voice(
            who=_("Komron of Willow"),
            woman=False,
            says=_("My hand hung in the air, and thirty people were waiting for the bus. The moment grew very long."),
        ),
        ask=_("“I greet with the hand, you with the heart. Shall we do both?”"),
    )


def _first_price(_: Words) -> Moment:
    return Moment(
        key="first_price",
        reader="willow",
        title=_("No haggling"),
        text=_(
            "Grandmother Burul of Mill sells felt slippers. Laylo of Willow asks the price, hears it, pays it, "
            "and takes the slippers. The old woman looks at the money for a long time."
        ),
        sentences=(
            sentence(
                "first_price_long",
                _("“She looked at the money before she put it away.”"),
                SEEN,
                seen=_("Eyes, money, a pocket, one after the other. It can be told again like this."),
                taken=_("“She checked whether it was real” would have been a reading."),
                felt=_("Laylo's stomach may have said something. It is not in the sentence."),
            ),
            sentence(
                "first_price_uneasy",
                _("“I was uneasy, as if I had missed a step on the stairs.”"),
                FELT,
                seen=_("Nobody saw stairs. It is a picture for something inside."),
                taken=_("She guesses nothing about the old woman. She says how it was in her own feet."),
                felt=_("Uneasy, with a picture for it. Such a sentence can open a talk."),
            ),
        ),
        readings=readings(
            me=_("She takes me for somebody who throws money about."),
            moment=_("Her glasses are at home, and the notes are new."),
            habit=_("For her haggling is half the pleasure, and the tea that goes with it the other half."),
        ),
        mill=Voice(
            who=_("Grandmother Burul of Mill"),
            woman=True,
            old=True,
            says=_("I had got ready for a good talk. She paid and was gone, like rain on a tin roof."),
        ),
        willow=Voice(
            who=_("Laylo of Willow"),
            woman=True,
            says=_("So much work in them, and I should press the price? I wanted to honour her hands."),
        ),
        ask=_("“They are worth every coin. Would you tell me how you make them?”"),
    )


def _quiet_goal(_: Words) -> Moment:
    return Moment(
        key="quiet_goal",
        reader="mill",
        title=_("A quiet goal"),
        text=_(
            "In the last minute Parviz of Willow scores. He does not cheer. He picks up the ball, "
            "says nothing to Nurlan of Mill, who keeps the goal, and walks back."
        ),
        sentences=(
            sentence(
                "quiet_goal_arrogant",
                _("“He is so arrogant that he does not even cheer.”"),
                TAKEN,
                seen=_("No cheering was seen. Arrogance has never been filmed."),
                taken=_("If he had cheered, one might have called that arrogant too. A reading likes to be right."),
                felt=_("The last minute hurts. That would be the feeling, and it is not named here."),
            ),
            sentence(
                "quiet_goal_empty",
                _("“I felt quite empty, and I wanted to hear one word.”"),
                FELT,
                seen=_("He lay in the grass, that was seen. How empty he was he has to tell."),
                taken=_("“One word” is a wish and no reproach. He does not say why it did not come."),
                felt=_("Empty, and wishing: two things inside. A friend could do something with that."),
            ),
        ),
        readings=readings(
            me=_("For him I am not even worth a word."),
            moment=_("He thought that the flag was up, and waited for the whistle."),
            habit=_("His trainer taught him: whoever scores late leaves the other side in peace."),
        ),
        mill=Voice(
            who=_("Nurlan of Mill"),
            woman=False,
            says=_("I can take a goal. That somebody walks past as if I were a post, less so."),
        ),
        willow=Voice(
            who=_("Parviz of Willow"),
            woman=False,
            says=_("In winter I keep goal myself. I know that minute, and I kept still for him."),
        ),
        ask=_("“That was a hard last minute. Do you like to be left alone then, or not?”"),
    )


def _laughter(_: Words) -> Moment:
    return Moment(
        key="laughter",
        reader="mill",
        title=_("Laughter in the queue"),
        text=_(
            "In the queue at the crossing Munira of Willow and her aunt look towards Elmira of Mill. "
            "They speak in a language that Elmira does not know, and laugh."
        ),
        sentences=(
            sentence(
                "laughter_at_me",
                _("“They are laughing at me.”"),
                TAKEN,
                seen=_("Two people laughed and looked this way. The “at me” is added."),
                taken=_("Two small words turn laughter into a wound. Without them it is still open."),
                felt=_("It stings, one can hear that. The sting itself is not named."),
            ),
            sentence(
                "laughter_own_words",
                _("“I did not understand a word of it.”"),
                SEEN,
                seen=_("She heard a sound and no meaning. That is exactly what was there."),
                taken=_("She gives it no meaning. That takes some courage in a queue."),
                felt=_("It may have been lonely. The sentence only says what her ears caught."),
            ),
        ),
        readings=readings(
            me=_("Something is wrong with my coat."),
            moment=_("Behind me a goat is eating somebody's ticket."),
            habit=_("These two laugh when they wait. It makes every queue shorter for them."),
        ),
        mill=Voice(
            who=_("Elmira of Mill"),
            woman=True,
            says=_("I looked down at my shoes, my coat, my bag. I grew smaller from top to bottom."),
        ),
        willow=Voice(
            who=_("Munira of Willow"),
            woman=True,
            says=_("My aunt wanted a coat like hers, and told what became of her last one. We meant to ask her."),
        ),
        ask=_("“You have a good laugh. May I know what is so funny? I could do with some.”"),
    )
