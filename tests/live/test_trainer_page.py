"""The trainer's page: complete in every language, every action at its time, nothing typed gets through unescaped."""

import ast
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dastarkhan.live import pages
from dastarkhan.live.pages.trainer import part_names, trainer_page, trainer_parts
from dastarkhan.live.room.acts import ACTS
from dastarkhan.live.room.stages import Absence, Release, Stage
from dastarkhan.live.room.trainer_looks import TrainerLook
from tests.live import looks_for_trainers as made

PAGES = Path(pages.__file__).parent
STARTING = {"seat", "start"}
ALWAYS = {"message", "absence", "languages", "new_code", "co_trainer", "close", "erase", "language"}
AT_TABLES = {"hold", "leave", "place", "save"}
WITHOUT_TABLES = {"erase", "language"}


class Forms(HTMLParser):
    """What can be sent from a page: each form's fields, and the values that its choices have."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[dict[str, list[str]]] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        self.attributes |= set(found)
        self.tags.add(tag)
        if tag == "form":
            assert (found["method"], found["action"]) == ("post", "act")
            self.forms.append({})
        if tag == "select":
            self._select = found["name"]
        if tag == "option":
            self.forms[-1].setdefault(self._select, []).append(found["value"])
        elif found.get("name") and tag in ("input", "button", "textarea"):
            self.forms[-1].setdefault(found["name"], []).append(found.get("value", ""))

    def of(self, word: str) -> list[dict[str, list[str]]]:
        return [form for form in self.forms if form["do"] == [word]]

    @property
    def words(self) -> set[str]:
        return {form["do"][0] for form in self.forms}


def forms_of(look: TrainerLook) -> Forms:
    return Forms(trainer_page(look))


@pytest.mark.parametrize("lang", made.LANGUAGES)
def test_every_look_is_drawn_in_every_language(lang: str) -> None:
    for look in made.trainer_looks(lang) if lang in ("en", "prs") else [made.trainer_look(lang=lang)]:
        page = trainer_page(look)
        assert page.startswith("<!doctype html>")
        found = Forms(page)
        assert "style" not in found.attributes
        assert not [name for name in found.attributes if name.startswith("on") or name in ("hx-on", "srcdoc")]
        assert all(form["token"] == ["t0ken"] and form["id"][0] for form in found.forms)
        assert found.tags.isdisjoint({"style", "iframe", "b-айна"})


def test_every_action_is_there_when_it_can_be_done() -> None:
    expected = {
        Stage.GATHER: STARTING | ALWAYS,
        Stage.SEATED: STARTING | ALWAYS | AT_TABLES,
        Stage.PLAY: {"pause", "next_year", "end_talks", "inject", "hurry", "step"} | ALWAYS | AT_TABLES,
        Stage.PAUSE: {"resume", "next_year", "end_talks", "inject", "hurry", "step"} | ALWAYS | AT_TABLES,
        Stage.HELD: {"release", "let_through", "drop_line"} | ALWAYS | AT_TABLES,
        Stage.CLOSED: WITHOUT_TABLES | {"save"},
    }
    for stage, words in expected.items():
        tables = 0 if stage is Stage.GATHER else 3
        found = forms_of(made.trainer_look("ayna", tables, at=0.1, stage=stage)).words
        assert words <= found, (stage, words - found)
    for stage in (Stage.GATHER, Stage.SEATED):
        assert forms_of(made.trainer_look("ayna", 0, stage=stage)).words.isdisjoint({"pause", "release", "inject"})
    assert forms_of(made.trainer_look(stage=Stage.CLOSED)).words <= WITHOUT_TABLES | {"save"}


def test_nothing_of_what_a_trainer_may_do_is_missing() -> None:
    found: set[str] = set()
    for look in made.trainer_looks():
        found |= forms_of(look).words
    some_gone = made.trainer_look()
    some_gone = replace(some_gone, tables=(replace(some_gone.tables[0], left=("gardens_nature",)),))
    found |= forms_of(some_gone).words
    assert found == {*ACTS, "erase", "save", "language"}


def test_forms_carry_what_the_room_asks_for() -> None:
    look = made.trainer_look("ayna", 3, at=0.1)
    found = forms_of(look)
    assert {form["table"][0] for form in found.of("inject")} == {"all", "1", "2", "3"}
    assert {form["inject"][0] for form in found.of("inject")} <= set(look.case.injects)
    assert {form["table"][0] for form in found.of("end_talks")} == {"all", "1", "2", "3"}
    assert found.of("hurry")[0]["minutes"] == ["1", "2", "5", "10"]
    assert found.of("hold")[0]["holder"] == ["partner", "careful", "person"]
    assert found.of("hold")[0]["seat"] == ["", *look.tables[0].seats]  # nobody is changed by a tap alone
    assert set(found.of("place")[0]["chair"]) - {""} <= {f"{n}.{seat}" for n in (1, 2, 3) for seat in look.case.seats}
    assert set(found.of("place")[0]["person"]) == {person.id for person in look.people}  # somebody came late
    seated = replace(look, people=tuple(person for person in look.people if person.table))
    assert forms_of(seated).of("place")[0]["person"][0] == ""  # nobody is moved by a tap alone
    assert found.of("absence")[0]["how"] == [how.value for how in Absence]
    assert found.of("message")[0]["to"] == ["all", "wall", "1", "2", "3"]
    assert found.of("take_away")[0]["message"] == ["1"]
    assert next(form["step"][0] for form in found.of("step")) == "5"
    assert found.of("erase")[0]["sure"] == ["erase"]


def test_tapping_a_language_of_the_wall_adds_it_or_takes_it_away() -> None:
    def after(now: tuple[str, ...]) -> dict[str, str]:
        found = forms_of(made.trainer_look(wall_languages=now)).of("languages")[0]["wall"]
        return dict(zip(made.ALL_LANGUAGES, found, strict=True))

    assert after(("en",))["kk"] == "en,kk"
    assert after(("en",))["en"] == "en"  # the last one stays
    assert after(("en", "kk", "prs"))["kk"] == "en,prs"
    assert after(("en", "kk", "prs"))["ru"] == "en,kk,ru"


def test_what_few_tables_do_not_see_on_the_wall_is_left_out_with_a_reason() -> None:
    for n, left_out, sentences in (
        (1, 1, ("everybody could guess", "from five agreements on")),
        (2, 2, ("everybody could guess", "Tell each other instead", "from five agreements on")),
        (4, 1, ("everybody could guess", "from five agreements on")),
        (5, 0, ()),
    ):
        page = trainer_page(made.trainer_look(n_tables=n, at=1.0, stage=Stage.HELD, can_release=()))
        assert page.count('class="left-out"') == left_out
        for sentence in ("everybody could guess", "Tell each other instead", "from five agreements on"):
            assert (sentence in page) is (sentence in sentences), (n, sentence)


@pytest.mark.parametrize(
    ("n_agreed", "without", "left_out", "sentence"),
    [
        (6, 1, 1, "fewer than five tables ended differently from the others"),
        (4, 8, 1, "The wall shows it from five agreements on."),
        (0, 6, 1, "no table has an agreement that could be tried"),
        (6, 6, 0, "shows every table as a dot"),
    ],
)
def test_a_few_that_ended_differently_are_not_pointed_at(
    n_agreed: int, without: int, left_out: int, sentence: str
) -> None:
    look = made.trainer_look(n_tables=n_agreed + without, at=1.0, stage=Stage.HELD, can_release=())
    tables = tuple(replace(one, agreed=one.number <= n_agreed) for one in look.tables)
    page = trainer_page(replace(look, tables=tables))
    assert page.count('class="left-out"') == left_out
    assert sentence in page


def test_releases_stand_in_their_order_and_only_the_next_has_a_button() -> None:
    for done in range(len(Release)):
        look = made.trainer_look(
            at=1.0, stage=Stage.HELD, released=tuple(Release)[:done], can_release=(tuple(Release)[done],)
        )
        sent = forms_of(look).of("release")
        assert [form["what"] for form in sent] == [[tuple(Release)[done].value]]
    package = forms_of(made.trainer_look("fair", at=1.0, stage=Stage.HELD, released=tuple(Release)[:3], can_release=()))
    assert not package.of("release")
    assert "Harder years" not in trainer_page(made.trainer_look("fair", at=1.0, stage=Stage.HELD))


def test_what_people_typed_is_escaped() -> None:
    page = trainer_page(made.trainer_look(at=1.0, stage=Stage.HELD))
    for typed in ("<script>alert", "<img src=x", "<b>Айна"):
        assert typed not in page
    assert "&lt;script&gt;alert(2)" in page
    assert "&lt;b&gt;Айна" in page


def test_no_sentence_is_hidden_from_the_translators() -> None:
    """Extraction reads what is called ``_``; a sentence under another name stays English in every language."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in PAGES.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant)
        and re.search(r"\bwords(\.n|\.c)?$", ast.unparse(call.func))
    ]  # fmt: skip
    assert hidden == []


