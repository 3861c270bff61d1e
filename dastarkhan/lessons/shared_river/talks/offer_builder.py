"""Build an offer term by term and see at every tap what it would mean for one's own side."""

from collections.abc import Callable, Mapping
from html import escape

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, choice, html
from dastarkhan.lessons.shared_river.talks.fold import fold
from dastarkhan.lessons.shared_river.talks.own_value import in_points, own_note
from dastarkhan.lessons.shared_river.talks.talk_words import option_words, quoted, term_title
from simulations.games.terms import terms_in
from simulations.table import Case


class OfferBuilder:
    """A radio row for each term that is on the table, and what the offer means for one's own side.

    Parameters
    ----------
    case : Case
    side : str
        Whose offer it is; only this side's points are shown.
    year : int
        Which terms are on the table.
    draft : mapping of str to int
        The options chosen so far.
    theirs : mapping or None
        The other side's newest offer, to start from.
    changed : callable
        Called with the draft after every tap.
    make : Button
        Makes the offer; it waits until every term has its option.
    """

    def __init__(
        self,
        case: Case,
        side: str,
        year: int,
        draft: Mapping[str, int],
        theirs: Mapping[str, int] | None,
        changed: Callable[[dict[str, int]], None],
        make: ipywidgets.Button,
        _: Words,
    ) -> None:
        self._case, self._side, self._year, self._words, self._changed = case, side, year, _, changed
        self._terms = self.on_the_table(case, year)
        self.draft, self._theirs = self.cleaned(draft), theirs
        self._several = False  # while many rows change at once, they count as one step
        rows = [self._row(term) for term in self._terms]
        self._radios = {term: row.children[1] for term, row in zip(self._terms, rows, strict=True)}
        self._make, self._value, self._word = make, html(), html(css="dk-own-word", live=True)
        self._points = fold(_("In points"), _("Without points"), self._value)
        # On a phone the word stays in sight, in one bar with its button, once there is something to say.
        self._bar = ipywidgets.VBox([self._word, make])
        self._bar.add_class("dk-own-bar")
        start = [button(_("Start from their offer"), self._start, css="dk-quiet")] if theirs else []
        self.box = ipywidgets.VBox([*start, *rows, self._points, self._bar])
        self.box.add_class("dk-offer")
        self._show()

    @property
    def complete(self) -> bool:
        """Whether every term has its option."""
        return set(self.draft) == set(self._terms)

    # --- what belongs to the game

    @staticmethod
    def on_the_table(case: Case, year: int) -> tuple[str, ...]:
        """The terms that can be settled."""
        return terms_in(case, year)

    def cleaned(self, draft: Mapping[str, object]) -> dict[str, int]:
        """What of a draft can be offered."""
        return clean_draft(self._case, self._year, draft)

    def worth(self, _: Words) -> tuple[str, str]:
        """What the draft means for one's own side, as HTML: in points, and in a word."""
        return in_points(self._case, self._side, self.draft, _), own_note(self._case, self._side, self.draft, _)

    # --- the rows

    def _row(self, term: str) -> ipywidgets.VBox:
        case, _ = self._case, self._words
        options = [(option_words(case, term, option, _), option) for option in case.terms[term]["options"]]
        chosen = self.draft.get(term)
        title = term_title(case, term, _)
        if is_new(case, term, self._year):
            title = _("{term} (new this year)", term=title)
        return choice(title, options, chosen, lambda option: self._choose(term, option), row=True)

    def _choose(self, term: str, option: int) -> None:
        self.draft = {**self.draft, term: option}
        if not self._several:
            self._tell()

    def _start(self) -> None:
        self._several = True
        for term, option in (self._theirs or {}).items():
            self._radios[term].value = option
        self._several = False
        self._tell()

    def _tell(self) -> None:
        self._show()
        self._changed(dict(self.draft))

    def _show(self) -> None:
        _ = self._words
        self._make.disabled = not self.complete
        self._points.layout.display = None if self.complete else "none"
        (self._bar.add_class if self.complete else self._bar.remove_class)("dk-sticks")
        if not self.complete:
            self._value.value, self._word.value = "", f"<p class='dk-small'>{escape(self._missing())}</p>"
            return
        self._value.value, self._word.value = self.worth(_)

    def _missing(self) -> str:
        """What has still to be chosen."""
        _, missing = self._words, [term for term in self._terms if term not in self.draft]
        if self.draft and all(is_new(self._case, term, self._year) for term in missing):
            named = _.listed([quoted(self._case, term, _) for term in missing])
            return _("Last year's terms are filled in. Add the new ones: {terms}.", terms=named)
        return _("Choose something for every term. Then you see what it would mean for your side.")


def is_new(case: Case, term: str, year: int) -> bool:
    """Whether a term comes on the table in this year and not in the first."""
    return year > 1 and int(case.terms[term].get("year", 1)) == year


def clean_draft(case: Case, year: int, saved: Mapping[str, object]) -> dict[str, int]:
    """The options that can be offered in a year, in the order of the case."""
    return {
        term: option
        for term in terms_in(case, year)
        for option in case.terms[term]["options"]
        if type(saved.get(term)) is int and saved[term] == option
    }
