# ruff: noqa: E501 - a sentence stays on one line
"""One sentence in every language, long enough for a vote, with a name and a mark in it; and ten short texts of a screen."""

SOURCE = "Every summer the *river* of {name} brings less water to the fields, and somebody has to wait."
SOUND = {
    "kk": "Жыл сайын жазда {name} *өзені* егістікке азырақ су әкеледі, сондықтан біреу күтуге мәжбүр.",
    "ky": "Жыл сайын жайында {name} *дарыясы* талааларга азыраак суу алып келет, ошондуктан кимдир бирөө күтүүгө аргасыз.",
    "prs": "هر تابستان *دریای* {name} به کشت‌زارها آب کمتر می‌آورد، و کسی باید منتظر بماند.",
    "ru": "Каждое лето *река* {name} приносит на поля меньше воды, и кому-то приходится ждать.",
    "tg": "Ҳар тобистон *дарёи* {name} ба киштзорҳо оби камтар меорад ва касе бояд интизор шавад.",
    "tk": "Her tomusda {name} *derýasy* ekin meýdanlaryna az suw getirýär, şonuň üçin kimdir biri garaşmaly bolýar.",
    "uz": "Har yozda {name} *daryosi* dalalarga kamroq suv olib keladi, shuning uchun kimdir kutishi kerak boʻladi.",
}
SHORT = {
    "kk": ["Жабу", "Келесі қадам", "Жауап беру", "Қайта көру", "Көмек керек", "Сақталды", "Бұл дұрыс емес", "Біз келістік",
           "Су аз жыл", "Тағы бір рет"],
    "ky": ["Жабуу", "Кийинки кадам", "Жооп берүү", "Кайра көрүү", "Жардам керек", "Сакталды", "Бул туура эмес", "Биз макулбуз",
           "Суусу аз жыл", "Дагы бир жолу"],
    "prs": ["بسته کنید", "قدم بعدی", "جواب بدهید", "دوباره ببینید", "کمک می‌خواهم", "نگه داشته شد", "این درست نیست",
            "ما موافق شدیم", "سال کم‌آب", "یک بار دیگر"],
    "ru": ["Закрыть", "Следующий шаг", "Ответить", "Посмотреть ещё", "Нужна помощь", "Сохранено", "Это неверно",
           "Мы согласны", "Сухой год", "Ещё один раз"],
    "tg": ["Пӯшидан", "Қадами навбатӣ", "Ҷавоб диҳед", "Боз бинед", "Кӯмак лозим аст", "Нигоҳ дошта шуд", "Ин дуруст нест",
           "Мо розӣ ҳастем", "Соли камоб", "Боз як бор"],
    "tk": ["Ýapmak", "Indiki ädim", "Jogap beriň", "Ýene görüň", "Kömek gerek", "Saklandy", "Bu dogry däl", "Biz ylalaşdyk",
           "Az suwly ýyl", "Ýene bir gezek"],
    "uz": ["Yopish", "Keyingi qadam", "Javob bering", "Yana koʻring", "Yordam kerak", "Saqlandi", "Bu toʻgʻri emas",
           "Biz kelishdik", "Kam suvli yil", "Yana bir marta"],
}  # fmt: skip
