"""French."""

from __future__ import annotations

from retrieval.lang.schema import (
    Calendar,
    Contractions,
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
    code="fr",
    name="French",
    everywhere=True,
    stop_words=words(
        """combien comment lequel laquelle lesquelles lesquels où pourquoi quand que quel quelle quelles quels qui
        quoi dire disent dit"""
    ),
    dictionary=True,
    in_names="de des du la les",
    questions=Questions(
        intents=(
            ("how-old", "quel", r"\s+âge"),
            ("how-many", "combien", ""),
            ("when", "quand", ""),
            ("where", "où", ""),
            ("who", "qui", ""),
        ),
        quoting=(
            (
                "qu",
                r"['’](?:a|ont)\s+(?:dit|déclaré|affirmé|annoncé)\s+(\S.{0,60}?)(?=\s+(?:sur|à\s+propos|de)\s|\s*[?!.]|$)",
            ),
            (
                "que",
                r"\s+(?:dit|disent|déclare|affirme)\s+(\S.{0,60}?)(?=\s+(?:sur|à\s+propos|de)\s|\s*[?!.]|$)",
            ),
            (
                "qu",
                r"['’]est-ce\s+(?:que\s+)?(\S.{0,60}?)\s+(?:a|ont)\s+(?:dit|déclaré|affirmé|annoncé)",
            ),
        ),
        recent=(
            ("aujourd", "['’]hui"),
            ("hier|récemment|récent|récents|récente|récentes", ""),
            ("cette", r"\s+semaine"),
            ("dernières", r"\s+nouvelles"),
        ),
        counts=(("combien", r"\s+d[e’']\s?(.*)"),),
        about=r"sur|à\spropos\sde",
        civilities=words("bonjour bonsoir merci salut"),
    ),
    references=References(
        beginnings=(
            "ils?|elles?|ce|cela|cette|cet|ces|son|sa|ses|leurs?|celui-ci|celle-ci|mais|"
            "et|cependant|toutefois"
        ),
    ),
    calendar=Calendar(
        after_day="jan|fév|mar|avr|mai|juin|juil|aoû|sep|oct|nov|déc",
        ages=r"\d\s+ans\b",
    ),
    numbers=Numbers(
        in_words=True,
        scales={"mille": 1e3, "millions?": 1e6, "milliards?": 1e9},
    ),
    speech=Speech(
        marks=words(
            """dit disent lancé lance confié confie répondu répond demandé demande interrogé dénoncé dénonce salué
            salue"""
        ),
        that=words(
            """déclaré affirmé affirme indiqué indique expliqué explique ajouté ajoute annoncé assuré assure estimé
            estime précisé précise souligné souligne averti avertit prévenu prévient rappelé rappelle confirmé
            reconnu regretté insisté insiste"""
        ),
        adding=words("ajouté ajoute"),
        sources={
            "selon": SourceCue(of_figures=True),
            "après": SourceCue(words("de"), of_figures=True),
        },
        between=words("a ont avait avaient aussi également ensuite encore"),
        verbs=words("est sont était sera seront ont"),
        conjunctions=words("que"),
        relative=words("que"),
        he=words("il"),
        she=words("elle"),
        determiners=words("la le les"),
        links=words("de"),
        ands=words("et"),
        buts=words("mais"),
        no_clause=words("à au aux de du en dans lors pour sur avec"),
    ),
    contractions=Contractions(
        elided=words("l d qu n s c j m t lorsqu puisqu jusqu"),
        full={"l": "le", "d": "de", "qu": "que", "s": "se", "lorsqu": "lorsque"},
        inverted=words("il elle on ils elles"),
        auxiliaries=words("a ont avait avaient"),
    ),
    names=Names(
        more_roles=(
            "présidente?|ministre|maire|préf[eè]te?|député[e]?|sénat(?:eur|rice)|direct(?:eur|rice)",
            "porte-parole|ingénieure?|procureure?|secrétaire|chef(?:fe)?|responsable|avocate?|chercheu(?:r|se)",
        ),
        particles=words("de du la le"),
        works=words("livre poème chanson essai"),
    ),
)
