"""The two clauses that a person writes: what to ask of one's own words, and an invented example of each."""

from dataclasses import dataclass

from dastarkhan.languages.lookup import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause to write.

    Attributes
    ----------
    key : str
        Its name in the saved work.
    name : str
        What it is called.
    ask : str
        What it has to settle.
    begin : str
        Words to begin with, when the page stays empty.
    example : tuple of str
        A clause of two other, invented countries, sentence by sentence.
    """

    key: str
    name: str
    ask: str
    begin: str
    example: tuple[str, ...]


def clauses(_: Words) -> tuple[Clause, ...]:
    """The dry-year clause and the data clause."""
    return (
        Clause(
            key="dry",
            name=_("The dry-year clause"),
            ask=_("What happens to the water and to the payment when the river brings less?"),
            begin=_("“When the snow report of 1 March says …, both sides …”"),
            example=(
                _("When both snow stations report less than 85 of 100 on 1 March, the year counts as dry."),
                _("Then the summer release and the payment both become smaller, by the same share as the river."),
                _("The two water offices measure together, on the same day, and sign the same page."),
                _("The clause ends on 30 September. In October both sides meet and look at the year."),
                _("A side that cannot keep it says so within ten days. Until both have met, nothing else changes."),
            ),
        ),
        Clause(
            key="data",
            name=_("The data clause"),
            ask=_("Which numbers does each side share, how soon, and who may read them?"),
            begin=_("“Every Monday, the water office of … sends …”"),
            example=(
                _("Each water office measures flow at its own station every morning at eight."),
                _("It sends the number to the other office the same day, in litres a second."),
                _("When water rises fast, it calls at once, by day and by night, and does not wait for the form."),
                _("Each spring both offices check the two stations together."),
                _("If a station fails, the other side is told on that day and sends a person to help."),
                _("After two years both sides decide whether to go on. Anybody may read the numbers."),
            ),
        ),
    )


def clause_checks(_: Words) -> tuple[str, ...]:
    """Questions to one's own clause; a person or a friend ticks them, never the kit."""
    return (
        _("It says who does what."),
        _("It says from which sign on: a number, a date, a report."),
        _("It says who measures, and that both sides can believe it."),
        _("It says until when."),
        _("It says what happens if somebody cannot keep it."),
        _("Somebody who was not in the room would understand it."),
        _("I read it once from each bank, and it is fair from both."),
        _("A friend has read it."),
    )
