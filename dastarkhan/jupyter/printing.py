"""PDFs from the welcome page: what a trainer prints without knowing any command."""

from collections.abc import Callable
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from tornado.ioloop import IOLoop

from dastarkhan.guides.programmes import programme_names, read_programme
from dastarkhan.jupyter.choice import choose
from dastarkhan.jupyter.guide_page import guide_file
from dastarkhan.jupyter.pages import POLICY, environment
from dastarkhan.languages import LANGUAGES, say, words
from dastarkhan.languages.paths import House
from simulations.errors import KitError
from simulations.games import case_names, read_case


class PrintHandler(JupyterHandler):
    """Serve ``<base_url>dastarkhan/print/<what>.pdf``: ``run-sheet``, ``guide``, ``pack`` and ``programme``."""

    @property
    def content_security_policy(self) -> str:
        """Nothing but the kit's own files may be loaded."""
        return POLICY

    @web.authenticated
    async def get(self, what: str) -> None:
        """Answer with the PDF, or with one plain sentence that says what to change."""
        language = choose(self)
        try:
            made = await IOLoop.current().run_in_executor(None, self._work(what, language))
        except KitError as error:
            self._refuse(error, language)
            return
        self.set_header("Content-Type", "application/pdf")
        self.set_header("Content-Disposition", f'inline; filename="{what}-{language}.pdf"')
        self.set_header("Cache-Control", "no-store")
        self.finish(made)

    def _work(self, what: str, language: str) -> Callable[[], bytes]:
        """Read the address here, on the server's thread, and give the work that may take seconds."""
        if what == "pack":
            return self._pack(language)
        if what == "programme":
            return self._programme(language)
        from dastarkhan.paper.guide_print import run_sheet, whole_guide

        path = self._guide(language)
        written = path.parent.name
        if what == "guide":
            return lambda: whole_guide(str(path), language=written)
        plan = self.get_query_argument("plan", "")
        return lambda: run_sheet(str(path), languages=[written], name=plan)

    def _pack(self, language: str) -> Callable[[], bytes]:
        from dastarkhan.paper.command import people_by_language
        from dastarkhan.paper.lesson_pack import lesson_pack_pdf, make_lesson_pack
        from dastarkhan.paper.pack import make_pack, pack_pdf
        from dastarkhan.paper.twins import lesson_named

        case, lesson = self.get_query_argument("case", ""), lesson_named(self.get_query_argument("lesson", ""))
        if lesson is None and case not in case_names("river"):  # never a path: the address may come from anywhere
            raise web.HTTPError(404)
        many, spoken = self.get_query_argument("people", ""), ",".join(self.get_query_arguments("spoken")) or language
        people = people_by_language(spoken, int(many) if many.isdecimal() else None)
        if lesson is not None:
            return lambda: lesson_pack_pdf(make_lesson_pack(lesson, people))
        return lambda: pack_pdf(make_pack(read_case(case), people))

    def _programme(self, language: str) -> Callable[[], bytes]:
        from dastarkhan.paper.programme_page import programme_page, programme_pdf

        house = House(root=Path(self.settings["server_root_dir"]).expanduser())
        name, interpreted = self.get_query_argument("programme", ""), bool(self.get_query_argument("interpreted", ""))
        if name not in programme_names(house):
            raise web.HTTPError(404)
        return lambda: programme_pdf(
            programme_page(read_programme(name, interpreted=interpreted, house=house), language)
        )

    def _guide(self, language: str) -> Path:
        root = Path(self.settings["server_root_dir"]).expanduser()
        path = guide_file(root, self.get_query_argument("guide", ""), language)
        if path is None:
            raise web.HTTPError(404)
        return path

    def _refuse(self, error: KitError, language: str) -> None:
        self.set_status(400)
        page = environment().get_template("sorry.html.j2")
        home, _ = "../?language=" + language, words(language, "kit")
        self.finish(
            page.render(spoken=LANGUAGES[language], sentence=say(error, language), home=home, back=_("All lessons"))
        )
