"""What questions in German, Spanish, Russian and Ukrainian ask for: an article that has it, and a near miss."""

from __future__ import annotations

import pytest

from retrieval.library import Library
from retrieval.ranking.evidence import Verdict
from retrieval.reading.article import make_article
from retrieval.reading.metadata import Metadata


def judge(text: str, question: str, language: str) -> list[Verdict]:
    article = make_article("a", text, Metadata(language=language))
    return list(Library.of([article]).rank(question).groups[0].hit.verdicts)


def fails(text: str, question: str, language: str) -> set[str]:
    verdicts = judge(text, question, language)
    return {verdict.requirement for verdict in verdicts if verdict.held is False}


PAIRS = {
    "de": [
        (
            "Was kündigte der Verteidigungsminister der Ukraine am Montag an?",
            "Der Verteidigungsminister der Ukraine kündigte am Montag neue Kurse an.",
            "Der Verteidigungsminister der Türkei kündigte am Montag neue Kurse an.",
            "role",
        ),
        (
            "Wann tritt die Bürgermeisterin von Wiesenrode zurück?",
            "Die Bürgermeisterin von Wiesenrode tritt im Mai zurück.",
            "Die Bürgermeisterin von Hasselfurt tritt im Mai zurück.",
            "role",
        ),
        (
            "Wer warnte Mirova vor der Flut?",
            "Hasek warnte Mirova am Abend vor der Flut.",
            "Mirova warnte Hasek am Abend vor der Flut.",
            "role",
        ),
        (
            "Wen verklagte Mirova wegen der Brücke?",
            "Mirova verklagte Hasek wegen der Brücke.",
            "Hasek verklagte Mirova wegen der Brücke.",
            "role",
        ),
        (
            "Wie viele Feuerwehrleute halfen in Brockum?",
            "In Brockum halfen zweiundzwanzig Feuerwehrleute beim Räumen.",
            "In Hasselfurt halfen zweiundzwanzig Feuerwehrleute beim Räumen.",
            "place",
        ),
        (
            "Wie viele Menschen verließen ihre Häuser?",
            "Vierhundert Menschen verließen ihre Häuser am Fluss.",
            "Etliche Menschen verließen ihre Häuser am Fluss.",
            "kind",
        ),
        (
            "Wie viel kostet die Fähre?",
            "Die Fähre ist kostenlos, sagt die Stadt.",
            "Die Fähre ist beliebt, sagt die Stadt.",
            "kind",
        ),
        (
            "Warum schloss die Mühle im Jahr 1931?",
            "Die Mühle schloss 1931, weil Kohle fehlte.",
            "Die Mühle schloss 1912, weil Kohle fehlte.",
            "time",
        ),
        (
            "Was beschloss der Rat im März über die Mühle?",
            "Der Rat beschloss am 3. März den Abriss der Mühle.",
            "Der Rat beschloss am 3. Juni den Abriss der Mühle.",
            "time",
        ),
        (
            "Wofür gab der Rat 250.000 Euro aus?",
            "Der Rat gab 250.000 Euro für Boote aus.",
            "Der Rat gab 310.000 Euro für Boote aus.",
            "number",
        ),
    ],
    "es": [
        (
            "¿Qué anunció el ministro de Defensa de Ucrania el lunes?",
            "El ministro de Defensa de Ucrania anunció el lunes nuevos cursos.",
            "El ministro de Defensa de Turquía anunció el lunes nuevos cursos.",
            "role",
        ),
        (
            "¿Cuándo deja el cargo la alcaldesa de Villarmera?",
            "La alcaldesa de Villarmera deja el cargo en mayo.",
            "La alcaldesa de Montesol deja el cargo en mayo.",
            "role",
        ),
        (
            "¿Quién advirtió a Mirova de la crecida?",
            "Hasek advirtió a Mirova de la crecida.",
            "Mirova advirtió a Hasek de la crecida.",
            "role",
        ),
        (
            "¿A quién denunció Mirova por el puente?",
            "Mirova denunció a Hasek por el puente.",
            "Hasek denunció a Mirova por el puente.",
            "role",
        ),
        (
            "¿Quién nombró a Mirova?",
            "Mirova fue nombrada por Hasek en abril.",
            "Mirova nombró a Hasek en abril.",
            "role",
        ),
        (
            "¿Cuántos bomberos ayudaron en Montesol?",
            "En Montesol ayudaron veintidós bomberos.",
            "En Villarmera ayudaron veintidós bomberos.",
            "place",
        ),
        (
            "¿Cuántos concejales votaron a favor?",
            "Once concejales votaron a favor.",
            "Varios concejales votaron a favor.",
            "kind",
        ),
        (
            "¿Cuánto cuesta el transbordador?",
            "El transbordador es gratuito, dice la ciudad.",
            "El transbordador es popular, dice la ciudad.",
            "kind",
        ),
        (
            "¿Por qué cerró el molino en 1931?",
            "El molino cerró en 1931 porque faltaba carbón.",
            "El molino cerró en 1912 porque faltaba carbón.",
            "time",
        ),
        (
            "¿Qué decidió el pleno en marzo sobre el molino?",
            "El pleno decidió el 3 de marzo derribar el molino.",
            "El pleno decidió el 3 de junio derribar el molino.",
            "time",
        ),
        (
            "¿En qué gastó el pleno 250.000 euros?",
            "El pleno gastó 250.000 euros en barcas.",
            "El pleno gastó 310.000 euros en barcas.",
            "number",
        ),
    ],
    "ru": [
        (
            "Что объявил в понедельник министр обороны Украины?",
            "Министр обороны Украины объявил в понедельник о новых курсах.",
            "Министр обороны Турции объявил в понедельник о новых курсах.",
            "role",
        ),
        (
            "Когда уходит мэр Ольховодска?",
            "В мае уходит мэр Ольховодска, сообщили в четверг.",
            "В мае уходит мэр Верхнелуцка, сообщили в четверг.",
            "role",
        ),
        (
            "Кто предупредил Гашека о паводке?",
            "О паводке вечером Гашека предупредил Миров.",
            "О паводке вечером Гашек предупредил Мирова.",
            "role",
        ),
        (
            "Кого обвинил Миров из-за моста?",
            "Из-за моста Миров обвинил Гашека.",
            "Из-за моста Мирова обвинил Гашек.",
            "role",
        ),
        (
            "Сколько спасателей помогало в Сушилках?",
            "В Сушилках помогало двадцать два спасателя.",
            "В Ольховодске помогало двадцать два спасателя.",
            "place",
        ),
        (
            "Сколько жителей покинуло дома?",
            "Четыреста жителей покинуло дома у реки.",
            "Немало жителей покинуло дома у реки.",
            "kind",
        ),
        (
            "Сколько стоит паром?",
            "Паром для жителей бесплатный, стоит он с утра у причала.",
            "Паром для жителей удобный, стоит он с утра у причала.",
            "kind",
        ),
        (
            "Почему мельница закрылась в 1931 году?",
            "Мельница закрылась в 1931 году, потому что не было угля.",
            "Мельница закрылась в 1912 году, потому что не было угля.",
            "time",
        ),
        (
            "Что совет решил о мельнице в марте?",
            "Совет решил 3 марта снести мельницу.",
            "Совет решил 3 июня снести мельницу.",
            "time",
        ),
        (
            "На что совет потратил 250 000 рублей?",
            "Совет потратил 250 000 рублей на лодки.",
            "Совет потратил 310 000 рублей на лодки.",
            "number",
        ),
    ],
    "uk": [
        (
            "Що оголосив у понеділок міністр оборони України?",
            "Міністр оборони України оголосив у понеділок про нові курси.",
            "Міністр оборони Туреччини оголосив у понеділок про нові курси.",
            "role",
        ),
        (
            "Коли йде з посади мер Заріччівська?",
            "У травні йде з посади мер Заріччівська, повідомили в четвер.",
            "У травні йде з посади мер Вільхівська, повідомили в четвер.",
            "role",
        ),
        (
            "Хто попередив Гашека про повінь?",
            "Про повінь увечері Гашека попередив Міров.",
            "Про повінь увечері Гашек попередив Мірова.",
            "role",
        ),
        (
            "Кого звинуватив Міров через міст?",
            "Через міст Міров звинуватив Гашека.",
            "Через міст Мірова звинуватив Гашек.",
            "role",
        ),
        (
            "Скільки рятувальників допомагало в Надмшанську?",
            "У Надмшанську допомагало двадцять два рятувальники.",
            "У Заріччівську допомагало двадцять два рятувальники.",
            "place",
        ),
        (
            "Скільки мешканців покинуло домівки?",
            "Чотириста мешканців покинуло домівки біля річки.",
            "Чимало мешканців покинуло домівки біля річки.",
            "kind",
        ),
        (
            "Скільки коштує пором?",
            "Пором для мешканців безкоштовний, а колись коштував дорого.",
            "Пором для мешканців зручний, а колись коштував дорого.",
            "kind",
        ),
        (
            "Чому млин закрився в 1931 році?",
            "Млин закрився в 1931 році, бо не було вугілля.",
            "Млин закрився в 1912 році, бо не було вугілля.",
            "time",
        ),
        (
            "Що рада вирішила про млин у березні?",
            "Рада вирішила 3 березня знести млин.",
            "Рада вирішила 3 червня знести млин.",
            "time",
        ),
        (
            "На що рада витратила 250 000 гривень?",
            "Рада витратила 250 000 гривень на човни.",
            "Рада витратила 310 000 гривень на човни.",
            "number",
        ),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "question", "requirement"),
    [
        # Behind the office stands whoever has it.
        ("ru", "Мэр Кира Белая уходит в мае.", "Когда уходит мэр Ольховодска?", "role"),
        ("uk", "Мер Ольга Біла йде в травні.", "Коли йде мер Заріччівська?", "role"),
        # The owner stands in the sentence before.
        ("ru", "Совет Киева решил. Мэр Львова уходит.", "Когда уходит мэр Киева?", "role"),
        (
            "de",
            "Es ging um Hasselfurt. Der Rat von Altena tagt.",
            "Wann tagt der Rat von Hasselfurt?",
            "role",
        ),
        # The verb is passive.
        ("ru", "Гашек был предупреждён Мировым.", "Кто предупредил Гашека?", "role"),
        # A surname alone may be the name; a noun is none.
        (
            "es",
            "El molino cierra, según Mirova.",
            "¿Cuándo cierra el molino según Karla Mirova?",
            "name",
        ),
        ("de", "Der Ofen heizt die Mühle.", "Wann heizt Dampf die Mühle?", "name"),
    ],
)
def test_what_an_article_does_not_tell_is_no_failure(
    language: str, text: str, question: str, requirement: str
) -> None:
    assert requirement not in fails(text, question, language)


@pytest.mark.parametrize(
    ("language", "question", "answer", "near_miss", "requirement"),
    [(language, *pair) for language, pairs in PAIRS.items() for pair in pairs],
)
def test_an_answer_fails_nothing_and_a_near_miss_fails_what_it_misses(
    language: str, question: str, answer: str, near_miss: str, requirement: str
) -> None:
    assert fails(answer, question, language) == set()
    assert requirement in fails(near_miss, question, language)
