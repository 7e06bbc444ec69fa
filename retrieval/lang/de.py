"""German."""

from __future__ import annotations

from retrieval.lang.schema import (
    Calendar,
    Language,
    Names,
    Numbers,
    Questions,
    References,
    SourceCue,
    Speech,
    forms,
    words,
)

LANGUAGE = Language(
    code="de",
    name="German",
    everywhere=True,
    stop_words=words(
        """wann warum was welche welchem welchen welcher welches wem wen wer weshalb weswegen wessen wie wieso
        wieviel wieviele wo wobei wodurch wofür woher wohin womit woran worauf woraus worin worüber wovon wovor
        wozu wurde wurden gesagt sagt sagte sagten"""
    ),
    dictionary=True,
    definite="der den dem die das",
    questions=Questions(
        intents=(
            ("how-old", "wie", r"\s+alt"),
            ("how-old", "wiealt", ""),
            ("how-many", "wie", r"\s+(?:viele?|lange?|hoch|weit|groß|oft)"),
            ("how-many", "wieviel|wieviele|wielang|wielange|wiehoch|wieweit|wiegroß|wieoft", ""),
            ("when", "wann", ""),
            ("when", "seit", r"\s+wann"),
            ("where", "woher|wohin|wo", ""),
            ("who", "wer|wen|wem|wessen", ""),
        ),
        quoting=(
            (
                "was",
                r"\s+(?:sagte|sagt|meinte|meint|erklärte)\s+(\S.{0,60}?)(?=\s+(?:über|zu|zum|zur)\s|[?!.]|$)",
            ),
            ("was", r"\s+(?:hat|haben)\s+(\S.{0,60}?)\s+(?:(?:über|zu|zum|zur)\s.*)?gesagt"),
        ),
        recent=(
            ("heute|gestern|aktuell|aktuelle|aktueller|aktuellen|aktuelles|kürzlich", ""),
            ("neueste|neuester|neuesten|neuestes", ""),
            ("diese", r"\s+woche"),
        ),
        counts=(
            ("wie", r"\s+viele\s+(.*)"),
            ("wieviele", r"\s+(.*)"),
        ),
        about="über|bezüglich",
        about_at_end="zu|zum|zur",
        civilities=words("danke hallo tschüss"),
    ),
    references=References(
        beginnings=(
            "er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|sein(?:e[rsmn]?)?|ihr(?:e[rsmn]?)?|"
            "solche[rsmn]?|aber|und|doch|jedoch|allerdings|dabei|dafür|damit|dazu|"
            "deshalb|daher|dennoch|außerdem"
        ),
        pronouns=(
            "er|sie|ihn|ihm|ihr|ihnen|sein(?:e[rsmn]?)?|ihre[rsmn]?|es|das|"
            "dies(?:e[rsmn]?)?|da(?:mit|für|gegen|von|rüber|zu)"
        ),
        also="und|aber|oder|auch",
        about_also=r"(?:und\s)?was\sist\smit|und\swie\s(?:ist|steht)\ses\smit",
        asking=r"wer|was|wann|wo|warum|wie|welche\w*|wem|wen|hat|haben|ist|sind|war|wird|kann",
        alone="warum|wie|wann|wo|wer",
    ),
    calendar=Calendar(
        months="januar februar märz april mai juni juli august september oktober november dezember",
        after_day="jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez",
        before_year=r"im\sjahr|seit",
        ages=r"\d\s+jahre\b",
    ),
    numbers=Numbers(
        in_words=True,
        scales={
            "tausend|tsd": 1e3,
            "million(?:en)?|mio": 1e6,
            "milliarden?|mrd": 1e9,
            "billion(?:en)?": 1e12,
        },
        inexact=r"etwa|rund|circa|ca\.|fast|über|mehr\sals|mindestens|knapp",
        percent="Prozent",
    ),
    speech=Speech(
        marks=(
            forms(
                """frag begrüß lob kritisier scherz schimpf jubel spott witzel seufz brumm murmel flüster wunder ärger
                freu forder tadel höhn bedank verlang gratulier appellier mein frotzel raun stöhn knurr sinnier orakel
                philosophier erinner resümier bilanzier urteil schwärm""",
                "te ten t",
            )
            | words(
                """nannte nannten nennt nennen rief riefen ruft fragte lachte lächelte bat baten bittet sprach sprachen
                spricht rät riet antwortete antworteten antwortet erwiderte erwiderten erwidert entgegnete entgegneten
                entgegnet konterte kontert forderte fordert fordern freute freut ärgerte ärgert wunderte wundert
                witzelte schrie flüsterte"""
            )
        ),
        that=(
            forms(
                """beton erklär erzähl schilder begründ bemerk bekräftig versicher bestätig vermut prophezei prognostizier
                kritisier beklag bemängel kommentier behaupt konstatier präzisier unterstrich ergänz zitier äußer
                bericht warn erläuter mutmaß signalisier argumentier bezweifel garantier schimpf spekulier""",
                "te ten t",
            )
            | words(
                """begründete begründeten begründet behauptete behaupteten behauptet berichtete berichteten berichtet
                vermutete vermuten meinte meint meinten schrieb schrieben schreibt beschrieb beschreibt bestritt
                bestritten bestreitet versprach versprachen verspricht befand befanden findet fand gestand gestanden
                gesteht unterstrich unterstreicht hervorhob verriet verrät widersprach widerspricht verkündete
                verkündeten verkündet verteidigte vermeldete vermeldet meldete meldeten meldet glaubt glaubte hofft
                hoffte erwartet erwartete fürchtet fürchtete befürchtet befürchtete rechnete antwortete erwiderte
                erwidert entgegnete entgegnet konterte kontert mahnte mahnt forderte fordert verlangte verlangt
                kündigte kündigten kündigt teilte teilten teilt fügte fügten fügt räumte räumten räumt gab gaben gibt
                wies wiesen weist stellte stellten stellt hob hoben hebt legte warf warfen wirft ließ ließen lässt
                pflichtete wandte wendet nahm schloss schlossen schließt zeigte zeigt machte"""
            )
        ),
        clause=words("sagte sagt sagten sagen"),
        naming=words("nannte nennt"),
        adding=words("ergänzte ergänzt fügte fügt"),
        separable={
            "kündigte": words("an"),
            "kündigten": words("an"),
            "kündigt": words("an"),
            "teilte": words("mit"),
            "teilten": words("mit"),
            "teilt": words("mit"),
            "fügte": words("hinzu an"),
            "fügten": words("hinzu an"),
            "fügt": words("hinzu an"),
            "räumte": words("ein"),
            "räumten": words("ein"),
            "räumt": words("ein"),
            "gab": words("an bekannt bedenken zurück"),
            "gaben": words("an bekannt bedenken"),
            "gibt": words("an bekannt bedenken"),
            "wies": words("hin darauf zurück"),
            "wiesen": words("hin darauf zurück"),
            "weist": words("hin darauf zurück"),
            "stellte": words("klar fest aussicht"),
            "stellten": words("klar fest aussicht"),
            "stellt": words("klar fest aussicht"),
            "hob": words("hervor"),
            "hoben": words("hervor"),
            "hebt": words("hervor"),
            "legte": words("nach dar"),
            "warf": words("vor ein"),
            "warfen": words("vor ein"),
            "wirft": words("vor ein"),
            "ließ": words("mitteilen wissen verlauten ausrichten durchblicken erklären"),
            "ließen": words("mitteilen wissen verlauten ausrichten"),
            "lässt": words("mitteilen wissen verlauten ausrichten"),
            "pflichtete": words("bei"),
            "wandte": words("ein"),
            "wendet": words("ein"),
            "nahm": words("vorweg"),
            "schloss": words("aus"),
            "schlossen": words("aus"),
            "schließt": words("aus"),
            "zeigte": words("überzeugt zuversichtlich enttäuscht erleichtert zufrieden besorgt"),
            "zeigt": words("überzeugt zuversichtlich enttäuscht erleichtert zufrieden besorgt"),
            "machte": words("deutlich klar"),
            "sprach": words("aus von"),
            "sprachen": words("aus von"),
            "spricht": words("aus von"),
            "riet": words("ab"),
            "lehnte": words("ab"),
            "lehnten": words("ab"),
            "lehnt": words("ab"),
        },
        subjunctive=words(
            """sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe liege lasse bleibe halte
            brauche mache nehme sehe wisse finde bringe gelte führe heiße laufe fehle bestehe handle handele erhalte
            rechne bedeute zeige gehöre"""
        ),
        objects=(
            forms(
                "forder verlang kritisier lob bestätig bezeichn schätz prognostizier beziffer verurteil garantier",
                "te ten t",
            )
            | words(
                """nannte nannten nennt nennen fordern forderte fordert begrüßte begrüßten begrüßt versprach verspricht
                bestritt bestreitet erwartet erwartete erwarten rechnet rechnete rechnen sprach sprachen spricht warnte
                warnten warnt bezeichnete bezeichnet bezifferte beziffert kündigte kündigten kündigt lehnte
                lehnten lehnt räumte räumt empfahl empfiehlt verurteilte verurteilt verteidigte
                verteidigt dementierte dementiert stellte stellt"""
            )
        ),
        sources={
            "laut": SourceCue(goes_on=True, of_figures=True),
            "angaben": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
            "auskunft": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
            "informationen": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
            "darstellung": SourceCue(words("nach"), goes_on=True, of_figures=True, capital=True),
            "worten": SourceCue(words("nach den"), goes_on=True, capital=True),
            "ansicht": SourceCue(words("nach"), goes_on=True, capital=True),
            "meinung": SourceCue(words("nach"), goes_on=True, capital=True),
            "auffassung": SourceCue(words("nach"), goes_on=True, capital=True),
            "einschätzung": SourceCue(words("nach"), goes_on=True, capital=True),
            "überzeugung": SourceCue(words("nach"), goes_on=True, capital=True),
            "sicht": SourceCue(words("aus"), goes_on=True, capital=True),
        },
        behind=words("zufolge"),
        be=words("wird wurde wurden werden"),
        between=words("hat haben"),
        verbs=words("ist sind war hat"),
        conjunctions=words("dass"),
        pronoun_follows=True,
        he=words("er"),
        she=words("sie"),
        his=words("seiner seinen"),
        her=words("ihrer ihren"),
        determiners=words("der die das"),
        links=words("von für des"),
        apposes=words("ein eine einer einem der die dem"),
        behind_marks=words("so"),
        after_comma=words(
            """sagte sagt sagten erklärte erklärt betonte betont meinte meint schrieb schreibt warnte warnt berichtete
            berichtet versicherte versichert behauptete behauptet ergänzte glaubt hofft vermutet fürchtet befürchtet
            räumte gab versprach bestätigte erläuterte erzählte"""
        ),
        not_said=words("als wenn nachdem während bevor wobei und wie"),
        fronted=words(
            """in im am an als nach nachdem seit bei beim vor zu zur zum sowohl wenn während bevor obwohl auch heute
            gestern später dann dort danach daraufhin laut"""
        ),
        indefinite=words("ein eine einer"),
        many=words("ich wir"),
        roles_refer=True,
    ),
    names=Names(
        roles=words(
            """landrat landrätin stadtrat stadträtin ratsherr ratsfrau kämmerer kämmerin senator senatorin abgeordneter
            abgeordnete staatsanwalt staatsanwältin anwalt anwältin richter richterin arzt ärztin architekt architektin
            ingenieur ingenieurin lehrer lehrerin schulleiter schulleiterin pfarrer pfarrerin bischof kapitän stürmer
            torwart verteidiger schiedsrichter künstler künstlerin sänger sängerin schauspieler schauspielerin regisseur
            regisseurin schriftsteller schriftstellerin unternehmer unternehmerin wirt wirtin bauer bäuerin landwirt
            landwirtin besitzer besitzerin inhaber inhaberin buchhändler apotheker apothekerin geschäftsführer
            geschäftsführerin vorstand intendant intendantin kurator kuratorin rektor rektorin dekan botschafter
            botschafterin gesandter general oberst kommissar kommissarin zeuge zeugin bewohner anwohner anwohnerin
            aktivist aktivistin kandidat kandidatin amtsinhaber amtsinhaberin anführer mitbegründer gründer gründerin"""
        ),
        more_roles=(
            "(?:bundes)?(?:kanzler|präsident|minister|sprecher|chef|direktor|leiter|vorsitzender?|professor)(?:in)?",
            "(?:bundes)?(?:trainer|doktor|historiker|ökonom|autor|journalist|richter|politiker|bürgermeister)(?:in)?",
            "(?:bundes)?(?:wissenschaftler|forscher)(?:in)?",
            r"\w+(?:minister|sprecher|chef|präsident|wissenschaftler|forscher|politiker|expert|leiter|trainer)(?:in|e)?",
            r"\w+(?:führer|meister|anwalt|direktor|berater|beamter|händler|inhaber|referent|beauftragter?)(?:in)?",
            r"\w+(?:vorsitzende[rn]?|beauftragte[rn]?|anwältin|ärztin|arzt|rat|rätin|kapitän)",
            r"experte|herrn?|frau|zeitung|zeitschrift|magazin|kollegin|\d+-jährige[rn]?",
        ),
        particles=words("de von"),
        bound_particles=words("der den dem"),
        given=words("Will"),
        capital_nouns=True,
        openers=words(
            """laut hinterher danach zuvor anschließend nun jetzt heute gestern millionen milliarden ende anfang mitte
            euro prozent"""
        ),
        bodies=frozenset(
            [
                r"\w*(?:[Mm]inisterium|[Bb]ehörde|[Vv]erwaltung|[Gg]ewerkschaft|[Gg]esellschaft|[Vv]erband)",
                r"\w*(?:[Pp]olizei|[Ff]euerwehr|[Ss]taatsanwaltschaft|[Kk]ammer|[Aa]mt|[Kk]ommission|[Vv]erein)",
            ]
        ),
        body_nouns=words(
            """regierung bundesregierung landesregierung ministerium behörde polizei feuerwehr staatsanwaltschaft gericht
            parlament bundestag kreistag stadtrat ausschuss kommission unternehmen konzern firma betreiber gewerkschaft
            partei fraktion verein klub agentur verband kammer amt verwaltung stadtverwaltung kreisverwaltung
            schulleitung leitung opposition koalition armee botschaft universität zeitung stiftung bank institut
            gesellschaft organisation initiative bürgerliste"""
        ),
        document_endings=words(
            """bericht berichte berichten studie studien umfrage umfragen schätzung schätzungen angaben gesetz
            vertrag statistik statistiken quellen"""
        ),
        works=words("buch roman gedicht lied aufsatz predigt titel"),
    ),
)
