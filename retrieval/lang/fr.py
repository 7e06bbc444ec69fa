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
    SpeechRequests,
    any_of,
    forms,
    words,
)

_SAID = (
    "dit déclaré affirmé annoncé expliqué répondu commenté ajouté promis averti demandé critiqué dénoncé reconnu estimé raconté"
    " assuré nié rappelé exigé"
)
_SAYS = (
    "dit disent déclare affirme annonce explique répond commente pense pensent promet avertit demande critique dénonce"
    " reconnaît estime raconte assure nie rappelle exige"
)
_QUOTES = "citation citations déclaration déclarations propos paroles commentaire commentaires avis réaction réponse opinion"
_WHO = r"(?P<who>\S[^?!;,]{0,80}?)"
_ON = r"sur|à|au|aux|du|des?|après|avant|pendant|contre|pour|quand|que|concernant"
_ON_TOPIC = rf"(?:[\s,:–—-]+(?P<topic>(?:{_ON})[\s,].+?))?"
"""Words and patterns of questions that ask for somebody's words, or who said some."""


LANGUAGE = Language(
    code="fr",
    name="French",
    everywhere=True,
    stop_words=words(
        """ont est-ce combien comment lequel laquelle lesquelles lesquels où pourquoi quand que quel quelle quelles quels qui
        quoi dire disent dit"""
    ),
    dictionary=True,
    in_names="de des du la les",
    definite="le la les",
    questions=Questions(
        intents=(
            ("how-old", "quel|de", r"(?:\s+quel)?\s+âge"),
            (
                "how-much",
                "combien",
                r"(?=\s.*\b(?:coûte\w*|coûté|coûtera|vaut|paie|payé|paiera|gagne|argent|euros|dollars|dépensé|investi)\b)",
            ),
            ("how-much", "quel|à", r"(?:\s+combien)?\s+(?:prix|coût|montant|salaire|budget|élève)"),
            (
                "how-long",
                "combien|depuis|pendant",
                r"(?:\s+combien)?\s+de\s+(?:temps|jours|heures|mois|semaines)\b",
            ),
            (
                "how-big",
                "quelle|quel",
                r"\s+(?:hauteur|longueur|largeur|taille|poids|distance|profondeur|vitesse|superficie|température)",
            ),
            ("how-many", "combien", ""),
            (
                "how-many",
                "quel|quelle",
                r"\s+(?:pourcentage|nombre|proportion|résultat|score|part)",
            ),
            ("when", "quand", ""),
            (
                "when",
                "en|à|quel|quelle",
                r"\s+(?:quelle?\s+)?(?:année|heure|jour|date|mois|moment)\b",
            ),
            ("where", "où", ""),
            ("where", "dans|en|à", r"\s+quelle?\s+(?:pays|ville|village|région|endroit|lieu|rue)"),
            ("why", "pourquoi", ""),
            ("why", "pour", r"\s+quelles?\s+raisons?"),
            ("who", "qui", ""),
            (
                "who",
                "quel|quelle",
                r"\s+(?:homme|femme|personne|politique|ministre|entreprise|société|joueur|joueuse|équipe)",
            ),
            ("how", "comment", ""),
            ("what", "que|quoi|quel|quelle|quels|quelles", r"(?=\s)"),
            ("what", "qu", r"['’]"),
        ),
        comparing=(("comparé|comparaison|différence", r"\s+(?:à|avec|entre)"),),
        heads=(
            ("how-much", words("prix coût salaire budget amende montant dette")),
            ("how-many", words("nombre pourcentage résultat score")),
            ("how-long", words("durée")),
            ("how-old", words("âge")),
            ("when", words("date heure délai")),
            ("where", words("lieu adresse siège")),
            ("why", words("raison raisons cause causes motif")),
        ),
        before_heads=r"(?:quelle?s?\s+)?(?:(?:est|sont|était)\s+)?(?:(?:le|la|les|un|une)\s+|l['’])?",
        polar=r"est-ce\s+qu(?:e|['’])|\w+-t-(?:il|elle|on)|y\s+a-t-il|est-il|est-elle|sont-ils|sont-elles",
        around=(
            ("bonjour|bonsoir|salut|coucou", r"(?:\s+(?:à\s+tous|tout\s+le\s+monde))?"),
            ("merci", r"(?:\s+(?:d['’]avance|beaucoup))?"),
            (
                "dis|dites|montre|montrez|explique|expliquez|donne|donnez|trouve|trouvez",
                r"(?:-(?:moi|nous))?(?:\s+tout)?(?:\s+sur)?",
            ),
            (
                "peux|pouvez|pourrais|pourriez",
                r"-(?:tu|vous)(?:\s+me)?(?:\s+(?:dire|expliquer|trouver))?",
            ),
            ("je", r"\s+(?:veux|voudrais|cherche)(?:\s+savoir)?"),
            ("cite|citez|citation|citations", r"(?:-moi)?(?:\s+de)?"),
            ("est", r"-(?:ce|il)\s+(?:vrai|exact|que\s+c['’]est\s+vrai)(?:\s+que)?"),
            ("vrai", r"\s+ou\s+faux"),
            ("transféré|vérification|intox", r"(?:\s+des\s+faits)?"),
            (
                "articles|article|nouvelles|infos|informations|actualités|tout",
                r"\s+(?:sur|concernant)",
            ),
            ("svp|stp", ""),
            ("s", r"['’]il\s+(?:vous|te)\s+pla[iî]t"),
            ("question", r"\s*:"),
        ),
        asking=(
            ("quel", r"\s+âge"),
            ("s", r"['’]il\s+(?:vous|te)\s+plaît"),
        ),
        quoting=(
            (
                "qu",
                r"['’](?:a|ont)\s+(?:dit|déclaré|affirmé|annoncé|répondu|expliqué)\s+(\S.{0,60}?)(?=\s+(?:sur|à|au|aux|du|de|après)\s|\s*[?!.]|$)",
            ),
            (
                "que",
                r"\s+(?:dit|disent|déclare|affirme|pense|répond)\s+(\S.{0,60}?)(?=\s+(?:sur|à|au|aux|du|de|après)\s|\s*[?!.]|$)",
            ),
            (
                "qu",
                r"['’]est-ce\s+(?:que\s+)?(\S.{0,60}?)\s+(?:a|ont)\s+(?:dit|déclaré|affirmé|annoncé|répondu)",
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
    speech_requests=SpeechRequests(
        firm=(
            (words(_SAID), rf"qu['’](?:a|ont)\s+{any_of(_SAID)}\s+{_WHO}{_ON_TOPIC}"),
            (words(_SAYS), rf"que\s+{any_of(_SAYS)}\s+{_WHO}{_ON_TOPIC}"),
            (
                words(_SAID),
                rf"qu['’]est-ce\s+qu(?:e\s+|['’]){_WHO}\s+(?:a|ont)\s+{any_of(_SAID)}{_ON_TOPIC}",
            ),
            (
                words(_SAID),
                rf"(?:est-ce\s+que\s+)?{_WHO}\s+(?:a|ont)(?:-t-(?:il|elle))?\s+(?:dit|déclaré|commenté)\s+quelque\s+chose{_ON_TOPIC}",
            ),
            (
                words(f"{_SAID} {_SAYS}"),
                rf"pourquoi\s+{_WHO}\s+(?:a-t-(?:il|elle)\s+)?(?:dit|déclaré|pense)(?:-t-(?:il|elle))?{_ON_TOPIC}",
            ),
            (words("tout"), rf"tout\s+ce\s+que\s+{_WHO}\s+(?:a\s+)?(?:dit|déclaré){_ON_TOPIC}"),
            (
                words(_QUOTES),
                rf"(?:(?:toutes|les|la|une)\s+)*{any_of(_QUOTES)}\s+(?:de\s+la\s+|du\s+|des\s+|d['’]|de\s+){_WHO}(?:\s+(?P<topic>sur\s.+?))?",
            ),
            (words("cite citez"), rf"cite[zr]?(?:-moi)?\s+{_WHO}{_ON_TOPIC}"),
            (words("selon"), rf"(?:selon|d['’]après)\s+{_WHO},\s*(?P<topic>.+?)"),
            (
                words(f"{_SAID} {_SAYS}"),
                rf"qui\s+(?:a\s+|ont\s+)?{any_of(f'{_SAID} {_SAYS}')}\s+(?:qu(?:e\s+|['’]))?(?P<words>.+?)",
            ),
        ),
        likely=(
            (words("sur"), r"(?P<who>\S+(?:\s\S+){0,3}?)\s+(?P<topic>sur\s.+?)"),
            (words("selon"), r"(?P<topic>\S.+?),?\s+selon\s+(?P<who>\S+(?:\s\S+){0,3})"),
        ),
        before=(r"(?:bonjour|salut|et|mais)\b[,!.]?", r"(?:dis|dites|montre|montrez)-(?:moi|nous)"),
        after=(r"(?:svp|stp|merci|s['’]il\s+(?:vous|te)\s+pla[iî]t|mot\s+à\s+mot)",),
        about=r"sur|à|au|aux|du|de|des|concernant|que",
        roles_alike="""
            chef cheffe patron patronne directeur directrice président présidente responsable dirigeant dirigeante; maire édile;
            porte-parole représentant représentante; entraîneur entraîneuse coach; capitaine; joueur joueuse attaquant
            défenseur gardien buteur footballeur; scientifique chercheur chercheuse professeur professeure biologiste
            expert experte; avocat avocate; policier policière inspecteur; médecin docteur docteure; enseignant
            enseignante; ministre; député députée élu élue parlementaire; syndicaliste; entrepreneur propriétaire;
            habitant habitante riverain riveraine
        """,
        nobody=words(
            "on quelqu quelqu'un personne tout le monde nous vous je tu il elle ils elles ça article texte journal auteur"
        ),
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
        inside_marks=True,
        pronoun_follows=True,
        roles_refer=True,
        head_first=True,
        marks=(
            forms(
                """lanc confi demand interrog dénonc salu ironis plaisant lâch gliss souffl martel tonn cri murmur racont
                témoign déplor critiqu félicit qualifi appel""",
                "é e ent",
            )
            | words(
                "dit disent répondu répond répondent rétorqué rétorque ri rit sourit applaudi applaudit"
            )
        ),
        that=(
            forms(
                """déclar affirm indiqu expliqu ajout assur estim précis soulign rappel confirm regrett insist jug not
                observ constat avanc martel argument concéd racont révél signal annonc dénonc critiqu déplor jur pens
                plaid préconis détaill calcul évalu témoign considèr considér""",
                "é e ent",
            )
            | words(
                """averti avertit prévenu prévient reconnu reconnaît reconnaissent admis admet admettent soutenu soutient
                soutiennent promis promet promettent prédit prédisent craint redoute répondu répond répondent conclu
                conclut écrit écrivent dit disent croit croient fait espère espèrent nie nient nié prévoit prévoient"""
            )
        ),
        clause=words("dit disent"),
        adding=words("ajouté ajoute"),
        objects=(
            forms(
                """réclam exig dénonc critiqu salu condamn rejet propos demand recommand chiffr estim évalu écart refus""",
                "é e ent",
            )
            | words("promis promet admis admet reconnu reconnaît défend défendu prévoit craint")
        ),
        sources={
            "selon": SourceCue(of_figures=True),
            "après": SourceCue(words("de"), of_figures=True),
            "avis": SourceCue(words("à")),
            "yeux": SourceCue(words("aux"), then="de"),
        },
        be=words("est sont était été"),
        between=words("a ont avait avaient aussi également ensuite encore en lui leur"),
        verbs=words("est sont était sera seront ont"),
        conjunctions=words("que"),
        relative=words("que"),
        he=words("il"),
        she=words("elle"),
        their=words("son"),
        determiners=words("la le les"),
        indefinite=words("un une"),
        links=words("de"),
        member_links=words("de du des"),
        ands=words("et"),
        buts=words("mais"),
        not_said=words("qui que dont où quand lorsque alors tandis avant après pour"),
        no_clause=words("à au aux de du en dans lors pour sur avec"),
        company=words("avec contre pour sans sur par entre à au aux"),
    ),
    contractions=Contractions(
        elided=words("l d qu n s c j m t lorsqu puisqu jusqu"),
        full={"l": "le", "d": "de", "qu": "que", "s": "se", "lorsqu": "lorsque"},
        inverted=words("il elle on ils elles"),
        auxiliaries=words("a ont avait avaient"),
    ),
    names=Names(
        men=words(
            """Adrien Alain Albert Alexandre Alexis Antoine Arnaud Arthur Aurélien Baptiste Benoît Bernard Bruno
            Charles Christian Christophe Clément Cyril Cédric Damien Denis Didier Emmanuel Fabien Fabrice Florian
            Francis Franck François Frédéric Gabriel Gaël Georges Gilles Grégoire Guillaume Guy Gérard Henri Hervé
            Hugo Jacques Jean Joël Jules Julien Jérôme Laurent Lionel Louis Loïc Luc Lucas Léo Marc Marcel Martin
            Mathieu Matthieu Maurice Maxime Michel Nicolas Olivier Pascal Patrice Patrick Paul Philippe Pierre
            Quentin Raphaël Raymond René Robert Romain Rémi Serge Simon Stéphane Sylvain Sébastien Thierry Thomas
            Théo Tristan Valentin Victor Vincent Xavier Yann Yves Édouard Éric Étienne"""
        ),
        women=words(
            """Adèle Agathe Agnès Alice Alix Amélie Anaïs Anne Annie Audrey Aurélie Brigitte Béatrice Camille Carole
            Caroline Catherine Chantal Charlotte Chloé Christelle Christine Claire Clara Clémence Colette Corinne
            Cécile Céline Danielle Delphine Denise Emma Emmanuelle Estelle Fabienne Florence Françoise Gabrielle
            Geneviève Hélène Inès Isabelle Jacqueline Jeanne Josiane Joëlle Julie Juliette Justine Karine Laetitia
            Laura Laure Laurence Louise Lucie Léa Madeleine Manon Margaux Marguerite Marianne Marie Marine Marion
            Marthe Martine Mathilde Michèle Mireille Monique Muriel Mélanie Nadine Nathalie Nicole Noémie Odile
            Pascale Patricia Pauline Sabine Sandrine Sarah Simone Sophie Stéphanie Suzanne Sylvie Séverine Thérèse
            Valérie Virginie Viviane Véronique Yvette Yvonne Élisabeth Élise Élodie Évelyne"""
        ),
        roles=words(
            """maire préfet préfète député députée sénateur sénatrice directrice porte-parole procureur procureure
            secrétaire avocat avocate juge médecin professeur professeure historien historienne économiste expert experte
            analyste ingénieur ingénieure chercheur chercheuse biologiste entraîneur entraîneuse capitaine buteur gardien
            attaquant défenseur artiste chanteur chanteuse écrivain écrivaine patron patronne entrepreneur conseiller
            conseillère adjoint adjointe élu élue candidat candidate responsable commissaire colonel"""
        ),
        body_nouns=words(
            """gouvernement ministère mairie préfecture police gendarmerie parquet tribunal parlement sénat assemblée
            comité commission entreprise société syndicat parti club agence organisme service département région
            armée ambassade université journal fondation banque association organisation fédération opposition"""
        ),
        documents=words("rapport étude loi décret sondage communiqué traité"),
        more_roles=(
            "présidente?|ministre|maire|préf[eè]te?|député[e]?|sénat(?:eur|rice)|direct(?:eur|rice)",
            "porte-parole|ingénieure?|procureure?|secrétaire|chef(?:fe)?|responsable|avocate?|chercheu(?:r|se)",
        ),
        particles=words("de du la le"),
        works=words("livre poème chanson essai"),
    ),
)