def test_dangerous_actions_lie_behind_another_tap() -> None:
    page = trainer_page(made.trainer_look(at=0.1)) + trainer_page(made.trainer_look(at=0.0, stage=Stage.SEATED))
    for word in ("end_talks", "close", "erase", "new_code", "seat"):
        assert f'name="do" value="{word}"' in page
        for found in re.finditer(f'name="do" value="{word}"', page):
            before = page[: found.start()]
            assert before.rfind('<details class="fold careful">') > before.rfind("</details>")
    assert re.search(r'<input type="checkbox" name="sure" value="erase" required>', page)


def test_presence_has_a_sign_and_a_word() -> None:
    text = trainer_page(made.trainer_look("ayna", 4, people=60))
    for sign, word in (("●", "here"), ("○", "away"), ("◆", "a partner plays"), ("–", "nobody")):
        assert re.search(rf'<i aria-hidden="true">{sign}</i> {word}', text)


def test_a_pair_is_marked_at_its_chair_as_among_the_people() -> None:
    look = made.trainer_look("ayna", 1, people=6)
    pairs = sum(one.pair and one.table == 1 for one in look.people)
    assert pairs
    parts = trainer_parts(look)
    assert parts["table-1"].count('<span class="chip">a pair</span>') == pairs
    alone = replace(look, people=tuple(replace(one, pair=False) for one in look.people))
    assert "a pair" not in trainer_parts(alone)["table-1"]


