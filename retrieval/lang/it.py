"""Italian."""

from __future__ import annotations

from retrieval.lang.schema import (
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
    code="it",
    name="Italian",
    stop_words=words(
        """che chi come cosa cos'è dove perché qual quale quali quando quanta quante quanti quanto detto dice dicono
        disse"""
    ),
    dictionary=True,
    questions=Questions(
        civilities=words("ciao grazie"),
    ),
    references=References(
        beginnings=(
            "egli|ella|lui|lei|ess[aeio]|loro|quest[aeio]|quell[aeio]|(?:(?:il|la|i|"
            r"le)\s)?su[aeo]i?|ma|e|tuttavia|però|inoltre"
        ),
    ),
    numbers=Numbers(
        in_words=True,
        scales={"mila": 1e3, "milion[ei]": 1e6, "miliard[oi]": 1e9},
    ),
    speech=Speech(
        marks=words(
            """chiesto chiede domandato risposto risponde replicato replica commentato commenta esclamato definito
            definisce criticato accusato"""
        ),
        that=words(
            """dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge sottolineato sottolinea
            annunciato annuncia assicurato assicura ricordato ricorda osservato osserva scritto scrive precisato
            precisa avvertito avverte sostenuto sostiene ribadito ribadisce rivelato rivela ammesso ammette
            confermato conferma riferito riferisce raccontato racconta concluso conclude"""
        ),
        clause=words("detto dice disse dicono"),
        naming=words("definito definisce"),
        adding=words("aggiunto aggiunge"),
        sources={"secondo": SourceCue(of_figures=True)},
        be=words("è stato stata viene venne fu si"),
        between=words("ha hanno aveva avevano anche poi ancora già inoltre"),
        verbs=words("è sono ha hanno era erano sarà saranno fu furono"),
        conjunctions=words("che"),
        he=words("lui egli"),
        she=words("lei ella"),
        determiners=words("il lo la i gli le l un una uno"),
        links=words("di del dello della dell dei degli delle a al da dal in nel nella con per su"),
        ands=words("e ed"),
        buts=words("ma"),
        no_clause=words("a al alla ai di del in nel nella con per su da"),
    ),
    contractions=Contractions(
        elided=words("l un d c all dall nell sull quell quest"),
        full={"l": "il", "d": "di", "all": "alla", "dall": "dalla", "nell": "nella"},
    ),
    names=Names(
        more_roles=(
            "sindac[oa]|assessor[ea]|direttor[ea]|direttrice|portavoce|deputat[oa]|senator[ea]",
            "professor(?:e|essa)|procurator[ea]",
        ),
        particles=words("da della di"),
        given=words("Al Mia Per Sue"),
    ),
)
