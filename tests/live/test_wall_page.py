"""The wall: readable by all, telling of nobody."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from dastarkhan.live.pages.environment import words_of
from dastarkhan.live.pages.wall import wall_page, wall_parts
from dastarkhan.live.pages.wall_dots import dots
from dastarkhan.live.pages.wall_relations import networks
from dastarkhan.live.pages.wall_stress import stress
from dastarkhan.live.room.looks import WallLook
from dastarkhan.live.room.stages import Release, Stage
from simulations.games import read_case
from simulations.games.answered import Said, answers
from simulations.games.talks import NOT_SAID
from simulations.table import Move, Record, replay, seats_of
from tests.live import looks_for_trainers as made

DOTS = (Release.OWN, Release.DOTS)
RELATIONS = (*DOTS, Release.RELATIONS)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


@pytest.mark.parametrize("languages", [("kk", "ky", "ru"), ("prs", "en"), ("prs",)])
def test_every_look_is_drawn(languages: tuple[str, ...]) -> None:
    for look in made.wall_looks(languages):
        page = wall_page(look)
        assert "<style" not in page
        assert "<form" not in page
        for lang in languages:
            assert f'lang="{words_of(lang).language.html}" dir="{words_of(lang).direction}"' in page


def test_no_attribute_runs_or_dresses_anything() -> None:
    for look in made.wall_looks(("prs", "en")):
        page = wall_page(replace(look, messages=(), lines=()))
        assert not re.search(r"\s(style|on\w+|hx-on\S*)=", page)


def test_what_people_typed_is_escaped() -> None:
    page = wall_page(made.wall_look(stage=Stage.HELD))
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_the_way_in_stands_on_the_wall_and_goes_with_the_room() -> None:
    page = wall_page(made.wall_look(stage=Stage.GATHER))
    assert "A C 7   K 3 M" in page
    assert "http://192.168.43.1:8477/<" in page
    assert '<svg role="img" aria-label="The square to scan"' in page
    closed = wall_page(made.wall_look(stage=Stage.CLOSED))
    assert "A C 7" not in closed
    assert "<svg" not in closed


def test_news_of_all_tables_and_the_steps_title_are_in_every_language() -> None:
    look = made.wall_look("ayna", languages=("en", "kk", "prs"))
    parts = wall_parts(look)
    for lang in look.languages:
        assert words_of(lang).case(look.case, f"injects.{look.news[0]}.news") in parts["main"]
    assert "Үстел басында: бірінші жыл" in parts["main"]


def test_side_by_side_only_the_newest_news_has_room() -> None:
    look = made.wall_look("ayna", languages=("en", "kk", "ru"), news=("late_data", "drought"))
    assert wall_parts(look)["main"].count('class="news"') == 3
    assert words_of("en").case(look.case, "injects.drought.news") in wall_parts(look)["main"]
    assert wall_parts(replace(look, languages=("en",)))["main"].count('class="news"') == 2


def test_the_wall_says_truly_what_is_kept_of_names() -> None:
    kept = "No real names are asked for. Nicknames go when the room is erased. The trainer can save the moves."
    for stage in (Stage.GATHER, Stage.SEATED, Stage.CLOSED):
        assert kept in wall_parts(made.wall_look(stage=stage))["main"]


def test_feelings_come_before_any_number() -> None:
    for released in ((), (Release.OWN,)):
        told = text_of(wall_parts(made.wall_look(stage=Stage.HELD, released=released))["main"])
        assert "Card face down." in told
        assert not re.search(r"\d", told.replace("alert(2)", ""))
        assert "Hard, but fair" in told


@pytest.mark.parametrize("case", made.FOR)
def test_no_offer_seat_or_private_number_is_on_the_wall(case: str) -> None:
    whole = read_case(case)
    _ = words_of("en")
    seats = [_.case(whole, f"seats.{seat}.name") for seat in whole.seats]
    options = [
        _.case(whole, f"terms.{term}.options.{option}")
        for term, about in whole.terms.items()
        for option in about["options"]
    ]
    for n in (1, 4, 6):
        for released in ((), (Release.OWN,), DOTS, RELATIONS, made.ALL_RELEASES):
            for stage in Stage:
                look = made.wall_look(case, n, stage=stage, released=released if stage is Stage.HELD else (), news=())
                told = text_of(wall_page(look))
                assert not [words for words in (*seats, *options) if words in told]
                assert "Table 1" not in told


def test_few_tables_have_no_mark_of_their_own() -> None:
    for n, drawn in ((1, ["relations"]), (2, []), (4, ["relations"]), (5, ["dots", "relations", "stress"])):
        found = []
        for number in range(1, len(made.ALL_RELEASES) + 1):
            look = made.wall_look("ayna", n, stage=Stage.HELD, released=made.ALL_RELEASES[:number])
            found += re.findall(r'class="shown (\w+)', wall_parts(look)["main"])
        assert found == drawn, n
    quiet = wall_parts(made.wall_look("ayna", 4, stage=Stage.HELD, released=made.ALL_RELEASES))["main"]
    assert "Each table now finds them on its phones" in quiet
    assert "<svg" not in quiet


def test_dots_stand_where_the_points_say() -> None:
    def facts(mill: int, willow: int, agreed: bool = True) -> dict[str, object]:
        return {
            "over": True,
            "agreement": {"where": "x"} if agreed else None,
            "points": {"mill": 50 + mill, "willow": 48 + willow},
            "alone": {"mill": 50, "willow": 48},
        }

    look = replace(made.wall_look("fair"), results=(facts(20, 40), facts(-10, 40), facts(0, 0, False)))
    drawn = dots(look)
    better, worse, none = drawn.dots
    assert better.x > drawn.zero[0] > worse.x  # more for Mill is further along
    assert better.y == worse.y < drawn.zero[1]  # more for Willow is further up
    assert (none.x, none.y) == drawn.zero
    assert [dot.agreed for dot in drawn.dots] == [True, True, False]
    mirrored = dots(replace(look, languages=("prs",)))
    assert mirrored.dots[0].x < mirrored.zero[0] < mirrored.dots[1].x


def test_dots_at_one_place_can_all_be_seen() -> None:
    look = made.wall_look("fair", 12, stage=Stage.HELD, released=DOTS)
    same = replace(look, results=look.results[:1] * 12)
    places = {(dot.x, dot.y) for dot in dots(same).dots}
    assert len(places) == 12


def test_each_language_says_where_more_is_and_names_the_sides_itself() -> None:
    for languages, way in ((("en", "prs"), "right"), (("prs", "en"), "left")):
        for case, sentence in (("ayna", "better for Springs than alone"), ("canal", "better than alone.")):
            look = made.wall_look(case, 6, languages=languages, stage=Stage.HELD, released=DOTS)
            main = wall_parts(look)["main"]
            assert f"To the {way}: {sentence}" in text_of(main)
            for lang in languages:
                column = main.split(f'<div lang="{words_of(lang).language.html}"')[1].split("<div")[0]
                for side in look.case.sides:
                    for part in ("name", "letter"):
                        assert words_of(lang).case(look.case, f"sides.{side}.{part}") in column
    stress_years = made.wall_look("ayna", 6, languages=("prs", "en"), stage=Stage.HELD, released=made.ALL_RELEASES)
    assert wall_parts(stress_years)["main"].count("The years run from right to left.") == 1


def test_what_comes_next_stands_under_the_step_in_every_language() -> None:
    look = made.wall_look("ayna", languages=("en", "kk"))
    main = wall_parts(look)["main"]
    assert "Then: At the table: the second year" in main
    assert "екінші жыл" in main
    assert 'class="then"' not in wall_parts(replace(look, next_step=""))["main"]


def test_the_step_and_its_clock_stand_beside_whatever_else_is_the_main_thing() -> None:
    step, then = "At the table: the first year", "Then: At the table: the second year"
    for stage in (Stage.GATHER, Stage.SEATED, Stage.HELD):
        parts = wall_parts(made.wall_look("ayna", stage=stage))
        assert step in parts["head"]
        assert then in text_of(parts["head"])
        assert "data-ends" in parts["head"]
        assert step not in parts["main"]
    shown = made.wall_look("ayna", stage=Stage.HELD, released=DOTS, looks_back=True)
    assert step in wall_parts(shown)["head"]
    assert 'class="shown dots' in wall_parts(shown)["main"]
    for stage in (Stage.PLAY, Stage.PAUSE, Stage.CLOSED):
        assert "beside" not in wall_parts(made.wall_look("ayna", stage=stage))["head"]


def test_after_the_role_is_down_the_step_becomes_the_main_thing() -> None:
    look = made.wall_look("ayna", 4, stage=Stage.HELD, languages=("en", "kk"), looks_back=True)
    parts = wall_parts(look)
    assert "<h1>At the table: the first year</h1>" in parts["main"]
    assert "Card face down." not in parts["main"]
    assert "Hard, but fair" in parts["main"]
    assert "News for all tables" not in parts["main"]
    assert "beside" not in parts["head"]
    assert "Card face down." in wall_parts(replace(look, looks_back=False))["main"]
    own = replace(look, released=made.ALL_RELEASES)
    assert "Each table now finds them on its phones" in wall_parts(own)["main"]
    without_plan = replace(look, clock=replace(look.clock, step=""), next_step="")
    assert "Card face down." in wall_parts(without_plan)["main"]


def fair_record(*moves: tuple[str, str, dict[str, object]]) -> Record:
    case = read_case("fair")
    made_moves = tuple(Move(id=str(n), seat=seat, kind=kind, data=data) for n, (seat, kind, data) in enumerate(moves))
    return Record(case=case, seats=seats_of(case), seed=1, moves=made_moves)


def test_an_answer_goes_to_who_made_the_newest_offer() -> None:
    record = fair_record(
        ("mill_growers", "offer", {}),
        ("mill_players", "sponsor", {"offer": 1}),
        ("willow_bakers", "reject", {"offer": 1, "reason": "too_little"}),
        ("willow_bakers", "ask", {"question": "worries"}),
        ("mill_growers", "tell", {"question": "worries", "answer": "not_said"}),
        ("fair_host", "offer", {}),
        ("mill_growers", "accept", {"offer": 2}),
        ("facilitator", "close", {"reason": "time_up"}),
    )
    drawn = [(one.kind, one.by_side, one.to_side) for one in answers(record)]
    assert drawn == [
        (Said.YES, "mill", "mill"),
        (Said.NOT_YET, "willow", "mill"),
        (Said.ASKED, "willow", "mill"),
        (Said.YES, "mill", "none"),
    ]


@pytest.mark.parametrize("case", ["fair", "canal"])
def test_answers_are_those_that_the_talks_remember(case: str) -> None:
    for seed in range(8):
        record = made.restless(case, seed)
        talk = replay(record).talk  # type: ignore[attr-defined]  # a table of packages has one
        remembered = Counter((seat, offer.by, Said.YES) for offer in talk.offers for seat in offer.stands)
        remembered.update((seat, offer.by, Said.NOT_YET) for offer in talk.offers for seat in offer.refused_by)
        remembered.update((one.told_by, one.by, Said.TOLD) for one in talk.asked if one.answer not in (None, NOT_SAID))
        found = Counter((one.by, one.to, one.kind) for one in answers(record) if one.kind is not Said.ASKED)
        assert found == Counter({key: n for key, n in remembered.items() if key[0] != key[1]})
        asked = Counter((one.by, one.to_side) for one in answers(record) if one.kind is Said.ASKED)
        assert asked == Counter((one.by, one.of) for one in talk.asked)
        assert found
        assert asked


def test_a_network_holds_no_fewer_than_five_moves() -> None:
    no = ("willow_bakers", "reject", {"offer": 1, "reason": "too_little"})
    record = fair_record(("mill_growers", "offer", {}), *[no] * 4)
    assert not networks(record.case, (record,))["no"].edges
    found = networks(record.case, (record, record))
    assert dict(found["no"].edges) == {("willow", "mill"): {"weight": 8}}
    assert not found["yes"].edges
    one = made.wall_look("fair", 1, stage=Stage.HELD, released=RELATIONS)
    assert "too few moves" in wall_page(replace(one, records=(record,)))


def test_the_stress_test_draws_a_row_for_each_agreement() -> None:
    look = made.wall_look("ayna", 6, stage=Stage.HELD, released=made.ALL_RELEASES)
    drawn = stress(look)
    agreed = [facts for facts in look.results if facts["agreement"]]
    assert drawn.n_rows == len(agreed) > 0
    assert len(drawn.cells) == 30 * drawn.n_rows
    weak: WallLook = replace(look, results=({"agreement": {"summer_release": 45, "payment": 180}},))
    states = [cell.state for cell in stress(weak).cells]
    assert states[5] == "broke"  # stress_test(ayna, that, seed=12) stops in its sixth year, then three years alone
    assert states[6:9] == ["alone"] * 3
    assert stress(replace(look, results=())).n_rows == 0


def test_the_clock_alone_changes_nothing() -> None:
    look = made.wall_look()
    later = replace(look, clock=replace(look.clock, now=look.clock.now + 9))
    assert wall_parts(look) == wall_parts(later)
