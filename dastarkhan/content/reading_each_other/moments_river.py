"""Four moments along the river: a gate at dawn, a pump brought back, a bridge meeting, a first name."""

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


def river_moments(_: Words) -> tuple[Moment, ...]:
    """All four."""
    return (_gate_at_dawn(_), _pump_back(_), _no_question(_), _first_name(_))


def _gate_at_dawn(_: Words) -> Moment:
    return Moment(
        key="gate_at_dawn",
        reader="mill",
        title=_("The gate at dawn"),
        text=_(
            "Mavjuda of Willow has the water until six. At a quarter to six she closes her gate, "
            "and walks home without looking at Kubat of Mill."
        ),
        sentences=(
            sentence(
                "gate_early",
                _("“She closed her gate at a quarter to six.”"),
                SEEN,
                seen=_("A watch and a gate: whoever stood there could have written it down."),
                taken=_("It does not even say “already”. That small word would have been a reading."),
                felt=_("He may have been glad or startled. The sentence does not tell."),
            ),
            sentence(
                "gate_ignored",
                _("“She ignored me.”"),
                TAKEN,
                seen=_("Seen was a person who walks and looks ahead. To ignore is something one does on purpose."),
                taken=_("It gives a purpose to her eyes. “She did not look over” would be what was seen."),
                felt=_("Many say “I feel ignored”. It stays a sentence about the other person."),
            ),
        ),
        readings=readings(
            me=_("She is angry with me about last week's turn."),
            moment=_("She has been up all night, and thinks only of her bed."),
            habit=_("On her canal one gives a quarter of an hour to the next, and makes no words about it."),
        ),
        mill=Voice(
            who=_("Kubat of Mill"),
            woman=False,
            says=_("I had my greeting ready on my tongue. With whom can one share a river if not with a nod?"),
        ),
        willow=Voice(
            who=_("Mavjuda of Willow"),
            woman=True,
            says=_("I left him my last quarter of an hour. I thought that the water would say it."),
        ),
        ask=_("“You closed early on Friday. Was that for me? Then I owe you a thank you.”"),
    )


def _pump_back(_: Words) -> Moment:
    return Moment(
        key="pump_back",
        reader="willow",
        title=_("The pump comes back"),
        text=_(
            "Jamshed of Willow has lent his pump. In the morning it stands before his door, "
            "washed and with a full tank. There is no note, and Cholpon of Mill is nowhere to be seen."
        ),
        sentences=(
            sentence(
                "pump_washed",
                _("“The pump was cleaner than before, and the tank was full.”"),
                SEEN,
                seen=_("Hands could check both. Anybody could be shown the tank."),
                taken=_("“Cleaner than before” compares two things that he saw. It does not say why."),
                felt=_("Joy would fit in here. He has not said it yet."),
            ),
            sentence(
                "pump_quits",
                _("“She wants to be quits, and to have nothing more to do with me.”"),
                TAKEN,
                seen=_("What she wants cannot be read from a tank."),
                taken=_("From one full tank it makes an ending. It could also be a beginning."),
                felt=_("Perhaps he was lonely at the door. Then that would be the sentence to say."),
            ),
        ),
        readings=readings(
            me=_("She would rather not meet me."),
            moment=_("She came at five, and did not want to wake the children."),
            habit=_("In her family a thing that goes back clean and full says thank you by itself."),
        ),
        mill=Voice(
            who=_("Cholpon of Mill"),
            woman=True,
            says=_("I polished it until my arm hurt. To my mother a note would have looked like a receipt."),
        ),
        willow=Voice(
            who=_("Jamshed of Willow"),
            woman=False,
            says=_("I would have liked a knock more than a full tank. I had put tea on."),
        ),
        ask=_("“I have never seen my pump so clean. Next time knock, whatever the hour: there is tea.”"),
    )


def _no_question(_: Words) -> Moment:
    return Moment(
        key="no_question",
        reader="willow",
        title=_("No questions"),
        text=_(
            "At the footbridge Zarina of Willow explains a new plan for the water turns. At the end she asks: "
            "any questions? Old Sagyn of Mill nods slowly. He asks nothing."
        ),
        sentences=(
            sentence(
                "no_question_agrees",
                _("“He agrees with the plan.”"),
                TAKEN,
                seen=_("A slow nod was seen. It may say yes, or: I have heard you."),
                taken=_("A kind reading is a reading too. On Monday it may turn out otherwise."),
                felt=_("No feeling here, though relief may have helped to read it like this."),
            ),
            sentence(
                "no_question_relieved",
                _("“I was relieved, my knees were shaking the whole time.”"),
                FELT,
                seen=_("Shaking knees can be seen, if somebody looks. The relief cannot."),
                taken=_("She does not say what his nod meant. She speaks of her own knees."),
                felt=_("Relief, told from inside. It also explains why she did not ask again."),
            ),
        ),
        readings=readings(
            me=_("He finds me too young for questions."),
            moment=_("The water was loud, and he understood every second word."),
            habit=_("He asks his questions in private, so that nobody stands there without an answer."),
        ),
        mill=Voice(
            who=_("Old Sagyn of Mill"),
            woman=False,
            old=True,
            says=_("I had three questions. Before thirty people I would not ask them of somebody so brave."),
        ),
        willow=Voice(
            who=_("Zarina of Willow"),
            woman=True,
            says=_("A question would have been a present for me. I took the nod home like a medal."),
        ),
        ask=_("“I may have forgotten something. May I come by tomorrow, and hear what you would look at?”"),
    )


def _first_name(_: Words) -> Moment:
    return Moment(
        key="first_name",
        reader="mill",
        title=_("The first name"),
        text=_(
            "Aunt Raushan of Mill is sixty, and has measured the river for thirty years. "
            "Ismoil of Willow is new there. He says: good morning, Raushan."
        ),
        sentences=(
            sentence(
                "first_name_respect",
                _("“That boy has no respect.”"),
                TAKEN,
                seen=_("Three words were heard. Respect has no sound of its own."),
                taken=_("A judgement about a whole person, made from one greeting."),
                felt=_("It may come from a feeling. If she said “I was startled”, he could answer."),
            ),
            sentence(
                "first_name_startled",
                _("“I was startled. Only my sisters call me that.”"),
                FELT,
                seen=_("Who calls her so can be checked. The start was inside her."),
                taken=_("She gives him no bad intention. She tells what the name is for her."),
                felt=_("A feeling, and what it hangs on. Now he knows something about her."),
            ),
        ),
        readings=readings(
            me=_("He thinks that I am no more than he is."),
            moment=_("It is his first day, he is nervous, and has forgotten her second name."),
            habit=_("In his college all used first names, the professors too, as a sign of welcome."),
        ),
        mill=Voice(
            who=_("Aunt Raushan of Mill"),
            woman=True,
            old=True,
            says=_("For a moment I was a girl again, and not in a good way. I looked at my instruments."),
        ),
        willow=Voice(
            who=_("Ismoil of Willow"),
            woman=False,
            says=_("I had practised her name all the way, so that I would say it well."),
        ),
        ask=_("“You say my name well. Here at work I like to be called Aunt Raushan.”"),
    )
