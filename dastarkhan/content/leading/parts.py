"""Sentences from the days before the fair: situation, behaviour, impact, or a judgement that helps nobody."""

from dastarkhan.content.pieces import Kind, Scene
from dastarkhan.languages import Words


def part_kinds(_: Words) -> tuple[Kind, ...]:
    """Three parts of feedback, and what is none."""
    return (
        Kind(key="situation", name=_("Situation"), says=_("when it was, and where")),
        Kind(key="behaviour", name=_("Behaviour"), says=_("what somebody did or said, as all could see and hear")),
        Kind(key="impact", name=_("Impact"), says=_("what it did to me or to us")),
        Kind(key="judgement", name=_("Judgement"), says=_("what I think somebody is like, or why they did it")),
    )


def part_scenes(_: Words) -> tuple[Scene, ...]:
    """Sixteen sentences, four of each kind, in a mixed order."""
    return (*_first_half(_), *_second_half(_))


def _first_half(_: Words) -> tuple[Scene, ...]:
    return (
        Scene(
            key="locked_hall",
            text=_("“Yesterday at four, in front of the locked hall.”"),
            kind="situation",
            why={
                "situation": _("A time and a place. Now both think of the same moment."),
                "behaviour": _("Nobody does anything yet. It only opens the picture."),
                "impact": _("One may guess that somebody waited. The sentence does not say it."),
                "judgement": _("No blame in it: a clock and a door."),
            },
        ),
        Scene(
            key="key_home",
            text=_("“You took the key home with you.”"),
            kind="behaviour",
            why={
                "situation": _("When and where is still missing. This is what was done."),
                "behaviour": _("Anybody could have seen it. Whether it was meant so is left open, and that is good."),
                "impact": _("What it did to the others comes next. This is only the key."),
                "judgement": _("It says what happened to the key, and not what kind of person you are."),
            },
        ),
        Scene(
            key="unreliable",
            text=_("“One cannot rely on you.”"),
            kind="judgement",
            why={
                "situation": _("There is no moment in it. It sounds like always."),
                "behaviour": _("Nobody can see “relying”. Which promise was not kept?"),
                "impact": _("A disappointment stands behind it. Said as “I was worried”, it could be heard."),
                "judgement": _("One forgotten key has become a whole person. Most people stop listening here."),
            },
        ),
        Scene(
            key="wind",
            text=_("“Six of us stood in the wind for forty minutes, and I was worried about the stage.”"),
            kind="impact",
            why={
                "situation": _("It has a wind and a time, but it tells what came of it."),
                "behaviour": _("This is what happened to the others, and not what the person did."),
                "impact": _("What it cost, and how it felt. Nobody can argue with your worry."),
                "judgement": _("No word about the other person, only about the six and you."),
            },
        ),
        Scene(
            key="read_both",
            text=_("“You read the poster aloud in both languages.”"),
            kind="behaviour",
            why={
                "situation": _("When was it? That would make it complete. This is what was done."),
                "behaviour": _("Good things are seen and heard too. Now the person knows what to do again."),
                "impact": _("What it did to people comes next. Somebody smiled, perhaps."),
                "judgement": _("It praises nothing and nobody. It says what you did, and that lasts longer."),
            },
        ),
        Scene(
            key="born_leader",
            text=_("“You are simply a born leader.”"),
            kind="judgement",
            why={
                "situation": _("Which moment was it? Nobody knows, not even the leader."),
                "behaviour": _("What did the person do? A pleasant sentence, and nothing to repeat."),
                "impact": _("Perhaps you felt safe. That would be an impact, if you said it."),
                "judgement": _("A kind verdict is a verdict too. And those who were not born so?"),
            },
        ),
        Scene(
            key="welcome",
            text=_("“For the first time I felt that this is my group too.”"),
            kind="impact",
            why={
                "situation": _("“For the first time” is about a feeling here, and not about an hour."),
                "behaviour": _("Nobody's doing is in it. Say first what the other one did."),
                "impact": _("A gift of a sentence: it tells what somebody's doing meant to you."),
                "judgement": _("It speaks of you alone, and so nobody can be hurt by it."),
            },
        ),
        Scene(
            key="second_meeting",
            text=_("“At the second meeting, when we talked about the courtyard.”"),
            kind="situation",
            why={
                "situation": _("Meeting and topic: now the other can find the moment again."),
                "behaviour": _("All talked. What did the one person do?"),
                "impact": _("Nothing has come of it yet. It opens the door to it."),
                "judgement": _("Quite neutral. That is the good of it."),
            },
        ),
    )


