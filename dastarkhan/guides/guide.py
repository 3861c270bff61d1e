"""What a facilitator guide is: one frozen tree, read from the front matter of its file.

A field of the type `Text` is a sentence for people, and stands in double quotes in the file. Every other field is data.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dastarkhan.guides.rehearsal import Rehearsal
from dastarkhan.guides.vocabulary import (
    NO_TEXT,
    Device,
    Internet,
    Phase,
    SourceLicence,
    Stage,
    Status,
    Tag,
    Text,
    When,
    Who,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a person can do afterwards, where it is practised, and how it is seen."""

    text: Text
    tag: Tag
    activity: str
    check: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A plan of another length: minutes for each step that stays, in the order of the guide."""

    cut: Text
    steps: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeVariants:
    """Plans by their minutes, and the same with an interpreter."""

    interpreted: Mapping[int, Variant]
    lengths: Mapping[int, Variant] = field(metadata={"rest": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSize:
    """How many people sit at one table."""

    min: int
    max: int
    ideal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """How many people a session is for."""

    min: int
    max: int
    ideal: int
    table_size: TableSize


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRule:
    """Who speaks for a seat that nobody holds: the first of these who is there."""

    absent: str
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Seats of the lesson's case."""

    needed: tuple[str, ...]
    optional: tuple[str, ...]
    merge_rules: tuple[MergeRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """What to bring: on paper, as a device, and when there is nothing."""

    paper: tuple[Text, ...]
    device: tuple[Text, ...]
    none: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the session: who says what, what both do, and what to do without a device.

    `picture` says what a picture of the screen shows, for whoever cannot see it; empty when the step has none.
    """

    id: str
    title: Text
    phase: Phase
    min: int
    who: Who
    say: Text
    do: Text
    notebook_cell: str
    fallback_without_device: Text
    picture: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckQuestion:
    """A question with choices, and the reason for its answer."""

    q: Text
    choices: Mapping[str, Text]
    correct: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefQuestion:
    """A question for the talk afterwards."""

    stage: Stage
    q: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A card for a hard moment: what happens, what to do, what to say."""

    id: str
    condition: Text = field(metadata={"key": "if"})
    then: Text
    say: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Variations:
    """The same session with other people or other means."""

    large: Text
    small: Text
    uneven: Text
    online: Text
    hybrid: Text
    mono_lingual_tables: Text
    no_electricity: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What could go wrong, how it shows, and what to do."""

    risk: Text
    signal: Text
    response: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactSlot:
    """Room for a person to turn to; it stays empty in the file and is filled in by hand."""

    text: Text
    name: str
    telephone: str
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Energiser:
    """A short thing to do together that leaves nobody out."""

    name: Text
    how: Text
    minutes: int
    seats_ok: bool
    touch_free: bool
    gender_neutral: bool
    phone_ok: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What comes after the session."""

    individual: Text
    local: Text
    online: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationItem:
    """A question of the evaluation: its Kirkpatrick level, 1 to 4, and when it is asked."""

    level: int
    when: When
    q: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something comes from."""

    ref: str
    url: str
    licence: SourceLicence


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalLinks:
    """What the session has to do with each pair of border regions."""

    zhambyl_talas: Text
    gbao_badakhshan: Text
    bukhara_lebap: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became different, and on which day."""

    date: str
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A facilitator guide, whole; see docs/guides.md for each field. Only a lesson with a case has `roles`."""

    id: str
    title: Text
    module: Text
    language_versions: tuple[str, ...]
    status: Status
    aim: Text
    outcomes: tuple[Outcome, ...]
    duration_min: int
    shortest_min: int
    time_variants: TimeVariants
    complexity: int
    emotional_load: int
    group: Group
    materials: Materials
    device_mode: tuple[Device, ...]
    internet: Internet
    preparation: tuple[Text, ...]
    room_layout: Text
    steps: tuple[Step, ...]
    check_questions: tuple[CheckQuestion, ...]
    debrief: tuple[DebriefQuestion, ...]
    key_points: tuple[Text, ...]
    tips: tuple[Text, ...]
    common_problems: tuple[Problem, ...]
    variations: Variations
    sensitivities: tuple[Text, ...]
    do_no_harm: tuple[Harm, ...]
    safeguarding_contact_slot: ContactSlot
    energiser: Energiser
    follow_up: FollowUp
    handouts: tuple[Text, ...]
    evaluation_items: tuple[EvaluationItem, ...]
    sources: tuple[Source, ...]
    regional_links: RegionalLinks
    accessibility: tuple[Text, ...]
    rehearsal: Rehearsal
    changelog: tuple[Change, ...]
    roles: Roles | None = None
