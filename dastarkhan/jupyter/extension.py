"""What the kit adds to Jupyter Server: the welcome page, its files, and what Voila and JupyterLab need to know."""

from typing import Any

from jupyter_server.utils import url_path_join

from dastarkhan.jupyter.guide_page import GuideHandler
from dastarkhan.jupyter.look import ADDRESS, FOLDERS, IconHandler, LookHandler
from dastarkhan.jupyter.page import prepare
from dastarkhan.jupyter.places import OWN_FILES
from dastarkhan.jupyter.printing import PrintHandler
from dastarkhan.jupyter.welcome import WelcomeHandler, WithoutSlashHandler


def load(server_app: Any) -> None:
    """Register the handlers and hooks with a running Jupyter Server.

    Jupyter loads extensions in the order of their names, so this one comes before JupyterLab and Voila,
    which then find the settings made here.
    """
    web_app = server_app.web_app
    base = web_app.settings["base_url"]
    web_app.add_handlers(
        ".*$",
        [
            (url_path_join(base, "dastarkhan"), WithoutSlashHandler),
            (url_path_join(base, "dastarkhan/"), WelcomeHandler),
            (url_path_join(base, r"dastarkhan/guide/(\w+)/"), GuideHandler),
            (url_path_join(base, r"dastarkhan/print/(run-sheet|guide|pack|programme)\.pdf"), PrintHandler),
            (url_path_join(base, "dastarkhan/static/icon.svg"), IconHandler),
            (url_path_join(base, ADDRESS), LookHandler, {"path": [str(folder) for folder in FOLDERS]}),
        ],
    )
    server_app.config.VoilaConfiguration.prelaunch_hook = prepare
    web_app.settings["static_custom_path"] = [str(OWN_FILES / "custom"), *web_app.settings["static_custom_path"]]
