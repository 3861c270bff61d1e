"""Plots and maps (matplotlib) and the look's tokens; matplotlib itself is imported with the first picture."""

from dastarkhan.pictures.agreement_marks import Mark
from dastarkhan.pictures.agreements_picture import agreements_picture
from dastarkhan.pictures.answers_picture import SeatMark, answers_picture
from dastarkhan.pictures.basin_map import basin_map, draw_basin
from dastarkhan.pictures.cloth_picture import cloth_picture
from dastarkhan.pictures.parties import PartyLook, first_party, party_looks, second_party, shared_look
from dastarkhan.pictures.points_bars import points_bars
from dastarkhan.pictures.reserve_picture import reserve_picture
from dastarkhan.pictures.sharing_bars import sharing_bars, sharing_compare
from dastarkhan.pictures.svg import save_png, to_svg
from dastarkhan.pictures.tables_picture import gains_picture, tables_picture
from dastarkhan.pictures.tokens import colour, colours, edge_tile, style_sheet, tokens
from dastarkhan.pictures.voices_picture import voices_picture
from dastarkhan.pictures.year_panels import MonthBars, MonthLine, YearPanel, year_panel, year_panels
from dastarkhan.pictures.years_strip import StripYear, years_strip

__all__ = [
    "Mark",
    "MonthBars",
    "MonthLine",
    "PartyLook",
    "SeatMark",
    "StripYear",
    "YearPanel",
    "agreements_picture",
    "answers_picture",
    "basin_map",
    "cloth_picture",
    "colour",
    "colours",
    "draw_basin",
    "edge_tile",
    "first_party",
    "gains_picture",
    "party_looks",
    "points_bars",
    "reserve_picture",
    "save_png",
    "second_party",
    "shared_look",
    "sharing_bars",
    "sharing_compare",
    "style_sheet",
    "tables_picture",
    "to_svg",
    "tokens",
    "voices_picture",
    "year_panel",
    "year_panels",
    "years_strip",
]
