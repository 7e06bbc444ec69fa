"""French."""

from __future__ import annotations

from retrieval.lang.schema import Language, SourceCue, Speech, words

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
)
