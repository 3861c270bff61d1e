"""Pages of every lesson's pack, made from its guide: run-sheet, questions, hard moments, key points."""

from collections.abc import Iterator

from dastarkhan.guides import read_guide
from dastarkhan.guides.made import stage_names
from dastarkhan.guides.vocabulary import Stage
from dastarkhan.languages import words
from dastarkhan.paper.guide_print import run_sheet_page
from dastarkhan.paper.lesson_room import LessonRoom
from dastarkhan.paper.page import Block, Page, bullets, cards, heading, lines, note, text


def run_sheets(room: LessonRoom) -> Iterator[Page]:
    """Give the run-sheet in each language of the room that the guide speaks, else in English."""
    spoken = room.guide.language_versions
    for lang in dict.fromkeys(lang if lang in spoken else "en" for lang in room.languages):
        guide = read_guide(room.number, lang)
        sheet = run_sheet_page(guide, str(guide.duration_min), words(lang, "kit"))
        block: Block = {"kind": "run_sheet", **sheet}
        yield Page(part="run", lang=lang, title=guide.title, foot=sheet["foot"], blocks=(block,))


def check_questions(room: LessonRoom) -> Iterator[Page]:
    """Give the questions to check with their answers and reasons, for the trainers to read aloud."""
    lang = room.trainers
    _, blocks = room.speakers[lang], []
    for one in room.guide.check_questions:
        blocks.append(heading(room.told(lang, one.q, "check_questions.q"), 2))
        choices = [
            f"{letter}: {room.told(lang, choice, f'check_questions.choices.{letter}')}"
            for letter, choice in one.choices.items()
        ]
        blocks.append(bullets(choices))
        blocks.append(text(f"{one.correct}. {room.told(lang, one.why, 'check_questions.why')}", small=True))
    title = _("Questions to check")
    yield Page(part="checks", lang=lang, title=title, foot=room.foot(lang, _("for the trainers")), blocks=tuple(blocks))


def debrief_sheets(room: LessonRoom) -> Iterator[Page]:
    """Give one sheet for each language, with the four steps and room to write; it hangs on the wall."""
    for lang in room.languages:
        _ = room.speakers[lang]
        names, blocks = stage_names(_), []
        for stage in Stage:
            asked = [room.told(lang, one.q, "debrief.q") for one in room.guide.debrief if one.stage is stage]
            blocks += [heading(names[stage]), bullets(asked), lines(2)]
        yield Page(part="debrief", lang=lang, title=_("Talk it over"), foot=room.foot(lang), blocks=tuple(blocks))


def problem_cards(room: LessonRoom) -> Iterator[Page]:
    """Give the cards for hard moments, to cut out and keep in a pocket."""
    lang = room.trainers
    _ = room.speakers[lang]
    made = [
        (
            text(room.told(lang, one.condition, "common_problems.if"), strong=True),
            text(room.told(lang, one.then, "common_problems.then")),
            note(_("“{text}”", text=room.told(lang, one.say, "common_problems.say"))),
        )
        for one in room.guide.common_problems
    ]
    drawn = cards(made, columns=2, height_mm=62)
    title = _("Cards for hard moments")
    yield Page(part="problems", lang=lang, title=title, foot=room.foot(lang, _("for the trainers")), blocks=(drawn,))
