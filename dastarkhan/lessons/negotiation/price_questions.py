"""Questions about a first price: the alternative of each, and the zone between both. Right answers are computed."""

from dastarkhan.content.negotiation import first_price as stall
from dastarkhan.languages import Words
from dastarkhan.lessons.question import Answer, Question
from simulations.table import Case


def price_questions(_: Words) -> tuple[Question, ...]:
    """The four questions, in their order."""
    return (_seller(_), _owner(_), _zone(_), _outside(_))


def limit_question(case: Case, side: str, _: Words) -> Question:
    """Where a side of the cart should say no: asked when its sheet has been read, computed from the case."""
    seat = next(one for one, about in case.seats.items() if about["side"] == side and about.get("required"))
    known = case.seats[seat]["private"]
    if side == "bakery":
        elsewhere, way = int(known["other_workshop_asks"]), int(known["way_to_the_other"])
        ask = _("You have read your sheet. What is the most that you can pay here, and be no worse off?")
        hint = _("What would the wheel cost you in all beyond the hill?")
        told = (
            (
                elsewhere + way,
                _(
                    "Yes: {a} there, and {b} for the way. Up to this price you are no worse off here.",
                    a=elsewhere,
                    b=way,
                ),
            ),
            (elsewhere, _("That is the price alone. The way and the lost day cost you something too.")),
            (int(known["coins_in_the_box"]), _("So much lies in the box. Your alternative is cheaper than that.")),
        )
    else:
        material, fence = int(known["wood_and_iron"]), int(known["fence_would_bring"])
        ask = _("You have read your sheet. What is the least that you can take, and be no worse off?")
        hint = _("What must the wheel bring, so that it leaves you as much as the fence?")
        told = (
            (
                material + fence,
                _(
                    "Yes: {a} for wood and iron, and {b} as the fence would leave. Below that, say no.",
                    a=material,
                    b=fence,
                ),
            ),
            (material, _("That pays for wood and iron only. The fence would leave you more.")),
            (fence, _("That is what the fence leaves you. Wood and iron for the wheel come on top.")),
        )
    right = told[0][0]
    answers = (
        Answer(key=str(coins), text=_coins(coins, _), why=why, right=coins == right) for coins, why in sorted(told)
    )
    return Question(key=f"limit_{side}", ask=ask, answers=tuple(answers), hints=(hint,))


def _coins(n: int, _: Words) -> str:
    return _.n("{n} coin", "{n} coins", n)


def _seller(_: Words) -> Question:
    right, place, way = stall.seller_limit(), stall.PLACE_ELSEWHERE, stall.WAY_ELSEWHERE
    ask = _(
        "A woman sells honey. A stall at the far end costs {a} coins a week. Carrying jars there costs {b} more. "
        "What is the most she can pay here?",
        a=place,
        b=way,
    )
    why = _("Her alternative costs {a} and {b}, that is {sum}. Any lower rent here is better for her.",
            a=place, b=way, sum=right)  # fmt: skip
    return Question(
        key="seller",
        ask=ask,
        answers=(
            Answer(
                key="place", text=_coins(place, _), why=_("That is the rent alone. The way costs her something too.")
            ),
            Answer(key="right", text=_coins(right, _), why=why, right=True),
            Answer(
                key="less",
                text=_coins(place - way, _),
                why=_("The way makes her alternative dearer, so she can pay more here, not less."),
            ),
        ),
        hints=(_("What would she have to pay in all if she does not stay here?"),),
    )


def _owner(_: Words) -> Question:
    right, rent, lost = stall.owner_limit(), stall.OTHER_TENANT, stall.EMPTY_DAYS
    ask = _(
        "A man owns the stall. Another tenant would pay {a} coins a week. Days until she comes cost him {b} a week. "
        "What is the least he can take?",
        a=rent,
        b=lost,
    )
    why = _("His alternative brings {a} and costs {b}. It leaves him {rest}.", a=rent, b=lost, rest=right)
    return Question(
        key="owner",
        ask=ask,
        answers=(
            Answer(
                key="more",
                text=_coins(rent + lost, _),
                why=_("Empty days are a loss. They make his alternative worth less, not more."),
            ),
            Answer(
                key="rent",
                text=_coins(rent, _),
                why=_("That is what the other tenant pays. First come the empty days."),
            ),
            Answer(key="right", text=_coins(right, _), why=why, right=True),
        ),
        hints=(_("What is left to him when the empty days are paid?"),),
    )


def _zone(_: Words) -> Question:
    low, high = stall.zone()
    ask = _("Between which rents are both better off than with their alternative?")
    why = _(
        "He needs at least {low}. She can pay at most {high}. All that lies between is the zone.", low=low, high=high
    )
    between = _("Between {low} and {high} coins", low=low, high=high)
    plain = _("Between {low} and {high} coins", low=stall.PLACE_ELSEWHERE, high=stall.OTHER_TENANT)
    return Question(
        key="zone",
        ask=ask,
        answers=(
            Answer(
                key="plain", text=plain, why=_("These are the prices elsewhere. Count the way and the empty days too.")
            ),
            Answer(key="right", text=between, why=why, right=True),
            Answer(key="none", text=_("There is no such rent"), why=_("Compare his least with her most once more.")),
        ),
    )


def _outside(_: Words) -> Question:
    low, high = stall.zone()
    ask = _(
        "A free stall appears next door. She could have it for {n} coins, with nothing to carry. What now?", n=low - 2
    )
    return Question(
        key="outside",
        ask=ask,
        answers=(
            Answer(
                key="lower",
                text=_("She takes the other stall, and both lose nothing by it"),
                right=True,
                why=_(
                    "Her most is {a} now, his least is {b}. No rent is good for both, and a no is wise.",
                    a=low - 2,
                    b=low,
                ),
            ),
            Answer(
                key="same",
                text=_("The zone stays as it was"),
                why=_("Her alternative is better now. Her most falls from {high} to {low}.", high=high, low=low - 2),
            ),
            Answer(
                key="wider",
                text=_("The zone grows"),
                why=_("A better alternative makes the zone smaller: one can say no more easily."),
            ),
        ),
    )
