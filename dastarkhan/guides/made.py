"""Made ranges: the parts of a guide's body that say again what its front matter says.

They stand between ``<!-- made: steps -->`` and ``<!-- /made -->``. Nobody writes or translates them: they are made
from the front matter, in each language from its own, so that a sentence has one source.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from dastarkhan.guides.guide import Guide, Step
from dastarkhan.guides.plans import Plan, plan, plan_names
from dastarkhan.guides.vocabulary import Stage
from dastarkhan.languages import Words
from dastarkhan.languages.made_ranges import MADE
from simulations.errors import KitError


def remade(text: str, guide: Guide, _: Words) -> str:
    """Write every made range of a text anew.

    Parameters
    ----------
    text : str
        A guide as it stands in its file, or its body alone.
    guide : Guide
        What its front matter says.
    _ : Words
        Of the guide's language, for table heads and the like.

    Raises
    ------
    KitError
        ``guide.unknown_range`` for a name that nothing is made for.
    """

    def write(found: re.Match[str]) -> str:
        name = found["name"]
        if name not in RANGES:
            raise KitError("guide.unknown_range", value=name, allowed=", ".join(RANGES))
        return f"{found['begin']}\n\n{RANGES[name](guide, _)}\n\n{found['end']}"

    return MADE.sub(write, text)


def steps(guide: Guide, _: Words) -> str:
    """The longest plan, step by step."""
    name = str(guide.duration_min)
    return "\n\n".join(chain.from_iterable(_steps(guide, plan(guide, name), _)))


def picture_of(guide: Guide, step: Step) -> str:
    """Where the picture of a step's screen stands, seen from the guide; each language has its own.

    Examples
    --------
    >>> from dastarkhan.guides import read_guide
    >>> guide = read_guide("11")
    >>> picture_of(guide, guide.steps[1])
    'pictures/11_map.png'
    """
    return f"pictures/{guide.id.removeprefix('guide_')}_{step.id}.png"


def _steps(guide: Guide, laid: Plan, _: Words) -> Iterator[Sequence[str]]:
    for one in laid.steps:
        step = one.step
        minutes = _("Minute {start} to {end}", start=one.start, end=one.end)
        cell = _("cell {cell}", cell=f"`{step.notebook_cell}`")
        yield (
            f"### {step.title}",
            f"**{minutes} · {_('Trainer {who}', who=str(step.who))} · {cell}**",
            "> " + _("Trainer {who}: “{text}”", who=str(step.who), text=step.say),
            step.do,
            *([f"![{step.picture}]({picture_of(guide, step)})"] if step.picture else []),
            f"*{_('Without a device:')}* {step.fallback_without_device}",
        )


def plans(guide: Guide, _: Words) -> str:
    """All plans in one table; a dash where a step is left out."""
    laid = [plan(guide, name) for name in plan_names(guide)]
    heads = [
        _("{minutes}, interpreted", minutes=one.slot_min) if one.interpreted else _.number(one.slot_min) for one in laid
    ]
    rows = []
    for step in guide.steps:
        minutes = [{one.step.id: one.minutes for one in each.steps}.get(step.id, 0) for each in laid]
        rows.append([step.title, str(step.who), *(_.number(each) if each else "–" for each in minutes)])
    total = [_("Together"), "", *(_.number(one.total_min) for one in laid)]
    return table([_.c("guide", "Step"), _.c("guide", "Who"), *heads], [*rows, total])


def check_questions(guide: Guide, _: Words) -> str:
    """Questions with their choices, the right one and its reason."""
    return "\n\n".join(
        f"{number}. **{one.q}**\n"
        + "\n".join(f"   - {letter}: {choice}" for letter, choice in one.choices.items())
        + f"\n\n   *{one.correct}.* {one.why}"
        for number, one in enumerate(guide.check_questions, start=1)
    )


def stage_names(_: Words) -> Mapping[Stage, str]:
    """The four parts of a debrief in words."""
    return {
        Stage.FEEL: _("How it felt"),
        Stage.HAPPENED: _("What happened"),
        Stage.LEARNED: _("What we learned"),
        Stage.TRANSFER: _("Where at home"),
    }


def debrief(guide: Guide, _: Words) -> str:
    """Questions for the talk afterwards, each with its part."""
    named = stage_names(_)
    return table([_.c("guide", "When"), _.c("guide", "Question")], [[named[one.stage], one.q] for one in guide.debrief])


def common_problems(guide: Guide, _: Words) -> str:
    """Cards for hard moments."""
    return "\n\n".join(
        f"**{_('If:')}** {one.condition}\n\n**{_('Then:')}** {one.then}\n\n> {_('“{text}”', text=one.say)}"
        for one in guide.common_problems
    )


def do_no_harm(guide: Guide, _: Words) -> str:
    """What could go wrong, as a table."""
    heads = [_("What could go wrong"), _("How you notice"), _("What you do")]
    return table(heads, [[one.risk, one.signal, one.response] for one in guide.do_no_harm])


def sensitivities(guide: Guide, _: Words) -> str:
    """Words and things to mind, as a list."""
    return listed(guide.sensitivities)


def outcomes(guide: Guide, _: Words) -> str:
    """What people can do afterwards, and how it is seen."""
    heads = [_("Afterwards people can do this"), _("How you see it")]
    return table(heads, [[one.text, one.check] for one in guide.outcomes])


def materials(guide: Guide, _: Words) -> str:
    """What to bring, in three lists."""
    lists = {
        _("On paper"): guide.materials.paper,
        _("With devices"): guide.materials.device,
        _("With nothing at all"): guide.materials.none,
    }
    return "\n\n".join(f"**{label}**\n\n{listed(items)}" for label, items in lists.items())


def variations(guide: Guide, _: Words) -> str:
    """The session with other people or other means."""
    other = guide.variations
    return labelled(
        (
            (_("A large group."), other.large),
            (_("A small group."), other.small),
            (_("Odd numbers."), other.uneven),
            (_("Online."), other.online),
            (_("Online and in a room."), other.hybrid),
            (_("Tables of one language."), other.mono_lingual_tables),
            (_("No electricity."), other.no_electricity),
        )
    )


def energiser(guide: Guide, _: Words) -> str:
    """A short thing to do together."""
    one = guide.energiser
    return f"**{one.name}** ({_.n('{n} minute', '{n} minutes', one.minutes)}). {one.how}"


def tips(guide: Guide, _: Words) -> str:
    """What helps whoever leads the session."""
    return listed(guide.tips)


def accessibility(guide: Guide, _: Words) -> str:
    """What lets everybody take part."""
    return listed(guide.accessibility)


def follow_up(guide: Guide, _: Words) -> str:
    """What comes after the session."""
    after = guide.follow_up
    return labelled(
        (
            (_("Each person."), after.individual),
            (_("Where you live."), after.local),
            (_("Online."), after.online),
        )
    )


def listed(items: Iterable[str]) -> str:
    """Write a Markdown list."""
    return "\n".join(f"- {one}" for one in items)


def labelled(pairs: Iterable[tuple[str, str]]) -> str:
    """Write paragraphs that begin with a label."""
    return "\n\n".join(f"**{label}** {text}" for label, text in pairs)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a Markdown table.

    Examples
    --------
    >>> print(table(["When", "Question"], [["Now", "Why?"]]))
    | When | Question |
    |---|---|
    | Now | Why? |
    """
    cells = [[cell.replace("|", "\\|") for cell in row] for row in (heads, *rows)]
    lines = ["|" + "|".join(f" {cell} " if cell else " " for cell in row) + "|" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(cells[0]), *lines[1:]])


RANGES: Mapping[str, Callable[[Guide, Words], str]] = {
    "steps": steps,
    "plans": plans,
    "check_questions": check_questions,
    "debrief": debrief,
    "common_problems": common_problems,
    "do_no_harm": do_no_harm,
    "sensitivities": sensitivities,
    "outcomes": outcomes,
    "materials": materials,
    "variations": variations,
    "energiser": energiser,
    "tips": tips,
    "accessibility": accessibility,
    "follow_up": follow_up,
}
