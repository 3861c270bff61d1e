"""Faults in plain English: code -> sentence. Whoever raises a new code adds its sentence here.

The values in braces are the keywords of the error. Extraction takes every pair (``msgctxt`` = code,
``locales/<lang>/kit.po``); a test demands that codes raised and codes listed here are the same.
Each room has its own block: keep to yours.
"""

MESSAGES: dict[str, str] = {
    # --- languages
    "languages.unknown": "The kit does not speak “{language}”. It speaks: {allowed}.",
    "languages.unknown_case_text": "The case “{case}” has no text with the key “{key}”.",
    # --- sharing
    "sharing.bad_number": "“{key}” is {value}. It must be a number, {allowed}.",
    "sharing.wrong_shape": "“{key}” has the wrong length or shape: {value}. It must be {allowed}.",
    "sharing.too_many_parties": "This rule takes at most {allowed} parties. There are {value}.",
    "sharing.bad_table": "The table “{key}” must hold pairs of water and benefit, from 0 water upwards: {value}.",
    "sharing.not_concave": "In “{key}”, water beyond {value} is worth more than the water before it.",
}
