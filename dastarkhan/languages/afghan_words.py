"""Words of the Persian of Iran that the Dari of Afghanistan says in another way.

No program tells the two apart, and most of the words are the same. A word stands here only when people in Afghanistan
hear at once that it comes from Iran. Machine-drafted, like the glossary; a native reader decides.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dastarkhan.languages.registry import Language
from dastarkhan.languages.spelling import prose
from simulations.errors import KitError

AFGHAN: Mapping[str, str] = MappingProxyType({
    "دانشگاه": "پوهنتون", "دانشکده": "پوهنځی", "دانش‌آموز": "شاگرد", "دانش‌آموزان": "شاگردان",
    "دانشجو": "محصل", "دانشجویان": "محصلان", "مدرسه": "مکتب", "دبیرستان": "لیسه",
    "روستا": "قریه", "روستاها": "قریه‌ها", "روستایی": "قریه‌نشین", "دهکده": "قریه", "شهرستان": "ولسوالی",
    "استان": "ولایت", "استاندار": "والی", "بیمارستان": "شفاخانه", "پرستار": "نرس", "داروخانه": "دواخانه",
    "خیابان": "سرک", "بزرگراه": "شاهراه", "رایانه": "کمپیوتر", "کامپیوتر": "کمپیوتر", "یارانه": "سبسایدی",
    "صندلی": "چوکی", "دفترچه": "کتابچه", "رودخانه": "دریا", "دریاچه": "جهیل", "کشاورز": "دهقان",
    "کشاورزان": "دهقانان", "کشاورزی": "زراعت", "کارگاه": "ورکشاپ", "اتومبیل": "موتر", "دوچرخه": "بایسکل",
    "سد": "بند", "سدها": "بندها",
    "فروردین": "حمل", "اردیبهشت": "ثور", "خرداد": "جوزا",
    "مرداد": "اسد", "شهریور": "سنبله", "مهرماه": "میزان", "آبان": "عقرب", "آذرماه": "قوس", "دی‌ماه": "جدی",
    "بهمن": "برف‌کوچ", "اسفند": "حوت", "ژانویه": "جنوری", "فوریه": "فبروری", "مارس": "مارچ", "آوریل": "اپریل",
    "ژوئن": "جون", "ژوئیه": "جولای", "اوت": "اگست", "سپتامبر": "سپتمبر", "اکتبر": "اکتوبر",
    "نوامبر": "نومبر", "دسامبر": "دسمبر", "تلفن همراه": "موبایل", "چاپگر": "پرنتر",
    "گذرنامه": "پاسپورت", "فرودگاه": "میدان هوایی", "شهرداری": "شاروالی", "شهردار": "شاروال",
    "آتش‌نشانی": "اطفاییه", "سیب‌زمینی": "کچالو", "گوجه‌فرنگی": "بادنجان رومی", "ذرت": "جواری",
})  # fmt: skip
_ENDING = "(?:\u200c?(?:ها|های|هایی|ی))?"


def iranian_words(translation: str, language: Language) -> Iterator[KitError]:
    """Give each word that Afghans would say otherwise; nothing when the language is not Dari."""
    if language.code != "prs":
        return
    shown = prose(translation)
    for word, meant in AFGHAN.items():
        if re.search(rf"(?<![\w\u200c]){word}{_ENDING}(?![\w\u200c])", shown):
            yield KitError("languages.iranian_word", word=word, meant=meant)
