"""Fair plans that the model found, kept here because finding one takes seconds; tests make some of them anew."""

from collections.abc import Mapping

ORDER = "courtyard minutes accounts programme van cook poster music stage radio opening clean"
KIT_PLANS: Mapping[str, str] = {
    "": "shirin farhod nargiza shirin zarina aibek nargiza daniyar zarina zarina shirin farhod",
    "bridge": "daniyar nargiza shirin shirin zarina aibek farhod daniyar zarina zarina farhod nargiza",
    "zarina": "shirin farhod nargiza shirin aibek aibek nargiza daniyar farhod nargiza shirin daniyar",
    "daniyar": "zarina shirin nargiza nargiza aibek aibek farhod shirin zarina zarina farhod nargiza",
    "nargiza": "daniyar shirin shirin zarina zarina aibek farhod daniyar farhod aibek zarina shirin",
    "farhod": "daniyar shirin shirin nargiza aibek aibek nargiza daniyar zarina shirin zarina zarina",
    "shirin": "daniyar zarina nargiza zarina aibek aibek nargiza daniyar farhod farhod nargiza farhod",
    "aibek": "farhod farhod nargiza shirin zarina daniyar nargiza shirin zarina farhod zarina daniyar",
}
"""Who does the tasks of `ORDER`, by what has happened: nothing, the bridge closes early, or a person is ill."""


def kit_plan(happened: str) -> dict[str, str]:
    """The model's plan: task -> person."""
    return dict(zip(ORDER.split(), KIT_PLANS[happened].split(), strict=True))
