"""What opens over the talks: a no and its reason, a question, an answer, a break, the end without agreement."""

from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets

from dastarkhan.languages.talk_reasons import NO_AGREEMENT, QUESTIONS, REASONS, text_of
from dastarkhan.lessons.activity import button, buttons, card, choice, html
from dastarkhan.lessons.shared_river.talks.meeting import Meeting
from dastarkhan.lessons.shared_river.talks.own_value import own_sense
from dastarkhan.lessons.shared_river.talks.talk_words import term_title
from simulations.games.talks import NOT_SAID

if TYPE_CHECKING:
    from dastarkhan.lessons.shared_river.talks.talk_steps import TalkSteps

Maker = Callable[["TalkSteps", Meeting, str], ipywidgets.Widget]
PANES = ("agree", "refuse", "ask", "break", "close", "sure")


def pane(activity: "TalkSteps", meeting: Meeting, side: str) -> tuple[ipywidgets.Widget, ...]:
    """What lies open over the talks of `side`; nothing when the talks themselves do."""
    if meeting.lawful(side, "tell"):
        return (answering(activity, meeting, side),)
    opened = activity.state["pane"]
    makers: Mapping[str, tuple[str, Maker]] = {
        "agree": ("reject", _agreeing),
        "refuse": ("reject", refusing),
        "ask": ("ask", _asking),
        "close": ("close", _closing),
        "sure": ("close", _asking_again),
    }
    if opened == "break":
        return (breathing(activity, side),)
    if opened in makers and meeting.lawful(side, makers[opened][0]):
        return (makers[opened][1](activity, meeting, side),)
    return ()


def allowed(meeting: Meeting, side: str, kind: str, field: str) -> tuple[Any, ...]:
    """The values that a move of this kind may have in one field."""
    found: list[Any] = []
    for one in meeting.lawful(side, kind):
        found += one.options.get(field, ()) or ([one.data[field]] if field in one.data else [])
    return tuple(dict.fromkeys(found))


def pick(
    activity: "TalkSteps", ask: str, options: list[tuple[str, object]], go: ipywidgets.Button, *more: ipywidgets.Button
) -> ipywidgets.VBox:
    """One choice, a button that waits for it, and a way back."""

    def picked(value: object) -> None:
        activity.remember(picked=value)
        go.disabled = False

    values = [value for _words, value in options]
    chosen = activity.state["picked"] if activity.state["picked"] in values else None
    go.disabled = chosen is None
    return card(choice(ask, options, chosen, picked), buttons(go, *more))


def back(activity: "TalkSteps") -> ipywidgets.Button:
    """Close what lies open, and see the table again."""
    _ = activity.lesson.words
    return button(_("Back to the table"), activity.once(lambda: activity.step(pane=None)), css="dk-quiet")


def _agreeing(activity: "TalkSteps", meeting: Meeting, side: str) -> ipywidgets.Widget:
    """Ask once more before somebody says yes to less than they would have alone; there can be reasons."""
    _ = activity.lesson.words
    sense = own_sense(meeting.case, side, dict(meeting.talk["offer"]["package"]), _)
    told = _("There can be good reasons for a yes all the same. Which would you tell at home?")
    return card(
        html(f"<h3>{escape(_('Say yes to this?'))}</h3>{sense}<p>{escape(told)}</p>"),
        buttons(
            button(_("Yes, accept it"), activity.once(lambda: activity.accept(side))),
            back(activity),
        ),
    )


def refusing(activity: "TalkSteps", meeting: Meeting, side: str) -> ipywidgets.Widget:
    """A no, with one of the reasons that save face."""
    _ = activity.lesson.words
    options: list[tuple[str, object]] = [
        (text_of(REASONS, reason, _), reason) for reason in allowed(meeting, side, "reject", "reason")
    ]
    go = button(_("Say no for now"), activity.once(lambda: activity.refuse(side)))
    ask = _("What do you tell them? A good reason keeps the door open. Then you have the word.")
    return pick(activity, ask, options, go, back(activity))


def _asking(activity: "TalkSteps", meeting: Meeting, side: str) -> ipywidgets.Widget:
    _ = activity.lesson.words
    options: list[tuple[str, object]] = [
        (text_of(QUESTIONS, question, _), question) for question in allowed(meeting, side, "ask", "question")
    ]
    go = button(_("Ask"), activity.once(lambda: activity.ask(side)))
    ask = _("What would you like to know? The answer is kept on your sheet. A question costs no turn.")
    return pick(activity, ask, options, go, back(activity))


def answering(activity: "TalkSteps", meeting: Meeting, side: str) -> ipywidgets.Widget:
    """An answer to the question that lies on the table."""
    _ = activity.lesson.words
    question = allowed(meeting, side, "tell", "question")[0]
    options: list[tuple[str, object]] = []
    for answer in allowed(meeting, side, "tell", "answer"):
        words = _("We would rather not say.") if answer == NOT_SAID else term_title(meeting.case, answer, _)
        options.append((words, answer))
    go = button(_("Answer"), activity.once(lambda: activity.tell(side)))
    ask = _("They ask you: {question}", question=text_of(QUESTIONS, question, _))
    return pick(activity, ask, options, go)


def _closing(activity: "TalkSteps", meeting: Meeting, side: str) -> ipywidgets.Widget:
    _ = activity.lesson.words
    options: list[tuple[str, object]] = [
        (text_of(NO_AGREEMENT, reason, _), reason) for reason in allowed(meeting, side, "close", "reason")
    ]
    go = button(_("Stop without agreement"), activity.once(lambda: activity.step(pane="sure")))
    return pick(activity, _("Why do you stop for this year?"), options, go, back(activity))


def _asking_again(activity: "TalkSteps", meeting: Meeting, side: str) -> ipywidgets.Widget:
    _ = activity.lesson.words
    reason = activity.state["picked"]
    if reason not in allowed(meeting, side, "close", "reason"):
        return _closing(activity, meeting, side)
    told = _("Then each side decides for itself this year. You meet again next year.")
    return card(
        html(
            f"<h3>{escape(_('Stop this year’s talks?'))}</h3><p><b>{escape(text_of(NO_AGREEMENT, reason, _))}</b></p>"
            f"<p>{escape(told)}</p>"
        ),
        buttons(
            button(_("Yes, stop the talks"), activity.once(lambda: activity.close(side))),
            button(_("No, go on talking"), activity.once(lambda: activity.step(pane=None)), css="dk-quiet"),
        ),
    )


def breathing(activity: "TalkSteps", side: str) -> ipywidgets.Widget:
    """A moment for oneself; nobody waits impatiently."""
    _ = activity.lesson.words
    told = (
        _("Breathe in slowly, and out more slowly. Nobody is in a hurry."),
        _("Look at your sheet. What do you need most, and what could you do without?"),
        _("What do they seem to need? Which of their offers told you so?"),
    )
    field = ipywidgets.Textarea(
        value=activity.state["notes"].get(side, ""),
        description=_("A note for yourself. Only you see it."),
        continuous_update=False,
        rows=3,
    )
    field.add_class("dk-own-words")
    field.observe(
        lambda change: activity.remember(notes={**activity.state["notes"], side: change["new"]}), names="value"
    )
    lines = "".join(f"<p>{escape(line)}</p>" for line in told)
    return card(html(f"<h3>{escape(_('A short break'))}</h3>{lines}"), field, buttons(back(activity)))