def test_every_chair_says_since_when() -> None:
    look = made.trainer_look("ayna", 4, people=60)
    part = trainer_parts(look)["table-2"]
    chairs = part.partition('<ul class="chairs">')[2].partition("</ul>")[0].split("</li>")[:-1]
    assert len(chairs) == len(look.tables[1].seats)
    assert all(re.search(r'since <time data-since="\d+\.\d+">\d\d:\d\d</time>', one) for one in chairs)


def test_a_move_at_one_table_leaves_the_other_parts_as_they_are() -> None:
    before = made.trainer_look("ayna", 4, at=0.3)
    later = made.trainer_look("ayna", 4, at=0.35).tables[1]
    after = replace(before, tables=(before.tables[0], later, *before.tables[2:]),
                    clock=replace(before.clock, now=before.clock.now + 5), late_min=before.late_min + 0.1)  # fmt: skip
    one, other = trainer_parts(before), trainer_parts(after)
    changed = {name for name in one if one[name] != other[name]}
    assert "table-2" in changed
    assert changed <= {"table-2", "hands-2", "course"}


def test_who_comes_and_goes_does_not_touch_what_is_being_filled_in() -> None:
    before = made.trainer_look("ayna", 4)
    people = tuple(replace(one, here=not one.here, since=one.since + 50) for one in before.people)
    one, other = trainer_parts(before), trainer_parts(replace(before, people=people))
    changed = {name for name in one if one[name] != other[name]}
    assert changed.isdisjoint({"say", "place", "room", "doors", "end", "plan", "hands-1", "hands-2"})


def test_a_table_that_comes_later_has_its_place_on_the_page() -> None:
    page = trainer_page(made.trainer_look("ayna", 0, people=3, stage=Stage.GATHER))
    for name in trainer_parts(made.trainer_look("ayna", 12)):
        assert f'id="{name}"' in page


def test_what_was_saved_is_said_with_time_and_place() -> None:
    look = replace(made.trainer_look(), folder="my_work/rooms")
    assert "Saved at" not in trainer_parts(look)["end"]
    told = trainer_parts(replace(look, saved_at=made.NOW, saved_tables=4))["end"]
    assert re.search(r"Saved at \d\d:\d\d: 4 tables, in \W*my_work/rooms\W*\.", told)
    assert "1 table, in" in trainer_parts(replace(look, saved_at=made.NOW, saved_tables=1))["end"]


def test_erasing_says_where_saved_files_stay() -> None:
    assert "Files saved before stay" not in trainer_parts(made.trainer_look())["end"]
    told = trainer_parts(replace(made.trainer_look(), folder="my_work/rooms"))["end"]
    assert re.search(r"Files saved before stay in \W*my_work/rooms\W*\.", told)


def test_every_part_has_its_name() -> None:
    assert sorted(part_names()) == sorted(trainer_parts(made.trainer_look()))
