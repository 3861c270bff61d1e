"""Build an offer term by term and see at every tap what it would mean for one's own side."""

from collections.abc import Callable, Mapping
from html import escape

import ipywidgets

from dastarkhan.languages import Words
from dastarkhan.lessons.activity import button, choice, html
from dastarkhan.lessons.shared_river.own_value import own_table, own_word
from dastarkhan.lessons.shared_river.talk_words import option_words, term_title
from simulations.games.agreements import terms_in
from simulations.table import Case


class OfferBuilder:
    """A radio row for each term that is on the table, and the offer's own value below them.

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
    """

    def __init__(
        self,
        case: Case,
        side: str,
        year: int,
        draft: Mapping[str, int],
        theirs: Mapping[str, int] | None,
        changed: Callable[[dict[str, int]], None],
        _: Words,
    ) -> None:
        self._case, self._side, self._words, self._changed = case, side, _, changed
        self._terms = terms_in(case, year)
        self.draft, self._theirs = clean_draft(case, year, draft), theirs
        self._several = False  # while many rows change at once, they count as one step
        rows = [self._row(term) for term in self._terms]
        self._radios = {term: row.children[1] for term, row in zip(self._terms, rows, strict=True)}
        self.value, self.word = html(), html(css="dk-own-word", live=True)
        start = [button(_("Start from their offer"), self._start, css="dk-quiet")] if theirs else []
        self.box = ipywidgets.VBox([*start, *rows, self.value, self.word])
        self.box.add_class("dk-offer")
        self._show()

    @property
    def complete(self) -> bool:
        """Whether every term has its option."""
        return set(self.draft) == set(self._terms)

    def _row(self, term: str) -> ipywidgets.VBox:
        case, _ = self._case, self._words
        options = [(option_words(case, term, option, _), option) for option in case.terms[term]["options"]]
        chosen = self.draft.get(term)
        return choice(term_title(case, term, _), options, chosen, lambda option: self._choose(term, option), row=True)

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
        if not self.complete:
            told = escape(_("Choose something for every term. Then you see what it would mean for your side."))
            self.value.value, self.word.value = "", f"<p class='dk-small'>{told}</p>"
            return
        self.value.value = own_table(self._case, self._side, self.draft, _)
        self.word.value = f"<p class='dk-note'>{escape(own_word(self._case, self._side, self.draft, _))}</p>"


def clean_draft(case: Case, year: int, saved: Mapping[str, object]) -> dict[str, int]:
    """The options that can be offered in a year, in the order of the case."""
    return {
        term: option
        for term in terms_in(case, year)
        for option in case.terms[term]["options"]
        if type(saved.get(term)) is int and saved[term] == option
    }
