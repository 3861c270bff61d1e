"""Questions for the discussion, chosen by what happened: feelings, what happened, why, and home."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dastarkhan.languages import mark
from dastarkhan.lessons.debrief.happened import Happened

MOST = 6


class Stage(StrEnum):
    """The order of a discussion; feelings always come first."""

    FEELINGS = "feelings"
    HAPPENED = "happened"
    WHY = "why"
    HOME = "home"


SHARE: Mapping[Stage, int] = {Stage.FEELINGS: 1, Stage.HAPPENED: 2, Stage.WHY: 2, Stage.HOME: 1}
"""So many questions of a stage are taken first; what is left of `MOST` is filled in the same order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When a question is worth asking.

    Attributes
    ----------
    key : str
    stage : Stage
    text : str
        One question; it never says whose doing something was.
    when : callable
        Facts -> whether it fits.
    """

    key: str
    stage: Stage
    text: str
    when: Callable[[Happened], bool]


def _without_for(reason: str) -> Callable[[Happened], bool]:
    return lambda facts: reason in facts.no_agreement


RULES: tuple[Rule, ...] = (
    Rule(
        key="chair",
        stage=Stage.FEELINGS,
        text=mark("What was it like when a chair became empty?"),
        when=lambda facts: facts.somebody_left,
    ),
    Rule(
        key="without",
        stage=Stage.FEELINGS,
        text=mark("What was it like to get up from the table without an agreement?"),
        when=lambda facts: bool(facts.no_agreement),
    ),
    Rule(
        key="stood",
        stage=Stage.FEELINGS,
        text=mark("What did you feel at the moment when the agreement stood?"),
        when=lambda facts: facts.agreed,
    ),
    Rule(
        key="cut_off",
        stage=Stage.FEELINGS,
        text=mark("The talks stopped before they came to an end. What is that like?"),
        when=lambda facts: facts.unfinished,
    ),
    Rule(
        key="missing_voice",
        stage=Stage.HAPPENED,
        text=mark("Somebody was missing at the table. Who, and how could they be heard?"),
        when=_without_for("missing_voice"),
    ),
    Rule(
        key="alone_is_enough",
        stage=Stage.HAPPENED,
        text=mark("“Alone we manage” was said. What would have made it worth staying at the table?"),
        when=_without_for("alone_is_enough"),
    ),
    Rule(
        key="dry_years",
        stage=Stage.HAPPENED,
        text=mark("A dry year was the worry. Which promise could have lived with it?"),
        when=_without_for("dry_years"),
    ),
    Rule(
        key="time",
        stage=Stage.HAPPENED,
        text=mark("The time was over before an agreement. What took time, and what was it good for?"),
        when=lambda facts: bool(facts.no_agreement & {"needs_more_time", "turns_used", "time_up"}),
    ),
    Rule(
        key="break",
        stage=Stage.HAPPENED,
        text=mark("There was a break, and then an agreement. What happened in between?"),
        when=lambda facts: facts.break_then_agreed,
    ),
    Rule(
        key="left",
        stage=Stage.HAPPENED,
        text=mark("When somebody had left: who spoke for that chair, and what did it need?"),
        when=lambda facts: facts.somebody_left,
    ),
    Rule(
        key="news",
        stage=Stage.HAPPENED,
        text=mark("News came in the middle. What did the table do with it?"),
        when=lambda facts: facts.news,
    ),
    Rule(
        key="still_open",
        stage=Stage.HAPPENED,
        text=mark("An offer still lay on the table at the end. What did it need?"),
        when=lambda facts: facts.still_open,
    ),
    Rule(
        key="taken_back",
        stage=Stage.HAPPENED,
        text=mark("An offer was taken back. What had become clear at that moment?"),
        when=lambda facts: facts.taken_back,
    ),
    Rule(
        key="silence",
        stage=Stage.HAPPENED,
        text=mark("“We would rather not say.” When does silence help, and when does it cost something?"),
        when=lambda facts: facts.kept_silent,
    ),
    Rule(
        key="an_answer",
        stage=Stage.HAPPENED,
        text=mark("A question was asked and answered. What was different afterwards?"),
        when=lambda facts: facts.answered,
    ),
    Rule(
        key="never_asked",
        stage=Stage.HAPPENED,
        text=mark("Nobody asked: “What matters most to you?” What would have been the answer?"),
        when=lambda facts: "matters_most" not in facts.asked,
    ),
    Rule(
        key="below_alone",
        stage=Stage.WHY,
        text=mark("An agreement left a side with less than it has alone. What spoke for a yes all the same?"),
        when=lambda facts: facts.below_alone,
    ),
    Rule(
        key="refused_better",
        stage=Stage.WHY,
        text=mark("A no was said to more than one has alone. What mattered besides the points?"),
        when=lambda facts: facts.refused_better,
    ),
    Rule(
        key="better_missed",
        stage=Stage.WHY,
        text=mark("Some packages were better for somebody and worse for nobody. What kept them out of sight?"),
        when=lambda facts: facts.better_missed,
    ),
    Rule(
        key="dry_after",
        stage=Stage.WHY,
        text=mark("After an agreement came a dry year. What held, and why?"),
        when=lambda facts: facts.dry_after,
    ),
    Rule(
        key="later_agreed",
        stage=Stage.WHY,
        text=mark("One year ended without an agreement, a later one with it. What had changed?"),
        when=lambda facts: facts.later_agreed,
    ),
    Rule(
        key="first_offer",
        stage=Stage.WHY,
        text=mark("A first offer was taken. Why did it fit so soon, and what was never talked about?"),
        when=lambda facts: facts.first_offer,
    ),
    Rule(
        key="single_text",
        stage=Stage.WHY,
        text=mark("It was a mediator's text that was taken. Why was it easier to say yes to?"),
        when=lambda facts: facts.single_text,
    ),
    Rule(
        key="ask_at_home",
        stage=Stage.WHY,
        text=mark("“We have to ask at home first.” What would those at home have wanted to know?"),
        when=lambda facts: "ask_at_home" in facts.said_no,
    ),
    Rule(
        key="home_chair",
        stage=Stage.HOME,
        text=mark("Whose chair is empty when people at home talk about such things?"),
        when=lambda facts: facts.somebody_left or "missing_voice" in facts.no_agreement,
    ),
    Rule(
        key="home_without",
        stage=Stage.HOME,
        text=mark("Where at home is there no agreement yet, and life goes on? What is one small step?"),
        when=lambda facts: bool(facts.no_agreement),
    ),
    Rule(
        key="home_agreed",
        stage=Stage.HOME,
        text=mark("Which agreement at home is like this one? What keeps it alive?"),
        when=lambda facts: facts.agreed,
    ),
    Rule(
        key="home_begun",
        stage=Stage.HOME,
        text=mark("What at home was begun and still waits? Whom could you ask about it?"),
        when=lambda facts: facts.unfinished,
    ),
)


def questions(facts: Happened, rules: Iterable[Rule] = RULES) -> tuple[Rule, ...]:
    """The questions that fit what happened: at most six, feelings first and home last.

    Examples
    --------
    >>> [rule.key for rule in questions(Happened(agreed=True, better_missed=True))]
    ['stood', 'never_asked', 'better_missed', 'home_agreed']
    """
    fitting = [rule for rule in rules if rule.when(facts)]
    first = [rule for stage in Stage for rule in [one for one in fitting if one.stage is stage][: SHARE[stage]]]
    more = [rule for stage in Stage for rule in fitting if rule.stage is stage and rule not in first]
    taken = [*first, *more][:MOST]
    return tuple(rule for stage in Stage for rule in taken if rule.stage is stage)
