"""Hebrew."""

from __future__ import annotations

from retrieval.lang.schema import Language, Numbers, Questions, words

LANGUAGE = Language(
    code="he",
    name="Hebrew",
    # The list of the stop-words package has its quotation marks and commas inside the words
    stop_words=words(
        """מה מי מתי איפה היכן לאן מאין מאיפה למה מדוע איך כיצד כמה איזה איזו אילו האם של את על עם אל מן כי אם או גם לא כן זה זאת
        זו אלה אלו הוא היא הם הן אני אתה אנחנו היה היתה הייתה היו יש אין אמר אמרה אמרו אומר אומרת אומרים לגבי בנוגע"""
    ),
    questions=Questions(
        intents=(
            ("how-old", "בן|בת", r"\s+כמה"),
            ("how-many", "כמה", ""),
            ("when", "מתי", ""),
            ("where", "איפה|היכן|לאן|מאין|מאיפה", ""),
            ("who", "מי", ""),
            ("why", "למה|מדוע", ""),
            ("how", "איך|כיצד", ""),
            ("what", "מה|איזה|איזו|אילו", ""),
        ),
        quoting=(
            ("מה", r"\s+(?:אמר|אמרה|אמרו|אומר|אומרת)\s+(\S.{0,60}?)(?=\s+(?:על|לגבי)\s|[?!.]|$)"),
        ),
        counts=(("כמה", r"\s+(.*)"),),
        polar="האם",
        about="על|לגבי",
        civilities=words("שלום היי תודה"),
    ),
    numbers=Numbers(
        decimal_point=True,
    ),
)
