"""The welcome page: choose a language, see the lessons and what each gives, open one."""

import os
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from dastarkhan.jupyter.choice import choose, ready_languages
from dastarkhan.jupyter.look import asset
from dastarkhan.jupyter.pages import POLICY, drafted, environment
from dastarkhan.jupyter.shelf import Lesson, lessons
from dastarkhan.jupyter.trainers import programme_links, tool_address, trainer_cards
from dastarkhan.jupyter.warm_kernels import warm
from dastarkhan.languages import LANGUAGES, words


class WelcomeHandler(JupyterHandler):
    """Serve ``<base_url>dastarkhan/``, the first page a person sees."""

    @property
    def content_security_policy(self) -> str:
        """Nothing but the kit's own files may be loaded, and nothing may be sent anywhere else."""
        return POLICY

    @web.authenticated
    async def get(self) -> None:
        """Answer with the page in the language asked for, and warm a kernel for the lesson that may follow."""
        language = choose(self)
        root = Path(self.settings["server_root_dir"]).expanduser()
        page = environment().get_template("welcome.html.j2")
        self.set_header("Cache-Control", "no-store")
        self.finish(
            page.render(
                spoken=LANGUAGES[language],
                language=language,
                languages=[(code, LANGUAGES[code], code in ready_languages()) for code in LANGUAGES],
                say=welcome_words(language, far="JUPYTERHUB_SERVICE_PREFIX" in os.environ),
                lessons=[_card(lesson, language) for lesson in lessons(root, language)],
                trainers=trainer_cards(root, words(language, "kit")),
                programmes=programme_links(root, words(language, "kit")),
                debrief=tool_address(root, "debrief", language),
                journal=tool_address(root, "journal", language),
                asset=asset,
            )
        )
        warm(self.kernel_manager)


class WithoutSlashHandler(JupyterHandler):
    """Send ``dastarkhan`` on to ``dastarkhan/``, keeping what follows the question mark."""

    @web.authenticated
    async def get(self) -> None:
        """Redirect relative to this address, so that it holds behind any proxy."""
        self.redirect("dastarkhan/" + (f"?{self.request.query}" if self.request.query else ""))


def _card(lesson: Lesson, language: str) -> dict[str, Any]:
    _ = words(language, "kit")
    number = _.number(int(lesson.number)) if lesson.number.isdigit() else lesson.number
    return {
        "lesson": lesson,
        "number": _("Lesson {number}", number=number),
        "minutes": _.n("about {n} minute", "about {n} minutes", lesson.minutes) if lesson.minutes else "",
        "page": f"../voila/render/{lesson.path}?language={language}",
        "notebook": f"../doc/tree/{lesson.path}",
    }


def welcome_words(language: str, *, far: bool = False) -> dict[str, str]:
    """Return every sentence of the welcome page; `far` when the kit runs behind a link, on somebody's server."""
    _ = words(language, "kit")
    if far:
        kept = (
            _("Take your work with you"),
            _("This link forgets everything when you leave. In each lesson you can take your work along."),
        )
        private = (
            _("No name is asked"),
            _("The lesson runs on a computer elsewhere. It asks nothing about you and sends what you do nowhere else."),
        )
    else:
        kept = (
            _("Your work stays with you"),
            _("It is kept in the folder {folder} of the kit, on this computer.", folder=_.isolate("my_work")),
        )
        private = (
            _("Nothing is sent away"),
            _("No name is asked, and nothing you do leaves this computer. It works without the internet."),
        )
    return {
        "title": _("Dastarkhan: lessons in preventive diplomacy"),
        "skip": _("Skip to the lessons"),
        "languages": _("Language"),
        "preparing": _("In preparation:"),
        "name": _("Dastarkhan"),
        "what": _("The cloth a family spreads to eat and to talk."),
        "lead": _(
            "Here it is spread for young people on both sides of a border. "
            "Sit down, meet a river or a quarrel, try what you would do, and see what follows."
        ),
        "how": _("Work alone, in pairs, or with a group. You need no mathematics and write no code."),
        "lessons": _("Lessons"),
        "gives": _("What you take home"),
        "still_english": _("Still in English"),
        "page": _("Open as a page"),
        "notebook": _("Open as a notebook"),
        "page_more": _("A page shows no code and starts by itself. It suits most people."),
        "notebook_more": _(
            "A notebook shows how the lesson is made. To begin, open the menu Run and choose Run All Cells."
        ),
        "none": _("No lessons were found here. Look for the folder named modules inside the kit."),
        "good": _("Good to know"),
        "private": private[0],
        "private_more": private[1],
        "kept": kept[0],
        "kept_more": kept[1],
        "one": _("One person at a time"),
        "one_more": _("Everybody opens a Dastarkhan of their own. If two people share one, their answers mix."),
        "invented": _("Every country, river and name in the lessons is invented."),
        "drafted": drafted(_),
        "trainers": _("For trainers"),
        "trainers_more": _("Read the guide, rehearse with a group that is not real, and print what you need."),
        "journal": _("My journal"),
        "journal_more": _("What you wrote in the lessons stands in your journal, for you alone. It can be printed."),
        "debrief": _("After a session: talk it over"),
        "debrief_more": _("Open the moves of a room's tables, or an example, and look back together."),
        "programmes": _("Programmes: lessons in a row"),
        "programmes_more": _("Each programme says when every lesson begins, what to prepare, and what to bring."),
        "print_programme": _("The programme to print"),
        "print_interpreted": _("With an interpreter"),
        "read": _("Read the guide"),
        "rehearse": _("Rehearse, 15 minutes"),
        "print_guide": _("The guide to print"),
        "plan": _("How long is your session?"),
        "print_sheet": _("Run-sheet, one page"),
        "river": _("Which river? Take one that is far from everybody's home."),
        "people": _("How many people?"),
        "spoken": _("In which languages do they read?"),
        "print_pack": _("Paper pack"),
        "pack_more": _("Cards, sheets and tables for a room without electricity. It takes some seconds."),
    }
