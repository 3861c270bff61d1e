"""One year in small pictures, month by month: what was wanted, what came, what is missing."""

from collections.abc import Sequence

from dastarkhan.languages import Words
from dastarkhan.pictures.month_frame import HEIGHT, WIDTH, MonthBars, MonthFrame, MonthLine, YearPanel, has_flood
from dastarkhan.pictures.sheet import Sheet, text_width

__all__ = ["MonthBars", "MonthLine", "YearPanel", "year_panel", "year_panels"]


def year_panels(panels: Sequence[YearPanel], _: Words, *, first_month: int = 10, unit: str = "") -> tuple[str, ...]:
    """Draw each panel of a year; see `year_panel`."""
    return tuple(year_panel(panel, _, first_month=first_month, unit=unit) for panel in panels)


def year_panel(panel: YearPanel, _: Words, *, first_month: int = 10, unit: str = "", key: str | None = None) -> str:
    """Draw one small picture of a year, as SVG text.

    Parameters
    ----------
    panel
        Numbers, and names already in the reader's words.
    first_month
        Calendar month of the first value; water years start in October.
    unit
        What the numbers on the left count, in the reader's words.
    """
    sheet = Sheet(WIDTH, HEIGHT, direction=_.direction, mirrored=_.direction == "rtl")
    frame = MonthFrame(sheet, panel)
    sheet.text(2, 16, panel.title, bold=True)
    beside = text_width(panel.title, 13, bold=True) + text_width(panel.summary, 13, bold=True) + 16 < WIDTH
    sheet.text(WIDTH - 2, 16 if beside else 34, panel.summary, bold=True, anchor="end")
    for line in panel.lines:
        if line.full is not None:
            frame.store(line, line.full)
    frame.scale_lines(_, unit)
    frame.months(_, first_month)
    n_places = len(panel.bars) + has_flood(panel)
    for i, bars in enumerate(panel.bars):
        frame.bars(bars, i, n_places)
    if panel.flood is not None and has_flood(panel):
        frame.flood(panel.flood, panel.flood_name, n_places)
    for line in panel.lines:
        if line.full is None:
            frame.line(line)
    frame.words(panel, _)
    return sheet.svg(title=panel.title, description=panel.summary, key=key, widest=460)
