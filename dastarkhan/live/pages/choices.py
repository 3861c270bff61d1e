"""What a seat may do now, as small forms with words: one for each lawful choice, and why where it needs a reason."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dastarkhan.languages.talk_reasons import NO_AGREEMENT, QUESTIONS, REASONS, text_of
from dastarkhan.live.pages.log import answer_words
from dastarkhan.live.pages.seen import Seen
from dastarkhan.live.pages.value import own_value
from simulations.games.talks import NOT_SAID
from simulations.table import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One lawful choice.

    Attributes
    ----------
    kind : str
        Of the move.
    settled : tuple of (name, value)
        Particulars that are settled.
    pick : str
        The particular to choose; ``""`` when nothing is.
    options : tuple of (value, words)
    ask : str
        What stands above the options.
    button : str
        ``""``: each option is a button of its own; else one chooses first, then taps this.
    """

    kind: str
    settled: tuple[tuple[str, str], ...]
    pick: str = ""
    options: tuple[tuple[str, str], ...] = ()
    ask: str = ""
    button: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What opens with one tap: a question or an explanation, and the forms of one kind.

    Attributes
    ----------
    key : str
        The panel's id on the page. What it is about belongs into it: a panel that lay open over one offer must not
        lie open over the next.
    title : str
        On the button that opens it.
    why : str
        One sentence.
    forms : tuple of Form
    main : bool
        Whether it stands out.
    opened : bool
        Whether it lies open at once, because the table waits for it.
    """

    key: str
    title: str
    why: str
    forms: tuple[Form, ...]
    main: bool = False
    opened: bool = False


def panels(seen: Seen) -> tuple[Panel, ...]:
    """Return everything that a seat may do now besides making an offer, the weightiest first."""
    return tuple(make(seen, seen.may(kind)) for kind, make in PANELS.items() if seen.may(kind))


def _form(choice: Choice, **more: object) -> Form:
    settled = tuple((name, str(value)) for name, value in choice.data.items())
    return Form(kind=choice.kind, settled=settled, pick=next(iter(choice.options), ""), **more)  # type: ignore[arg-type]


def _each(choice: Choice, say: Callable[[object], str]) -> tuple[tuple[str, str], ...]:
    """Return the options of a choice with one particular, in words."""
    return tuple((str(value), say(value)) for values in choice.options.values() for value in values)


def _from(table: Mapping[str, str], seen: Seen) -> Callable[[object], str]:
    return lambda value: text_of(table, value, seen.words)


def _number(choices: Iterable[Choice]) -> str:
    return str(next(iter(choices)).data["offer"])


# --- one maker for each kind of move


def _accept(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words
    value = own_value(seen, seen.talk["offer"]["package"])
    told = [_("With your yes it is agreed at once.") if _settles(seen, "yes") else _("Say yes to this?")]
    if value and value.sense == "worse":
        told.append(_("There can be good reasons for a yes all the same. Which would you tell at home?"))
    return Panel(
        key=f"accept-{_number(choices)}",
        title=_("Accept this offer"),
        why=" ".join(told),
        forms=tuple(_form(choice, button=_yes(seen, _("Yes, accept it"))) for choice in choices),
        main=True,
    )


def _sponsor(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words
    return Panel(
        key=f"sponsor-{_number(choices)}",
        title=_("Stand behind this offer"),
        why=_("With your yes it is agreed at once.")
        if _settles(seen, "yes")
        else _("You say yes to it, and then everybody at the table may vote."),
        forms=tuple(_form(choice, button=_yes(seen, _("Yes, I stand behind it"))) for choice in choices),
        main=True,
    )


def _yes(seen: Seen, otherwise: str) -> str:
    """Say on the button what the tap does: a yes that ends the talks must not come as a surprise."""
    _ = seen.words
    return _("Yes: it is agreed") if _settles(seen, "yes") else otherwise


def _settles(seen: Seen, answer: str) -> bool:
    return bool(seen.you["settles"][answer])


def _reject(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words
    told = [_("What do you tell them? A good reason keeps the door open.")]
    if _settles(seen, "no"):
        told.append(_("With your no the offer leaves the table."))
    return Panel(
        key=f"reject-{_number(choices)}",
        title=_("Say no, and why"),
        why=" ".join(told),
        forms=tuple(_form(choice, options=_each(choice, _from(REASONS, seen))) for choice in choices),
    )


def _improve(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words

    def form(choice: Choice) -> Form:
        term = str(choice.data["term"])
        return _form(choice, ask=seen.term(term), options=_each(choice, lambda option: seen.option(term, option)))

    return Panel(
        key=f"improve-{_number(choices)}",
        title=_("Say what would mend it"),
        why=_("Name one change. With it you would take the text."),
        forms=tuple(form(choice) for choice in choices),
    )


def _tell(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words
    question = str(choices[0].data["question"])

    def say(answer: object) -> str:
        return answer_words(seen, question, NOT_SAID) if answer == NOT_SAID else seen.term(str(answer))

    return Panel(
        key=f"tell-{question}",
        title=_("Answer"),
        why=_("They ask you: {question}", question=text_of(QUESTIONS, question, _)),
        forms=tuple(_form(choice, options=_each(choice, say)) for choice in choices),
        main=True,
        opened=True,
    )


def _ask(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words

    def form(choice: Choice) -> Form:
        of = str(choice.data["of"]) if "of" in choice.data else ""
        ask = _("To {side}:", side=seen.seal(of).name) if of else ""
        return _form(choice, ask=ask, options=_each(choice, _from(QUESTIONS, seen)))

    return Panel(
        key="ask",
        title=_("Ask a question"),
        why=_("What would you like to know? A question costs no turn."),
        forms=tuple(form(choice) for choice in choices),
    )


def _decide(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words

    def form(choice: Choice) -> Form:
        decision = str(choice.data["decision"])
        return _form(
            choice,
            ask=seen.text(f"decisions.{decision}.title"),
            options=_each(choice, lambda value: seen.text(f"decisions.{decision}.options.{value}")),
            button=_("Decide"),
        )

    return Panel(
        key=f"decide-{seen.view['year']}",
        title=_("Decide for your side"),
        why=_why_now(seen, choices[0]),
        forms=tuple(form(choice) for choice in choices),
        main=True,
        opened=True,
    )


def _why_now(seen: Seen, choice: Choice) -> str:
    _, card = seen.words, seen.view["card"]
    if card is None:
        return _before_the_year(seen)
    year = seen.weather(str(card))
    if seen.case.decisions[choice.data["decision"]].get("early"):
        return _("The river data came in time, so you know it before you decide: {year}.", year=year)
    return _("The year is here: {year}. Nothing is agreed about this, so you decide by yourself.", year=year)


def _before_the_year(seen: Seen) -> str:
    _, talk = seen.words, seen.talk
    told = [inject for inject in seen.view["injects"] if "inflow_factor" in seen.case.injects[inject]]
    if told:  # the newest will take the card's place
        year = seen.weather(told[-1])
        return _("You decide before the year is here. The news already tells of it: {year}.", year=year)
    agreed = talk.get("agreement") or {}
    if any(kind == "data" and agreed.get(term) for term, kind in talk.get("kinds", {}).items()):
        return _("You decide now, before anybody knows what the year will bring. The river data come too late.")
    return _("You decide now, before anybody knows what the year will bring. You share no river data.")


def _pass(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words
    return Panel(
        key=f"pass-{seen.talk['turn']}",
        title=_("Let somebody else speak"),
        why=_("You make no offer now. When your whole side has passed, the word goes on."),
        forms=tuple(_form(choice, button=_("Yes, pass")) for choice in choices),
    )


def _break(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words
    return Panel(
        key="break",
        title=_("Take a break"),
        why=_("Your side has one break. Speak with each other, and nobody hurries."),
        forms=tuple(_form(choice, button=_("Yes, a short break")) for choice in choices),
    )


def _withdraw(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words
    return Panel(
        key=f"withdraw-{_number(choices)}",
        title=_("Take my offer back"),
        why=_("It leaves the table, and the word goes on."),
        forms=tuple(_form(choice, button=_("Yes, take it back")) for choice in choices),
    )


def _close(seen: Seen, choices: tuple[Choice, ...]) -> Panel:
    _ = seen.words

    def form(choice: Choice) -> Form:
        reasons = _each(choice, _from(NO_AGREEMENT, seen))
        return _form(choice, ask=_("Why do you stop?"), options=reasons, button=_("Yes, end the talks for all"))

    return Panel(
        key="close",
        title=_("Stop without agreement"),
        why=_what_then(seen),
        forms=tuple(form(choice) for choice in choices),
    )


def _what_then(seen: Seen) -> str:
    _ = seen.words
    if not seen.river:
        then = _("Then there is no agreement, and everybody keeps what they have alone. That is a result too.")
    elif seen.view["year"] < seen.view["years"]:
        then = _("Then each side decides for itself this year. You meet again next year.")
    else:
        then = _("Then each side decides for itself. That is a result too.")
    return f"{_('This ends the talks for the whole table.')} {then}"


PANELS: Mapping[str, Callable[[Seen, tuple[Choice, ...]], Panel]] = {
    "tell": _tell,
    "decide": _decide,
    "sponsor": _sponsor,
    "accept": _accept,
    "improve": _improve,
    "reject": _reject,
    "ask": _ask,
    "pass": _pass,
    "withdraw": _withdraw,
    "break": _break,
    "close": _close,
}
"""Kind of move -> its panel, in the order in which they stand."""
