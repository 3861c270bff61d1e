"""The sentences of the five partners: short, friendly, each in a manner of its own, without a number."""

from collections.abc import Mapping
from enum import StrEnum

from dastarkhan.languages import mark


class Happened(StrEnum):
    """What a partner's sentence has to fit."""

    OPENING = "opening"
    AFTER_AGREED = "after_agreed"
    AFTER_APART = "after_apart"
    AFTER_DRY = "after_dry"
    SMALL_STEP = "small_step"
    BIG_STEP = "big_step"
    OTHER_WAY = "other_way"
    NO_STEP = "no_step"
    HEARD = "heard"
    NEAR_END = "near_end"
    YES = "yes"
    NO = "no"
    ANSWER = "answer"
    NOT_SAID = "not_said"
    STOP = "stop"


QUICK: Mapping[Happened, tuple[str, ...]] = {
    Happened.OPENING: (mark("Come, sit down. We would like to agree before the tea is cold. Here is a beginning."),),
    Happened.AFTER_AGREED: (mark("Welcome back. Last year held well. Let us begin from there."),),
    Happened.AFTER_APART: (mark("Here you are again! Last year we missed each other. Today we come closer."),),
    Happened.AFTER_DRY: (mark("It was a hard summer. Good that you came. Let us look after this year together."),),
    Happened.SMALL_STEP: (
        mark("A little closer again. We feel that we are nearly there."),
        mark("Here is one more step. May we hear yours?"),
    ),
    Happened.BIG_STEP: (
        mark("This is a large step towards you. A good year together is worth it."),
        mark("We will not count every drop. Look, we come much closer to you."),
    ),
    Happened.OTHER_WAY: (mark("Perhaps like this? We try another side of the same cloth."),),
    Happened.NO_STEP: (mark("We have come a long way already. Now we wait for you, gladly."),),
    Happened.HEARD: (mark("We saw your step, thank you. We have already gone nearly as far as we can."),),
    Happened.NEAR_END: (mark("The day is late. Let us not part over so little."),),
    Happened.YES: (mark("Yes! Good. Let us write it down and pour the tea."),),
    Happened.NO: (
        mark("Not quite yet, but we are glad that you came closer."),
        mark("We wish we could. Give us a little more to take home."),
    ),
    Happened.ANSWER: (mark("Of course, we tell you gladly."), mark("Good that you ask.")),
    Happened.NOT_SAID: (mark("That one we keep to ourselves today. Ask us something else."),),
    Happened.STOP: (mark("What a pity. Our door stays open next year."),),
}

PUZZLE: Mapping[Happened, tuple[str, ...]] = {
    Happened.OPENING: (mark("We have several ways to be content. Let us find one that helps you too."),),
    Happened.AFTER_AGREED: (mark("Last year's picture was good. Perhaps there is a better one."),),
    Happened.AFTER_APART: (mark("The pieces of last year still lie here. Let us turn them again."),),
    Happened.AFTER_DRY: (mark("The dry year showed us which pieces matter. Let us use that."),),
    Happened.SMALL_STEP: (
        mark("It looks as if this part matters to you. We moved it a little."),
        mark("We turned one piece. Does it fit better now?"),
    ),
    Happened.BIG_STEP: (
        mark("Now we think we see what you need. Here is much more of it."),
        mark("We looked for a piece that helps you more. Take it."),
    ),
    Happened.OTHER_WAY: (
        mark("This is another way that we could live with. Perhaps it is better for you?"),
        mark("Same puzzle, other pieces. Tell us if we guess wrong."),
    ),
    Happened.NO_STEP: (mark("We found no better way yet. Show us which piece you miss."),),
    Happened.HEARD: (mark("Your new offer shows us something. Here we found no better piece yet."),),
    Happened.NEAR_END: (mark("Few pieces are left on the table. This is the best picture we see."),),
    Happened.YES: (mark("It fits! With this picture both of us can go home."),),
    Happened.NO: (
        mark("Close. One piece does not fit on our side yet."),
        mark("Not this way. But your offer tells us something, thank you."),
    ),
    Happened.ANSWER: (mark("An honest answer, since it helps us both."), mark("The more we know, the more we find.")),
    Happened.NOT_SAID: (mark("We are not sure ourselves yet. Look at our offers, they show it."),),
    Happened.STOP: (mark("No picture this year. We keep the pieces for the next one."),),
}

