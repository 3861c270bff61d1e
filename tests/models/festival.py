"""The spring festival in two towns: twelve tasks and six volunteers, invented."""

from simulations.teamwork import Task, Volunteer


def task(
    key: str, hours: float, *, skills: str = "", languages: str = "", after: str = "", light: bool = False
) -> Task:
    needs = (tuple(words.split()) for words in (skills, languages, after))
    skill, language, before = needs
    return Task(key=key, hours=hours, skills=skill, languages=language, after=before, prestige=light)


def volunteer(key: str, hours: float, side: str, skills: str, languages: str, gender: str | None = None) -> Volunteer:
    spoken = tuple(languages.split())
    return Volunteer(key=key, hours=hours, side=side, skills=tuple(skills.split()), languages=spoken, gender=gender)  # type: ignore[arg-type]


TASKS = (
    task("permit", 3, skills="forms", languages="a b"),
    task("budget", 2, skills="sums"),
    task("invitations", 3, skills="design", languages="a b", after="permit"),
    task("songs", 4, skills="music", after="budget"),
    task("stage", 5, skills="building", after="permit budget"),
    task("bread", 4, skills="baking", after="budget"),
    task("sound", 2, skills="music", after="stage"),
    task("posters", 2, skills="design", after="invitations"),
    task("welcome", 2, skills="speaking", languages="a b", after="stage sound", light=True),
    task("prizes", 1, skills="speaking", after="welcome", light=True),
    task("minutes", 2),
    task("cleaning", 3, after="prizes"),
)
VOLUNTEERS = (
    volunteer("ana", 8, "mill", "forms speaking", "a b", "woman"),
    volunteer("bek", 6, "mill", "building music", "a", "man"),
    volunteer("cholpon", 6, "mill", "baking sums", "a", "woman"),
    volunteer("dana", 7, "willow", "design speaking", "a b", "woman"),
    volunteer("erlan", 6, "willow", "music building", "b", "man"),
    volunteer("farid", 5, "willow", "baking speaking sums", "b", "man"),
)