def _second_half(_: Words) -> tuple[Scene, ...]:
    return (
        Scene(
            key="phone",
            text=_("“You looked at your phone three times while Shirin spoke.”"),
            kind="behaviour",
            why={
                "situation": _("There is a moment in it. But the heart of it is what was done."),
                "behaviour": _("Eyes and a number. Perhaps a child was ill at home: the sentence leaves room for it."),
                "impact": _("What it did to Shirin is not said yet."),
                "judgement": _("“You are not interested” would be one. This only counts."),
            },
        ),
        Scene(
            key="show_off",
            text=_("“You only did that to show off.”"),
            kind="judgement",
            why={
                "situation": _("No time, no place."),
                "behaviour": _("“That” was the behaviour. The rest looks into a heart, and nobody can."),
                "impact": _("It may have made you feel small. Say that, and it can be heard."),
                "judgement": _("A guess at reasons. It will be denied, and then you talk about the guess."),
            },
        ),
        Scene(
            key="bridge_morning",
            text=_("“This morning on the bridge, before the others came.”"),
            kind="situation",
            why={
                "situation": _("Just the two of you, and a clear moment. A good beginning."),
                "behaviour": _("Coming is not the point here. What was done on the bridge?"),
                "impact": _("Nothing is felt yet. Wait for the next sentence."),
                "judgement": _("Neither good nor bad: a bridge in the morning."),
            },
        ),
        Scene(
            key="lost_thread",
            text=_("“I lost my thread, and did not dare to finish.”"),
            kind="impact",
            why={
                "situation": _("It was in some moment, but the moment is not named."),
                "behaviour": _("It is your own doing, as an answer to something. So it shows the effect."),
                "impact": _("What it did to me, in two steps. The other may not have known."),
                "judgement": _("It accuses nobody. That makes it strong."),
            },
        ),
        Scene(
            key="asked_grandmother",
            text=_("“You asked Grandmother where the benches should stand, and moved them twice.”"),
            kind="behaviour",
            why={
                "situation": _("The courtyard is in the background. In front is what was done."),
                "behaviour": _("A question and two times of carrying. Nobody has to say “respectful”: one sees it."),
                "impact": _("What Grandmother made of it would be the impact: she opened the second room."),
                "judgement": _("“You are so polite” would be one. This shows it."),
            },
        ),
        Scene(
            key="never",
            text=_("“You never think of the people from the other bank.”"),
            kind="judgement",
            why={
                "situation": _("“Never” is no time. It is all times at once."),
                "behaviour": _("Thoughts cannot be seen. What was missing: a chair, a translation, a bus?"),
                "impact": _("Somebody felt forgotten. Said so, it would open ears."),
                "judgement": _("“Never” and a guess at thoughts: two reasons not to listen."),
            },
        ),
        Scene(
            key="after_song",
            text=_("“On Friday, after the second song.”"),
            kind="situation",
            why={
                "situation": _("Short is enough. The other nods, and remembers."),
                "behaviour": _("The song belongs to the band. What the person did comes next."),
                "impact": _("Music does things to people. Here it only tells the hour."),
                "judgement": _("Nothing is weighed. It only says when."),
            },
        ),
        Scene(
            key="second_room",
            text=_("“She laughed, and gave us the second room too.”"),
            kind="impact",
            why={
                "situation": _("A room is named, but it tells what came of something."),
                "behaviour": _("It is Grandmother's answer, and so the effect of what the other had done."),
                "impact": _("An effect on somebody else, and on all. Such things should be told as well."),
                "judgement": _("A laugh and a room: one sees and hears them."),
            },
        ),
    )
