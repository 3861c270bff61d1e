"""Hold the river's talks in a browser as a person does: by clicks or by keys, from the choice of a side to one line."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from talks_by_place import leave

from dastarkhan.languages import Words, words
from dastarkhan.lessons.shared_river.talks.own_value import own_word
from simulations.games import read_case

NEGOTIATE = "What can the two sides agree on?"
ROLE_DOWN, ALL_AGREEMENTS = "How was it?", "What else was on the river?"
STRESS, CLAUSES = "Will it hold when dry years come?", "How would you write it down?"
BOTH_KEEP = "Would both keep it?"
DEBRIEF, ONE_LINE = "What do you take home from this river?", "Which one line do you leave behind?"
FAIR = {"summer_release": 45, "payment": 140}  # helps both sides of the Ayna in year 1, and not by the same number
ENGLISH = words("en", "lesson_11")


def offer_words(_: Words = ENGLISH) -> re.Pattern[str]:
    """What the button says that makes an offer."""
    return re.compile(f"^({re.escape(_('Make this offer'))}|{re.escape(_('Offer this instead'))})$")


OFFER = offer_words()
FOCUS = """() => {
    const here = document.activeElement, label = here.closest('label') ?? here;
    return {tag: here.tagName, group: here.name ?? '', words: label.textContent.trim(),
            activity: here.closest('.dk-activity')?.querySelector('.dk-title')?.textContent ?? ''};
}"""


def open_lesson(tab: Any, welcome: str) -> None:
    """From the welcome page to the lesson, as a newcomer goes."""
    tab.goto(welcome)
    tab.locator("#lesson-11 .open-page").click()
    ready(tab)


def ready(tab: Any, _: Words = ENGLISH) -> None:
    """Wait until the last cell of the lesson can be used."""
    tab.get_by_role("button", name=_("Make a copy to take along")).wait_for(timeout=60_000)


def activity(tab: Any, title: str) -> Any:
    """One activity on the screen, by its title."""
    return tab.locator(".dk-activity").filter(has=tab.locator(".dk-title", has_text=title))


# --- by clicks


def take(where: Any, *names: str) -> None:
    """Choose what begins with these words, one after the other."""
    for name in names:
        where.get_by_role("radio", name=re.compile(f"^{re.escape(name)}")).check()


def press(where: Any, name: str | re.Pattern[str]) -> None:
    """Press a button that leads to another screen, and wait until that screen is there."""
    leave(where.get_by_role("button", name=name, exact=isinstance(name, str)))


def open_list(talks: Any, name: str) -> None:
    """Show what stands behind a button that stays where it is."""
    talks.get_by_role("button", name=name).click()


def sit_down(talks: Any, side: str, partner: str, _: Words = ENGLISH) -> None:
    """Sit down on a side and opposite a partner, both named as they stand on the screen."""
    if not talks.get_by_text(_("You sit opposite “{partner}”.", partner=partner)).count():
        open_list(talks, _("Another partner, or two people"))
        take(talks, f"{partner}.")
    take(talks, f"{side}.")
    press(talks, _("Sit down at the table"))
    talks.get_by_role("heading", name=_("Year {n} of {total}: the talks", n=1, total=3)).wait_for()


def build(talks: Any, package: Mapping[str, int] = FAIR, _: Words = ENGLISH) -> None:
    """Choose an option for every term, and see what the package would be worth."""
    case = read_case("ayna")
    if not talks.locator(".dk-offer").is_visible():
        open_list(talks, _("Make another offer"))
    for term, option in package.items():
        told = _.case(case, f"terms.{term}.options.{option}")
        talks.locator(".dk-offer").get_by_role("radio", name=told, exact=True).check()
    talks.locator(".dk-own-bar.dk-sticks").wait_for()


def agree(talks: Any, package: Mapping[str, int] = FAIR, _: Words = ENGLISH) -> None:
    """Offer the same calmly until they take it."""
    for _time in range(12):
        build(talks, package, _)
        press(talks, offer_words(_))
        if talks.locator(".dk-agreed").count():
            return
    raise AssertionError("they never took it")


def live(talks: Any, _: Words = ENGLISH) -> None:
    """Decide what is left to decide, and let the year come."""
    while talks.locator(".dk-agreed").count():
        if talks.get_by_role("button", name=_("Decide"), exact=True).count():
            talks.get_by_role("radio").nth(1).check()
            press(talks, _("Decide"))
        else:
            press(talks, _("Let the year come"))


def year_one(tab: Any) -> Iterator[Any]:
    """Talk, ask, answer, agree and live one year; each screen is given as it opens, with its activity."""
    talks = activity(tab, NEGOTIATE)
    yield talks
    sit_down(talks, "Gardens", "Quick to meet you")
    yield talks
    press(talks, "Ask a question")
    yield talks
    take(talks, "What matters most to you?")
    press(talks, "Ask")
    talks.get_by_text("What they told you:").wait_for()
    press(talks, "Say no, and why")
    yield talks
    press(talks, "Back to the table")
    press(talks, "Take a break")
    yield talks
    press(talks, "Back to the table")
    build(talks)
    yield talks
    press(talks, "Offer this instead")
    yield talks
    agree(talks)
    yield talks
    live(talks)
    yield talks
    press(talks, "Enough for today: put the role down")
    yield talks


def role_down(tab: Any) -> Iterator[Any]:
    """The card lies face down, the person is back."""
    role = activity(tab, ROLE_DOWN)
    press(role, "My card lies face down")
    role.get_by_role("checkbox", name="curious").check()
    yield role
    press(role, "Go on")
    role.get_by_role("textbox").fill("You were patient with me.")
    yield role
    press(role, "My role is put down")
    yield role


def numbers(tab: Any) -> Iterator[Any]:
    """All agreements, two hundred years with one thing changed, and each promise."""
    picture, stress, keep = (activity(tab, title) for title in (ALL_AGREEMENTS, STRESS, BOTH_KEEP))
    press(picture, "What else was possible?")
    yield picture
    press(picture, "Which question tells most?")
    yield picture
    take(stress, "100 to 149 years", "Nobody")
    yield stress
    press(stress, "Let 200 years come")
    take(stress, "Yearly payment")
    take(stress, "260 points")
    stress.get_by_text("Which of these numbers would you have to explain at home?").wait_for()
    yield stress
    take(keep, "Springs: Summer release")
    yield keep
    press(keep, "Look at each promise")
    take(keep, "A very dry year")
    keep.get_by_text("A very dry year: ").wait_for()
    yield keep


def own_words(tab: Any) -> Iterator[Any]:
    """Two clauses, the debrief's four steps, one line."""
    clauses, debrief, line = (activity(tab, title) for title in (CLAUSES, DEBRIEF, ONE_LINE))
    press(clauses, "Show me an example")
    clauses.get_by_role("textbox").fill("When the snow report says dry, both give up the same share.")
    clauses.get_by_role("checkbox").first.check()
    yield clauses
    press(clauses, "Go on")
    press(clauses, "Go on")
    yield clauses
    press(debrief, "Go on")
    debrief.get_by_text("Your newest talks, as the record tells them").wait_for()
    yield debrief
    for _ in range(3):
        press(debrief, "Go on")
    yield debrief
    take(line, "A hope")
    line.get_by_role("textbox").fill("That we write to each other when the snow is thin.")
    press(line, "Leave this line")
    yield line


