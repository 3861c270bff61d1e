"""The words of the talks that screen and paper share: reasons that save face, and questions."""

from collections.abc import Mapping

from dastarkhan.languages.lookup import Words, mark

REASONS: Mapping[str, str] = {
    "too_little": mark("It is not enough for our side yet."),
    "ask_at_home": mark("We have to ask at home first."),
    "dry_years": mark("A dry year worries us."),
    "need_more_time": mark("We need more time."),
    "good_start": mark("It is a good start. One more step, please."),
}
NO_AGREEMENT: Mapping[str, str] = {
    "alone_is_enough": mark("Alone we manage well enough this year."),
    "needs_more_time": mark("It needs more time than we have."),
    "dry_years": mark("We do not dare to promise it for dry years."),
    "missing_voice": mark("Somebody was not heard, and should be."),
    "turns_used": mark("The time for talks was over."),
    "time_up": mark("The trainer ended the talks."),
}
QUESTIONS: Mapping[str, str] = {
    "matters_most": mark("What matters most to you?"),
    "easy_to_give": mark("What is easy for you to give?"),
    "worries": mark("What worries you?"),
}


def text_of(table: Mapping[str, str], key: object, _: Words) -> str:
    """A text of one of the tables above; the bare key when a newer game has one more."""
    return _.marked(table[str(key)]) if str(key) in table else str(key)
