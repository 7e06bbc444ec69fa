"""Turkish."""

from __future__ import annotations

from retrieval.lang.schema import (
    Calendar,
    Language,
    Names,
    Numbers,
    Questions,
    References,
    Speech,
    words,
)

LANGUAGE = Language(
    code="tr",
    name="Turkish",
    stop_words=words(
        """hakkında hangi hangisi kaç kim kime kimin ne neden nerede nereden nereye niçin nasıl zaman dedi diyor
        söyledi söyledi mi mı mu mü kaçta kaçı kimler neler nerelerde neresi niye açıkladı konuştu ilgili"""
    ),
    questions=Questions(
        intents=(
            ("how-old", "kaç", r"\s+yaşında"),
            ("how-many", "kaç", ""),
            ("how-many", "ne", r"\s+kadar"),
            ("when", "ne", r"\s+zaman"),
            ("when", "hangi", r"\s+(?:yıl|yılda|ayda|gün|günde|tarihte)"),
            ("where", "nerede|nereden|nereye|neresi", ""),
            ("where", "hangi", r"\s+(?:ülke|şehir|kent|köy|bölge)\w*"),
            ("why", "neden|niçin|niye", ""),
            ("how", "nasıl", ""),
            ("who", "kim|kimi|kime|kimden|kimin|kimler|kimdir", ""),
        ),
        polar="acaba",
        quoting=(("ne", r"\s+(?:dedi|diyor|söyledi|açıkladı)\s+(\S.{0,60}?)(?=[?!.]|$)"),),
        recent=(
            ("bugün|dün|şimdi|geçenlerde", ""),
            ("bu", r"\s+(?:hafta|sabah|akşam)"),
            ("son", r"\s+günlerde"),
        ),
        counts=(("kaç", r"\s+(.*)"),),
        shaping=words(
            """kişi kişiler insan insanlar yer yıl yıllar gün günler tür türü ad adı isim ismi sayı sayısı denir
            deniyor oldu olur yaptı yapıyor"""
        ),
        civilities=words("merhaba selam teşekkürler teşekkür"),
    ),
    references=References(
        beginnings=(
            r"o|bu|şu|onlar|bunlar|onun|bunun|onu|bunu|ancak|ama|fakat|ayrıca|böylece|öte\syandan"
        ),
        pronouns="o|onu|ona|onda|ondan|onun|onlar|onları|onlara|onların|bu|bunu|buna|bunun|bunlar",
        also="peki",
        about_also=r"peki\sya",
        asking=r"neden|niçin|nasıl|nerede|kaç|hangi|ne\s(?:zaman|kadar)",
        alone=r"neden|niçin|nasıl|nerede|ne\szaman",
    ),
    calendar=Calendar(
        months=("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
        after_day="ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık",
        times=r"\b(?:[Dd]ün|[Bb]ugün|[Yy]arın|[Pp]azartesi|[Ss]alı|[Çç]arşamba|[Pp]erşembe|[Cc]umartesi)\b",
        ages=r"\d\s+yaşında\b",
    ),
    numbers=Numbers(
        scales={"bin": 1e3, "milyon": 1e6, "milyar": 1e9},
        inexact=r"yaklaşık|en\saz|en\sfazla|neredeyse",
    ),
    speech=Speech(
        marks=words(
            """dedi diyor dediler söyledi söylüyor söylediler açıkladı açıklıyor belirtti belirtiyor vurguladı
            ekledi ifade kaydetti konuştu yazdı sordu yanıtladı cevapladı uyardı savundu anlattı duyurdu bildirdi
            eleştirdi suçladı"""
        ),
        that=words("dedi diyor söyledi açıkladı belirtti yazdı"),
        adding=words("ekledi"),
        between=words("da de şöyle dün bugün"),
        conjunctions=words("ki"),
        verbs=words("var yok değil vardı oldu olacak"),
        determiners=words("bir bu şu"),
        ands=words("ve ile"),
        buts=words("ama fakat ancak"),
    ),
    names=Names(
        more_roles=(
            "(?:cumhur|baş|belediye )?(?:başkanı?|bakanı?|danışmanı?)",
            "sözcüsü?|müdürü?|milletvekili|valisi?|profesör|doktor|avukat|gazeteci|yazar|mühendisi?|uzmanı?",
        ),
    ),
)