# --- by keys


def focus(tab: Any) -> dict[str, str]:
    """Where the keyboard is, once the page has handed it on."""
    tab.wait_for_function("document.activeElement !== document.body")
    found: dict[str, str] = tab.evaluate(FOCUS)
    return found


def tab_to(tab: Any, begins: str) -> None:
    """Press Tab until something that begins with these words has the keyboard."""
    passed = []
    for _ in range(60):
        passed.append(tab.evaluate(FOCUS)["words"])
        if passed[-1].startswith(begins):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {begins!r}, only to {[words[:40] for words in passed]}")


def take_by_keys(tab: Any, *ways: tuple[str, str]) -> None:
    """For each pair: Tab to the choice whose first words are the one, go down to the other, and have it."""
    for first, wanted in ways:
        tab_to(tab, first)
        tab.keyboard.press("Space")
        for _ in range(12):
            if focus(tab)["words"].startswith(wanted):
                break
            tab.keyboard.press("ArrowDown")
        assert tab.evaluate("document.activeElement.checked"), wanted


def press_by_keys(tab: Any, begins: str) -> dict[str, str]:
    """Press a button with Enter, once what was chosen has come to it; give where the keyboard is on the next screen."""
    button = tab.get_by_role("button", name=re.compile(f"^{re.escape(begins)}"), disabled=False)
    button.first.wait_for()  # Tab passes by what is disabled
    tab_to(tab, begins)
    button = tab.evaluate_handle("document.activeElement")
    tab.wait_for_function("button => !button.disabled", arg=button)
    tab.keyboard.press("Enter")
    tab.wait_for_function("button => !button.isConnected", arg=button)
    return focus(tab)


# --- what is nobody else's


def secrets(side: str) -> list[str]:
    """What only one side of the Ayna may read in year 1: its briefs and facts, and what `FAIR` is worth to it."""
    case = read_case("ayna")
    seats = [seat for seat, about in case.seats.items() if about["side"] == side]
    told = [text for key, text in case.text.items() if re.match(rf"seats\.({'|'.join(seats)})\.(brief|private)", key)]
    return [*told, own_word(case, side, FAIR, words("en"))]
