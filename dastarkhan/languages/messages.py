# ruff: noqa: E501 - a sentence stays on one line
"""Faults in plain English: code -> sentence. Whoever raises a new code adds its sentence here.

The values in braces are the keywords of the error. Extraction takes every pair (``msgctxt`` = code,
``locales/<lang>/kit.po``); a test demands that codes raised and codes listed here are the same.
Each room has its own block: keep to yours.
"""

MESSAGES: dict[str, str] = {
    # --- languages
    "languages.unknown": "The kit does not speak “{language}”. It speaks: {allowed}.",
    "languages.unknown_case_text": "The case “{case}” has no text with the key “{key}”.",
    "languages.english_is_source": "English is the source. Change the lessons, guides and cases themselves.",
    "languages.not_literal": "{file}, line {line}: the text in {call}() must be written out there, in plain quotes.",
    "languages.two_plurals": "{file}: the text “{text}” has two different plurals. Use one.",
    "languages.cell_id": "{file}, cell {cell}: its id “{id}” is empty or used twice. Give it a name of its own.",
    "languages.po_unreadable": "The catalog {file} cannot be read: {reason}",
    "languages.po_header": "The header says {field}: “{value}”. It must be: {allowed}",
    "languages.po_duplicate": "This text stands {times} times in the catalog with the context {context}. Keep one.",
    "languages.plural_forms": "{filled} plural forms are filled in. It must be all {allowed}.",
    "languages.placeholders": "Names in braces must stay as they are. Missing: {missing}. Too many: {extra}.",
    "languages.markup": "Marks, code, formulas, links and tags must stay. Missing: {missing}. Too many: {extra}.",
    "languages.blocks": "The translation begins with “{begins}” and turns into another kind of block. Begin differently.",
    "languages.not_nfc": "Letters and their accents are stored apart. Save the text in the Unicode form NFC.",
    "languages.mixed_script": "The word “{word}” mixes letters of two scripts that look alike.",
    "languages.foreign_script": "The word “{word}” is not in {script} letters.",
    "languages.strange_letter": "The word “{word}” has letters that this language does not use: {letters}",
    "languages.uzbek_quote": "Write oʻ and gʻ with U+02BB, not “{letters}”.",
    "languages.length": "The text is {share} times as long as the English. Usual are {shortest} to {longest}.",
    "languages.same_as_english": "The translation is the English text.",
    # --- sharing
    "sharing.bad_number": "“{key}” is {value}. It must be a number, {allowed}.",
    "sharing.wrong_shape": "“{key}” has the wrong length or shape: {value}. It must be {allowed}.",
    "sharing.too_many_parties": "This rule takes at most {allowed} parties. There are {value}.",
    "sharing.bad_table": "The table “{key}” must hold pairs of water and benefit, from 0 water upwards: {value}.",
    "sharing.not_concave": "In “{key}”, water beyond {value} is worth more than the water before it.",
    # --- basins
    "basin.missing_key": "“{key}” is missing. It must be {allowed}.",
    "basin.unknown_key": "“{key}” is not a key that a basin knows here. It knows: {allowed}.",
    "basin.unknown_kind": "“{key}” is “{value}”. A node is one of: {allowed}.",
    "basin.unknown_node": "“{key}” names “{value}”, which is not there. There are: {allowed}.",
    "basin.unknown_side": "“{key}” names the side “{value}”. There are: {allowed}.",
    "basin.bad_number": "“{key}” is {value}. It must be a number: {allowed}.",
    "basin.wrong_length": "“{key}” must be a list of {allowed} numbers, one a month. It is {value}.",
    "basin.bad_shape": "The array “{key}” has the shape {value}. It must be {allowed}.",
    "basin.cycle": "Water cannot run in a circle: {value}. Look at “{key}”.",
    "basin.repeated_arc": "“{key}” is there twice: {value}.",
    "basin.arc_from_outlet": "“{key}”: nothing runs on from the outlet “{value}”.",
    "basin.two_ways_out": "From “{key}” there are two ways to an outlet: {value}. Keep one; the others may end at demands.",
    "basin.no_way_out": "“{key}”: water from “{value}” cannot reach an outlet. Add an arc.",
    "basin.river_capacity": "“{key}” is {value}, but this arc is no canal. Give its lower end a bankfull_mcm instead.",
    "basin.two_inlets": "“{key}” takes water from more than one place: {value}. Keep one.",
    "basin.unreachable_demand": "“{key}”: no water can come to “{value}”. Lead an arc to it.",
    "basin.no_best_use": "The solver found no best use of the water: {value}",
    # --- lessons
    "lesson.unknown": "There is no lesson “{value}”. There are: {allowed}.",
    "lesson.unknown_activity": "This lesson has no activity “{value}”. It has: {allowed}.",
    "lesson.cannot_save": "Your work cannot be saved in the folder {folder}. Make a copy to take along. ({reason})",
    "lesson.not_our_file": "This is not a file of the kit, so nothing was changed. It begins with: {value}",
    "lesson.other_lesson": "This file belongs to the lesson {value}. Here the lesson is {allowed}. Nothing was changed.",
    # --- the machine the kit runs on
    "machine.no_part": "A part of the kit's set-up is missing: {part}. Start again with start.py.",
    "machine.not_writable": "The kit may not write in {place}. Use a set-up of your own: start with start.py.",
}
