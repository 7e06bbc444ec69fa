"""The years of dates that leave them out."""

from __future__ import annotations

import pytest

from retrieval.articles import Span
from retrieval.text.dates import dates
from retrieval.text.year_inference import infer_year

ENGLISH = [
    # Near the day of publication, the nearest
    ("The ferry sank on 28 December.", "2024-01-05", 2023),
    ("The ferry returns on 5 January.", "2024-12-28", 2025),
    ("He saw it in June.", "2024-06", 2024),
    ("Those who will sue over the flood of March met.", "2024-04-12", 2024),
    # Far from it, what the clause says
    ("A man drowned in October, an inquest found.", "2024-05-22", 2023),
    ("Its owner, who surveyed the bridge in December, was content.", "2024-09-23", 2023),
    ("She had read it since February.", "2025-10-09", 2025),
    ("Work is to begin in April.", "2024-07-09", 2025),
    ("The bridge will stay closed until at least September.", "2023-12-12", 2024),
    ("Old checks can be used until 30 September, he said.", "2025-02-24", 2025),
    ("First results are due in January.", "2025-07-16", 2026),
    ("The suit was brought in June by farmers.", "2025-12-16", 2025),
    # Neither, so the nearest
    ("The teams meet in August.", "2025-06-01", 2025),
    # Said beside it
    ("She saw the damage last October.", "2024-04-27", 2023),
    ("She saw the damage last June.", "2024-06-27", 2023),
    ("It is to close next June.", "2025-09-30", 2026),
    ("It is to close next June.", "2025-06-30", 2026),
    ("In December of this year it closes.", "2025-01-10", 2025),
    ("In January of next year it closes.", "2025-02-01", 2026),
    # Opened by somebody, not by then
    ("The bridge was opened by the mayor in June.", "2024-12-10", 2024),
    ("In June of last year it was voted down.", "2025-05-20", 2024),
    ("He took samples in October last year.", "2026-04-14", 2025),
    ("A song is sung there each October.", "2024-04-27", None),
    # Unknown
    ("It fell in May.", "2024", None),
    ("It fell in May.", None, None),
]
OTHERS = [
    ("de", "Die Rohre sollen im Oktober verlegt werden.", "2026-03-05", 2026),
    ("de", "Das Hinspiel im November hatte Wiesenrode gewonnen.", "2026-05-10", 2025),
    ("de", "Im letzten Oktober kam das Wasser.", "2026-03-05", 2025),
    ("es", "Las obras empezarán en septiembre.", "2026-03-26", 2026),
    ("es", "El estadio fue inundado en febrero.", "2026-11-30", 2026),
    ("de", "Die Gemeinden sehen im März klar.", "2024-11-01", 2025),
    ("es", "El partido del club es en marzo.", "2024-11-01", 2025),
    ("es", "Llegó en octubre pasado.", "2026-03-26", 2025),
    ("ru", "Заявку рассмотрят в декабре.", "2026-03-08", 2026),
    ("ru", "Мост упал в мае прошлого года.", "2026-03-08", 2025),
    ("ru", "Мэр пришла к врачу 5 мая.", "2024-11-10", 2024),
    ("ru", "Школа откроет двери в марте.", "2024-11-01", 2025),
    ("uk", "Рада депутатів збирається у березні.", "2024-11-01", 2025),
    ("uk", "Наступний облік проведуть у квітні.", "2026-09-11", 2027),
    ("uk", "Міст упав у травні минулого року.", "2026-03-08", 2025),
    ("pl", "Most spadł 5.05.", "2026-03-08", None),
]


@pytest.mark.parametrize(
    ("language", "sentence", "published", "year"), [*(("en", *row) for row in ENGLISH), *OTHERS]
)
def test_a_year_is_inferred_from_the_sentence_and_the_publication(
    language: str, sentence: str, published: str | None, year: int | None
) -> None:
    whole = Span(0, len(sentence))
    named = next(dates(sentence, *whole, language), None)
    found = named and infer_year(sentence, named, whole, published, language)
    assert found == year
