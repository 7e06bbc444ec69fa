"""Spanish."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="es",
    name="Spanish",
    speech=Speech(
        marks=words("preguntó respondió contestó criticó pidió"),
        that=words(
            """afirmó declaró explicó añadió aseguró escribió anunció advirtió señaló dicho declarado
            afirmado explicado asegurado añadido anunciado advertido señalado afirma declara
            explica añade asegura escribe anuncia advierte señala indicó subrayó subraya recordó
            recuerda reconoció reconoce insistió insiste sostuvo sostiene manifestó agregó agrega
            comentó comenta confirmó confirma negó niega denunció lamentó lamenta concluyó
            concluye informó informa"""
        ),
        clause=words("dijo dice dijeron dicen"),
        adding=words("añadió añade agregó agrega"),
        sources={"según": SourceCue()},
        be=words("fue es se"),
        between=words("ha han había también le les luego después"),
        verbs=words("es son era eran está están fue fueron será serán han hay"),
        conjunctions=words("que"),
        he=words("él"),
        she=words("ella"),
        determiners=words("el la los las un una"),
        links=words("de del al en con por para sobre"),
        ands=words("y e"),
        buts=words("pero"),
        no_clause=words("a al de del en con por para sobre durante"),
        fronted=words(
            """en tanto por para con tras según durante al a desde cuando aunque si como generalmente además
            también después así"""
        ),
    ),
    names=Names(
        more_roles=(
            "(?:vice)?(?:ministr|secretari|consejer)[oa]|(?:vice)?president[ea]|portavoz|alcalde(?:sa)?",
            "jef[ea]|directora?|gobernadora?|embajadora?",
        ),
        particles=words("de del el la"),
        given=words("Al Dan Ella"),
        works=words("libro novela poema canción película álbum ensayo sermón obra"),
    ),
)
