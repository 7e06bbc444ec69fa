"""Turkish."""

from __future__ import annotations

import pytest

from tests.support.languages import READ, Row

STORY = "“Eski köprü güvenli” dedi şehrin mühendisi Ada Park. Liman salı günü kapanıyor."

TABLE: list[Row] = [
    ("language", "Belediye meclisi salı günü toplandı ve söz verilen onarım için eski köprünün kapatılmasına karar verdi.", "tr"),
    ("terms", "Köprü hakkında ne söyledi?", "kopru"),
    ("stems", "köprü köprüler köprüde", "kopru"),
    ("speaker", "“Köprü sağlam” dedi Ada Park.", "Ada Park"),
    ("speaker", "“Köprü sağlam” diyor şehrin mühendisi Ada Park.", "Ada Park"),
    ("speaker", "“Köprü sağlam” dedi Belediye Başkanı Ada Park.", "Ada Park"),
    ("speaker", "Ada Park: “Köprü sağlam.”", "Ada Park"),
    ("speaker", "Ada Park şöyle dedi: “Köprü sağlam.”", "Ada Park"),
    # The speaker first and the verb behind the words takes a rule that there is not.
    ("speakers", "Ada Park, “Köprü sağlam” dedi.", "nobody"),
    ("speakers", "Yılmaz, köprünün sağlam olduğunu söyledi.", "nobody"),
    ("reported", "Ada Park dedi ki köprü yıllarca dayanacak.", "Ada Park: köprü yıllarca dayanacak"),
    # “göre”, "according to", follows reports and claims more often than names: it says nothing about a speaker.
    ("reported", "Ada Park’a göre köprü sağlam.", ""),
    ("reported", "Habere göre köprü sağlam. İddiaya göre liman kapanıyor.", ""),
    ("answer", f"{STORY} | Ada Park köprü hakkında ne söyledi?", "yes"),
    ("answer", f"{STORY} | Liman ne zaman kapanıyor?", "yes"),
    ("answer", f"{STORY} | Jonas Wirth köprü hakkında ne söyledi?", "unknown words"),
    ("intent", "Köprü neden kapandı?", "why"),
    ("intent", "Köprü kaç yaşında?", "how-old"),
    ("intent", "Kaç kişi geldi?", "how-many"),
    ("intent", "Liman ne zaman kapanıyor?", "when"),
    ("intent", "Altena nerede?", "where"),
    ("intent", "Köprüyü kim yaptı?", "who"),
    ("intent", "Ne dedi Ada Park?", "said"),
    ("weak words", "Köprünün adı ne?", "adı"),
    ("follow-up", "Köprü için Ada Park ne söyledi? | peki ya Mehmet Yılmaz?", "Köprü için Mehmet Yılmaz ne söyledi?"),
    ("follow-up", "Ada Park köprü hakkında ne söyledi? | neden?", "Ada Park köprü hakkında ne söyledi? neden?"),
    ("question", "O ne zaman geldi?", "follow-up"),
    ("question", "Ada Park liman hakkında ne söyledi?", "complete"),
    ("depends", "Bu köprü sağlam.", "yes"),
    ("depends", "Köprü sağlam.", "no"),
    ("dates", "9 Kasım 2022 günü, 3 Mart’ta ve Mayıs 2021’de", "2022-11-9, ?-3-3, 2021-5-?"),
    ("quantities", "yaklaşık 85.000 kişi ve 2,5 milyon lira", "85.000 = 85000, 2,5 milyon = 2.5e+06"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "expected"), TABLE)
def test_turkish(what: str, text: str, expected: str) -> None:
    assert READ[what](text, "tr") == expected
