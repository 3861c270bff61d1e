"""Rules that look beyond the guide: its lesson, the lesson's case, its other languages, its made ranges."""

from collections.abc import Iterator

from dastarkhan.guides.looking import Found, Look, unknown
from dastarkhan.guides.made import RANGES, picture_of
from dastarkhan.languages import LANGUAGES, Words
from dastarkhan.languages.made_ranges import BEGINS, MADE


def number_of(name: str) -> str:
    """Give the number that a file's name begins with."""
    return name.partition("_")[0]


def own_name(look: Look) -> Iterator[Found]:
    """The id is the catalog's name, and there is a lesson of this number."""
    wanted = f"guide_{number_of(look.name)}"
    if look.guide.id != wanted:
        yield Found(code="guide.other_id", key="id", value=look.guide.id, allowed=wanted)
    if look.lesson is None:
        yield Found(code="guide.no_lesson", key="id", value=look.guide.id, allowed="modules/en")


def cells(look: Look) -> Iterator[Found]:
    """Every cell that is named stands in the lesson's notebook."""
    if look.lesson is None:
        return
    for number, step in enumerate(look.guide.steps, start=1):
        yield from unknown(f"steps[{number}].notebook_cell", [step.notebook_cell], look.lesson.cells)
    for number, outcome in enumerate(look.guide.outcomes, start=1):
        yield from unknown(f"outcomes[{number}].activity", [outcome.activity], look.lesson.cells)


def roles(look: Look) -> Iterator[Found]:
    """Seats and who speaks for whom are those of the case."""
    case, said = look.lesson, look.guide.roles
    if case is None:
        return
    if (said is None) == bool(case.seats):  # seats and no roles, or roles and no seats
        allowed = ", ".join(case.seats) or "–"
        yield Found(code="guide.other_seats", key="roles", value="–" if said is None else "roles", allowed=allowed)
    if said is None:
        return
    optional = [seat for seat in case.seats if seat not in case.required]
    for key, given, wanted in (("needed", said.needed, case.required), ("optional", said.optional, optional)):
        if set(given) != set(wanted):
            yield Found(
                code="guide.other_seats", key=f"roles.{key}", value=", ".join(given), allowed=", ".join(wanted)
            )  # fmt: skip
    rules = {rule.absent: rule.then for rule in said.merge_rules}
    for number, rule in enumerate(said.merge_rules, start=1):
        if rule.then != case.seats.get(rule.absent, ()):
            value, allowed = ", ".join(rule.then), ", ".join(case.seats.get(rule.absent, ())) or "–"
            key = f"roles.merge_rules[{number}]"
            yield Found(code="guide.other_merge", key=key, value=f"{rule.absent}: {value}", allowed=allowed)
    for seat, into in case.seats.items():
        if into and seat not in rules:
            allowed = f"{seat}: {', '.join(into)}"
            yield Found(code="guide.other_merge", key="roles.merge_rules", value="–", allowed=allowed)


def languages(look: Look) -> Iterator[Found]:
    """Every language that is named has a file."""
    for lang in look.guide.language_versions:
        if lang not in LANGUAGES:
            allowed = ", ".join(LANGUAGES)
            yield Found(code="guide.unknown_name", key="language_versions", value=lang, allowed=allowed)
        elif lang != look.language and not (look.house.guides / lang / f"{look.name}.md").exists():
            there = [one for one in LANGUAGES if (look.house.guides / one / f"{look.name}.md").exists()]
            yield Found(code="guide.no_version", key="language_versions", value=lang, allowed=", ".join(there))


def pictures(look: Look) -> Iterator[Found]:
    """Every picture that a step speaks of is there, in the guide's own language, and no other of this guide."""
    folder, guide = look.house.guides / look.language, look.guide
    named = {picture_of(guide, step): f"steps[{n}].picture" for n, step in enumerate(guide.steps, 1) if step.picture}
    there = {f"pictures/{one.name}" for one in folder.glob(f"pictures/{number_of(look.name)}_*")}
    for path in named.keys() - there:
        yield Found(code="guide.no_picture", key=named[path], value=path, allowed="docs/guides.md")
    for path in there - named.keys():
        allowed = ", ".join(sorted(named)) or "–"
        yield Found(code="guide.unknown_picture", key="steps", value=path, allowed=allowed)


def made_ranges(look: Look) -> Iterator[Found]:
    """Made ranges are closed, known, all there, and say what the front matter says."""
    kit, there = Words(look.language), set()
    closed = {found.start(): found for found in MADE.finditer(look.text)}
    for begins in BEGINS.finditer(look.text):
        name, line = begins["name"], look.text.count("\n", 0, begins.start()) + 1
        there.add(name)
        key, allowed = f"made: {name}", ", ".join(RANGES)
        if name not in RANGES:
            yield Found(code="guide.unknown_range", key=key, value=name, allowed=allowed, line=line)
        elif begins.start() not in closed:
            yield Found(code="guide.open_range", key=key, value=name, allowed="<!-- /made -->", line=line)
        elif closed[begins.start()]["inside"].strip() != RANGES[name](look.guide, kit).strip():
            build = "dastarkhan languages build"
            yield Found(code="guide.stale_range", key=key, value=name, allowed=build, line=line)
    for name in RANGES:
        if name not in there:
            last = look.text.count("\n")
            allowed = f"<!-- made: {name} --><!-- /made -->"
            yield Found(code="guide.no_range", key=f"made: {name}", value="–", allowed=allowed, line=last)


RULES = (own_name, cells, roles, languages, pictures, made_ranges)
