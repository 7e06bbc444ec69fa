"""“What did she say?” in many languages: the words that ask are missed in no article."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.library import Library

TOLD = {
    "ar": "قالت آدا بارك، مهندسة المدينة: «الجسر القديم آمن». وسيغلق الميناء يوم الثلاثاء.",
    "cs": "„Starý most je bezpečný,“ řekla Ada Park, inženýrka města. Přístav bude v úterý zavřený.",
    "da": "„Den gamle bro er sikker,“ sagde Ada Park, byens ingeniør. Havnen lukker på tirsdag.",
    "de": "„Die alte Brücke ist sicher“, sagte Ada Park, Ingenieurin der Stadt. Der Hafen schließt am Dienstag.",
    "el": "«Η παλιά γέφυρα είναι ασφαλής», είπε η Άντα Παρκ, μηχανικός της πόλης. Το λιμάνι κλείνει την Τρίτη.",
    "es": "«El puente viejo es seguro», dijo Ada Park, ingeniera de la ciudad. El puerto cierra el martes.",
    "fi": "”Vanha silta on turvallinen”, sanoi Ada Park, kaupungin insinööri. Satama suljetaan tiistaina.",
    "fr": "« Le vieux pont est sûr », a dit Ada Park, ingénieure de la ville. Le port ferme mardi.",
    "hu": "„A régi híd biztonságos” – mondta Ada Park, a város mérnöke. A kikötő kedden bezár.",
    "it": "«Il vecchio ponte è sicuro», ha detto Ada Park, ingegnera della città. Il porto chiude martedì.",
    "ja": "「古い橋は安全だ」と市の技師エイダ・パークは述べた。港は火曜日に閉まる。",
    "nl": "“De oude brug is veilig”, zei Ada Park, ingenieur van de stad. De haven sluit dinsdag.",
    "no": "«Den gamle broen er trygg», sa Ada Park, byens ingeniør. Havnen stenger på tirsdag.",
    "pl": "„Stary most jest bezpieczny”, powiedziała Ada Park, inżynierka miasta. Port zamkną we wtorek.",
    "pt": "“A ponte velha é segura”, disse Ada Park, engenheira da cidade. O porto fecha na terça-feira.",
    "ro": "„Podul vechi este sigur”, a spus Ada Park, inginera orașului. Portul se închide marți.",
    "ru": "«Старый мост безопасен», — сказала Ада Парк, инженер города. Порт закроют во вторник.",
    "sv": "”Den gamla bron är säker”, sade Ada Park, stadens ingenjör. Hamnen stänger på tisdag.",
    "tr": "“Eski köprü güvenli” dedi şehrin mühendisi Ada Park. Liman salı günü kapanıyor.",
    "uk": "«Старий міст безпечний», — сказала Ада Парк, інженерка міста. Порт закриють у вівторок.",
    "zh": "“旧桥是安全的，”市工程师艾达·帕克表示。港口将于星期二关闭。",
}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("ar", "ماذا تقول آدا بارك عن الجسر؟"),
        ("cs", "Co říká Ada Park?"),
        ("da", "Hvad siger Ada Park om havnen?"),
        ("de", "Was hat Ada Park über die Brücke gesagt?"),
        ("de", "Was sagt Ada Park?"),
        ("el", "Τι λέει η Άντα Παρκ για τη γέφυρα;"),
        ("es", "¿Qué ha dicho Ada Park sobre el puente?"),
        ("fi", "Mitä Ada Park sanoo?"),
        ("fr", "Que dit Ada Park ?"),
        ("fr", "Qu'est-ce qu'Ada Park a dit sur le pont ?"),
        ("hu", "Mit mond Ada Park?"),
        ("it", "Che cosa dice Ada Park?"),
        ("ja", "エイダ・パークは橋について何を言いましたか？"),
        ("nl", "Wat heeft Ada Park gezegd over de brug?"),
        ("no", "Hva sier Ada Park om broen?"),
        ("pl", "Co mówi Ada Park?"),
        ("pt", "O que diz Ada Park sobre a ponte?"),
        ("ro", "Ce spune Ada Park?"),
        ("ru", "Что говорит Ада Парк?"),
        ("sv", "Vad säger Ada Park?"),
        ("tr", "Ada Park köprü hakkında ne söyledi?"),
        ("uk", "Що каже Ада Парк?"),
        ("zh", "艾达·帕克说了什么？"),
        ("zh", "艾达·帕克对旧桥说了什么？"),
        ("zh", "港口什么时候关闭？"),
        ("zh", "谁说旧桥是安全的？"),
    ],
)
def test_what_somebody_said_is_found(tmp_path: Path, language: str, question: str) -> None:
    (tmp_path / "told.txt").write_text(TOLD[language], encoding="utf-8")
    answer = Library.open(tmp_path).ask(question)
    assert answer.answered, answer.no_answer


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("de", "Was hat Jonas Wirth über die Brücke gesagt?"),
        ("fr", "Que dit Jonas Wirth ?"),
        ("it", "Che cosa dice Jonas Wirth?"),
        ("nl", "Wat heeft Jonas Wirth gezegd?"),
        ("ru", "Что говорит Йонас Вирт?"),
        ("zh", "约纳斯·维特说了什么？"),
        ("zh", "机场什么时候关闭？"),
        ("zh", "几何学是什么？"),
    ],
)
def test_what_somebody_else_said_is_not(tmp_path: Path, language: str, question: str) -> None:
    (tmp_path / "told.txt").write_text(TOLD[language], encoding="utf-8")
    answer = Library.open(tmp_path).ask(question)
    assert not answer.answered
    assert answer.no_answer
    assert answer.no_answer.unknown_terms
