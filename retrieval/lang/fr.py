"""French."""

from __future__ import annotations

from retrieval.lang.schema import Contractions, Language, Names, SourceCue, Speech, words

LANGUAGE = Language(
    code="fr",
    name="French",
    speech=Speech(
        marks=words(
            """dit disent lancé lance confié confie répondu répond demandé demande interrogé dénoncé
            dénonce salué salue"""
        ),
        that=words(
            """déclaré affirmé affirme indiqué indique expliqué explique ajouté ajoute annoncé assuré
            assure estimé estime précisé précise souligné souligne averti avertit prévenu prévient
            rappelé rappelle confirmé reconnu regretté insisté insiste"""
        ),
        adding=words("ajouté ajoute"),
        sources={
            "selon": SourceCue(of_figures=True),
            "après": SourceCue(words("de"), of_figures=True),
        },
        between=words("a ont avait avaient aussi également ensuite encore"),
        verbs=words("est sont était sera seront ont"),
        conjunctions=words("que"),
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
