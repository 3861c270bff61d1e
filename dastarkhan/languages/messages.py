"""Faults in plain English: code -> sentence. Whoever raises a new code adds its sentence here.

The values in braces are the keywords of the error. Extraction takes every pair (``msgctxt`` = code,
``locales/<lang>/kit.po``); a test demands that codes raised and codes listed here are the same.
Each room has its own block: keep to yours.
"""

MESSAGES: dict[str, str] = {
    # --- languages
    "languages.unknown": "The kit does not speak “{language}”. It speaks: {allowed}.",
    "languages.unknown_case_text": "The case “{case}” has no text with the key “{key}”.",
}