MIRROR: Mapping[Happened, tuple[str, ...]] = {
    Happened.OPENING: (mark("We begin where we stand. We will walk as you walk."),),
    Happened.AFTER_AGREED: (mark("You kept your word, and so did we. We begin where we stood."),),
    Happened.AFTER_APART: (mark("Last year both of us waited. Perhaps this year both of us walk."),),
    Happened.AFTER_DRY: (mark("The dry year was hard on both banks. Let us not walk apart now."),),
    Happened.SMALL_STEP: (
        mark("A small step from us. We go as far as you go."),
        mark("One foot before the other. That is fair to us."),
    ),
    Happened.BIG_STEP: (
        mark("Here is a big step. We will gladly answer your next one."),
        mark("We like to be generous with those who are generous with us."),
    ),
    Happened.OTHER_WAY: (mark("We turn a little, as one does on a narrow path. Let us see where we meet."),),
    Happened.NO_STEP: (
        mark("We stand where we stood. Take a step, and we take one too."),
        mark("One of us may begin. We follow gladly."),
    ),
    Happened.HEARD: (mark("We saw your step. We need a moment before we answer it."),),
    Happened.NEAR_END: (mark("The talks are nearly over. Whatever you give now, we give too."),),
    Happened.YES: (mark("As you to us, so we to you. Agreed."),),
    Happened.NO: (
        mark("Not this time. We saw how far you came."),
        mark("We cannot say yes yet. We say it as openly as you do."),
    ),
    Happened.ANSWER: (mark("You ask openly, we answer openly."), mark("We say it, and may ask you the same one day.")),
    Happened.NOT_SAID: (mark("You have not told us that either."),),
    Happened.STOP: (mark("You stop, we stop. Next year we begin as friends."),),
}

SLOW: Mapping[Happened, tuple[str, ...]] = {
    Happened.OPENING: (mark("We are in no hurry. This is what we had in mind."),),
    Happened.AFTER_AGREED: (mark("What we tied last year has held. Let us take our time again."),),
    Happened.AFTER_APART: (mark("Last year was too short for us. This year we begin early."),),
    Happened.AFTER_DRY: (mark("It was a dry year, and it passed. We have thought about it all winter."),),
    Happened.SMALL_STEP: (
        mark("We thought about it overnight. This much we can do."),
        mark("A little more, then. The river also takes its time."),
    ),
    Happened.BIG_STEP: (
        mark("You have waited well. Now we can move."),
        mark("At home they allowed us more. Here it is."),
    ),
    Happened.OTHER_WAY: (mark("Let us carry the load on the other shoulder. Look at this."),),
    Happened.NO_STEP: (
        mark("Not yet. There is time, and there is bread on the cloth."),
        mark("We heard you. We are still where we were."),
    ),
    Happened.HEARD: (mark("You moved, we noticed. We think about it, there is time."),),
    Happened.NEAR_END: (mark("Now the evening comes, and we can say a little more."),),
    Happened.YES: (mark("Good. What is slowly tied holds long."),),
    Happened.NO: (
        mark("Slowly. That is more than we can promise today."),
        mark("Not so fast. Let us look at it once more."),
    ),
    Happened.ANSWER: (mark("Let us think. Yes, that we can say."), mark("You ask at the right time.")),
    Happened.NOT_SAID: (mark("Too early. Perhaps later."),),
    Happened.STOP: (mark("Then not this year. We have known each other for long, and will again."),),
}

ROOTS: Mapping[Happened, tuple[str, ...]] = {
    Happened.OPENING: (mark("Our people told us what to bring home. This is it."),),
    Happened.AFTER_AGREED: (mark("At home they were content with last year. Let it stay near that."),),
    Happened.AFTER_APART: (mark("Last year we parted as friends. Our people still ask for the same."),),
    Happened.AFTER_DRY: (mark("After the dry summer our people watch us closely. This is what we may offer."),),
    Happened.SMALL_STEP: (
        mark("One branch bends a little. The roots stay."),
        mark("A small thing, for your sake. Please do not ask for much more."),
    ),
    Happened.BIG_STEP: (mark("This was not easy for us. Please see how far it is."),),
    Happened.OTHER_WAY: (mark("We put it another way. Is it easier for you?"),),
    Happened.NO_STEP: (
        mark("We understand you well. Still, this is where we stand."),
        mark("You ask kindly. Our answer is the same."),
        mark("We have little room. Perhaps another term moves more easily."),
    ),
    Happened.HEARD: (mark("We see that you moved, and we thank you. We cannot follow yet."),),
    Happened.NEAR_END: (mark("It grows late. A little shade we can still give."),),
    Happened.YES: (mark("This we can carry home with our heads up. Agreed."),),
    Happened.NO: (
        mark("We cannot go home with this. It is not against you."),
        mark("We respect your offer. It is too far from where we stand."),
    ),
    Happened.ANSWER: (mark("That is no secret."), mark("Everybody at home would say the same.")),
    Happened.NOT_SAID: (mark("That stays in the ground with the roots."),),
    Happened.STOP: (mark("So be it. We still share the same river."),),
}
