"""Portuguese."""

from __future__ import annotations

from retrieval.lang.schema import (
    Language,
    Names,
    Numbers,
    Questions,
    References,
    SourceCue,
    Speech,
    words,
)

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    everywhere=True,
    stop_words=words(
        """aonde como cujo onde por porquê qual quais quando quanta quantas quanto quantos que quê quem disse
        disseram dito diz"""
    ),
    dictionary=True,
    questions=Questions(
        quoting=(("o", r"\s+que\s+(?:disse|disseram|diz)\s+(\S.{0,60}?)(?=\s+sobre\s|[?!.]|$)"),),
        civilities=words("olá obrigado obrigada"),
    ),
    references=References(
        beginnings=(
            r"eles?|elas?|est[ae]s?|ess[ae]s?|isso|isto|seus?|suas?|mas|e|no\sentanto|"
            r"porém|além\sdisso"
        ),
    ),
    numbers=Numbers(
        in_words=True,
        scales={"mil": 1e3, "milh(?:ão|ões)": 1e6, "bilh(?:ão|ões)": 1e9},
    ),
    speech=Speech(
        marks=words("perguntou respondeu criticou questionou pediu"),
        that=words(
            """afirmou declarou explicou acrescentou anunciou alertou garantiu afirma declara explica acrescenta
            anuncia alerta garante destacou destaca ressaltou ressalta lembrou lembra escreveu escreve informou
            informa confirmou confirma reconheceu admitiu avaliou avalia defendeu defende negou nega comentou
            revelou concluiu"""
        ),
        clause=words("disse disseram diz dizem"),
        adding=words("acrescentou acrescenta"),
        sources={
            "segundo": SourceCue(of_figures=True),
            "acordo": SourceCue(words("de"), "com", of_figures=True),
        },
        be=words("foi é se"),
        between=words("também ainda já tem depois"),
        verbs=words("é são era eram está estão foi foram será serão tem têm"),
        conjunctions=words("que"),
        relative=words("que"),
        he=words("ele"),
        she=words("ela"),
        determiners=words("o a os as um uma"),
        links=words("de do da dos das em no na com por para sobre"),
        ands=words("e"),
        buts=words("mas"),
        no_clause=words("a ao à de do da em no na com por para sobre"),
    ),
    names=Names(
        more_roles=("prefeit[oa]|governadora?|deputad[oa]|porta-voz|diretora?|vereadora?",),
        particles=words("da dos"),
        given=words("Ali Per"),
        one_letter_articles=words("A O"),
    ),
)
