"""Which language a text is in, and that language's stop words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

_ENGLISH = """
    a about above after again against all also although am among an and any anyone anything are as at
    be because been before being below between both but by can can't cannot could couldn't did didn't
    do does doesn't doing don't down during each either else ever every for from further get gets
    getting got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him
    himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just let's like
    many me might more most much must mustn't my myself neither no nor not of off on once one only
    or other ought our ours ourselves out over own please rather same say saying says said shall
    shan't she she'd she'll she's should shouldn't since so some someone something such tell tells
    than that that's the their theirs them themselves then there there's these they they'd they'll
    they're they've thing things this those though through to told too toward towards under until up
    upon us very was wasn't we we'd we'll we're we've were weren't what what's when when's where
    where's whether which while who who's whom whose why why's will with within without won't would
    wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves
"""  # "say" and "tell" ask for somebody's words: every excerpt is somebody's

_NAMES = {  # ISO 639-1 -> the name that the stop-words package files its list under
    "ar": "arabic", "bg": "bulgarian", "ca": "catalan", "cs": "czech", "da": "danish", "nl": "dutch",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "gu": "gujarati", "he": "hebrew",
    "hi": "hindi", "hu": "hungarian", "id": "indonesian", "it": "italian", "ms": "malaysian",
    "no": "norwegian", "fa": "persian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sk": "slovak", "es": "spanish", "sv": "swedish", "tr": "turkish",
    "uk": "ukrainian", "vi": "vietnamese",
}  # fmt: skip
# Words that ask or join, which the package's lists have not, or only without their accents.
_ASKING = {
    "ar": "أي أية أيّ كم ماذا متى أين كيف لماذا هل بماذا لمن إلى أن أنه",
    "cs": "co jak jaká jaké jaký jakou kde kdo kdy kolik koho komu která které který kterou proč",
    "da": "hvad hvem hvilke hvilken hvilket hvor hvordan hvorfor hvornår",
    "de": "wann warum was welche welchem welchen welcher welches wem wen wer weshalb weswegen wessen "
    "wie wieso wieviel wieviele wo wobei wodurch wofür woher wohin womit woran worauf woraus worin "
    "worüber wovon wovor wozu wurde wurden",
    "el": "για με να που στη στην στο στον τη την της το τον του τους των γιατί πόσα πόσες πόση πόσο "
    "πόσοι πόσος ποια ποιες ποιο ποιοι ποιος ποιους πού πότε πώς τι",
    "es": "adónde cómo cuál cuáles cuán cuándo cuánta cuántas cuánto cuántos dónde qué quién quiénes",
    "fi": "kenen kenelle ketkä koska kuinka kuka miksi milloin minkä missä mistä mikä mitkä mitä mihin",
    "fr": "combien comment lequel laquelle lesquelles lesquels où pourquoi quand que quel quelle "
    "quelles quels qui quoi",
    "hu": "hány hogyan hol honnan hová ki kik kinek mely melyik mennyi mi miért mik mikor milyen mit",
    "it": "che chi come cosa cos'è dove perché qual quale quali quando quanta quante quanti quanto",
    "nl": "hoe hoelang hoeveel waar waarom waarin waarmee waarvan wanneer wat welk welke wie wiens",
    "no": "hva hvem hvilke hvilken hvilket hvor hvordan hvorfor når",
    "pl": "co czego czemu czyj czym dlaczego gdzie ile ilu jak jaka jaki jakich jakie jakiej jakim "
    "kiedy kim kogo komu kto która które którego której który których skąd",
    "pt": "aonde como cujo onde por porquê qual quais quando quanta quantas quanto quantos que quê quem",
    "ro": "câți câte cât câtă când care ce cine cui cum de unde",
    "ru": "где зачем как какая какие каким какими каких какого какое какой каком какому какую какова "
    "каков каковы когда кого кем кому которая которое которой которые который которых кто куда "
    "насколько откуда почему сколько скольких чего чей чем чему что чья",
    "sv": "hur när vad var varför vart vem vems vilka vilken vilket",
    "tr": "hakkında hangi hangisi kaç kim kime kimin ne neden nerede nereden nereye niçin nasıl zaman",
    "uk": "де звідки кого ким кому коли котра котрий куди навіщо наскільки скільки хто чий чим чого "
    "чому що як яка яке який яким якими яких якого якої якому яку які",
}
# "What did X say": as in English, every excerpt is what somebody says.
_SAYING = {
    "ar": "قال قالت قالوا يقول تقول",
    "cs": "řekl řekla řekli říká",
    "da": "sagde sagt siger",
    "de": "gesagt sagt sagte sagten",
    "el": "είπαν είπε λέει",
    "es": "dice dicen dicho dijeron dijo",
    "fi": "sanoi sanoivat sanonut sanoo",
    "fr": "dire disent dit",
    "hu": "mond mondta mondták",
    "it": "detto dice dicono disse",
    "nl": "gezegd zegt zei zeiden",
    "no": "sa sagt sier",
    "pl": "mówi powiedział powiedziała powiedzieli",
    "pt": "disse disseram dito diz",
    "ro": "spune spus",
    "ru": "говорит сказал сказала сказали",
    "sv": "sa sade sagt säger",
    "tr": "dedi diyor söyledi",
    "uk": "каже сказав сказала сказали",
}
# "How do people…", "what kind of…": by language, in the forms that questions have them in.
_SHAPING = {
    "en": """
        people person persons place places time times year years day days way ways
        kind kinds type types sort sorts number numbers amount amounts name names named happen happens
        happened happening make makes making made use uses using used go goes going went gone come
        comes coming came give gives giving gave given take takes taking took taken know knows knew
        known think thinks thought call calls called find finds found mean means meant bad badly good
        well great happy
    """,
    "ar": """
        شخص الشخص أشخاص الأشخاص ناس الناس مكان المكان أماكن وقت الوقت
        زمن مرة مرات عام العام سنة السنة سنوات أعوام يوم اليوم أيام طريقة الطريقة طرق نوع النوع
        أنواع الأنواع عدد العدد كمية مقدار اسم الاسم أسماء يسمى تسمى سمي سميت يطلق أطلق يدعى تدعى
        حدث يحدث حدثت فعل يفعل قام قامت يقوم تقوم استخدم يستخدم تستخدم استخدام ذهب يذهب جاء يأتي
        أعطى يعطي أخذ يأخذ عرف يعرف تعرف معروف وجد يوجد توجد يعني تعني جيد سيء شيء الشيء تم تمت
        يتم كانت كانوا
    """,
    "ru": """
        человек человека человеком люди людей людям людьми
        место места месте мест местах время времени временем времена раз раза год года году годы годов
        годах лет день дня дни дней способ способа способом способы образом вид вида виды видов тип типа
        типом типы типов сорт сорта число числа количество количества имя имени имена именем название
        названия названием назвал назвала назвали назван названа названы назовите называет называют
        называется называются называлось называлась называлось назывался назывались звали зовут
        происходит происходят происходило произошло произошла произошел случилось случается делает делают
        делал делали сделал сделала сделали сделать использует используют используется используются
        использовал использовали использовать идет идёт идут пришел пришёл пришла пришли приходит дает даёт дают дал дала
        дали дать взял взяла взяли взять знает знают известен известна известно известны думает думают
        думал думали нашел нашёл нашла нашли найден найдена найдено найти находит находится находятся находился
        находилась находились значит означает плохо плохой хорошо хороший
    """,
}
_ALIASES = {"nb": "no", "nn": "no"}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE = 4000  # characters of a text that its language is told from
_LETTERS = 500  # evenly spread, that the script is told from
_MANY = 20  # words: enough for stop words to tell
_CLEAR_SHARE = 0.25  # of the words, when no other language is looked at
_LEAST_SHARE = 0.15
_CLEAR_LEAD = 1.3  # of the first language's share over the second's
_KANA = re.compile("[\u3040-\u30ff]")
_BY_SCRIPT = {
    "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "GREEK": "el",
    "HEBREW": "he", "GUJARATI": "gu", "TAMIL": "ta", "ARMENIAN": "hy", "GEORGIAN": "ka",
}  # fmt: skip


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """The words of *language* (ISO 639-1) that join and ask rather than name; of English for None."""
    language = _ALIASES.get(language or "en", language or "en")
    if language == "en":
        return frozenset(_ENGLISH.split())
    if language not in _NAMES:
        return frozenset()
    from stop_words import get_stop_words  # a file a language: read when one is met

    ours = f"{_ASKING.get(language, '')} {_SAYING.get(language, '')}".split()
    return frozenset(word.casefold() for word in [*get_stop_words(_NAMES[language]), *ours])


@cache
def shaping_words(language: str | None) -> frozenset[str]:
    """
    The words of *language* that shape a question more than they say what it is about, and those of
    English, because a short question in it may be taken for one in another language.
    """
    return frozenset(f"{_SHAPING['en']} {_SHAPING.get(language or 'en', '')}".split())


ABOUT = {
    "en": r"about|regarding|concerning",
    "de": r"über|bezüglich",
    "es": r"sobre|acerca\sde|respecto\s(?:a|de)",
    "fr": r"sur|à\spropos\sde",
    "ru": r"про|об|обо|о|насчёт|насчет",
    "uk": r"про|щодо|стосовно",
}
"""Patterns of what stands before a subject, and before nothing else."""


def detect(text: str, among: frozenset[str] = frozenset()) -> str | None:
    """
    The language of *text* as an ISO 639-1 code.

    Args:
        among: The languages that it can be in; any, when empty.

    Returns:
        None where nothing tells: no letters, or none of the languages' script.

    The script or the stop words tell most texts at no cost; py3langid decides the others.
    """
    if len(among) == 1:
        return next(iter(among))
    sample = text[:_SAMPLE]
    written = script(sample)
    if written in _BY_SCRIPT:
        return "ja" if _KANA.search(sample) else _BY_SCRIPT[written]
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) >= _MANY:
        for languages in ({"en"}, {"en", *_NAMES}):  # no other list is read for an English text
            if language := _by_stop_words(words, languages & among if among else languages):
                return language
    return _by_letters(sample, among) if words else None


def _by_stop_words(words: list[str], languages: set[str] | frozenset[str]) -> str | None:
    """The language whose stop words make up enough of *words*, where it leads clearly."""
    shares = sorted(
        (sum(map(stop_words(language).__contains__, words)) / len(words), language)
        for language in languages
    )
    if not shares:
        return None
    share, first = shares[-1]
    least = _CLEAR_SHARE if len(shares) == 1 else _CLEAR_LEAD * shares[-2][0]
    return first if share >= max(least, _LEAST_SHARE) else None


def _by_letters(text: str, among: frozenset[str]) -> str | None:
    from py3langid import rank  # half a second to load, seldom needed

    return next(
        (str(language) for language, _ in rank(text) if not among or language in among), None
    )


def script(text: str) -> str | None:
    """The script most letters of *text* are in: the first word of their Unicode names."""
    sample = text[:: max(1, len(text) // _LETTERS)]
    if sample.isascii():
        return "LATIN" if any(map(str.isalpha, sample)) else None
    scripts = Counter[str]()
    for letter, count in Counter(sample).items():  # a text has few different ones
        if letter.isalpha():
            scripts[_script_of(letter)] += count
    return max(scripts, key=scripts.__getitem__, default=None)


def _script_of(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").split(" ", 1)[0]
