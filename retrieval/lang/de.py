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

_ARTICLES = r"(?:den\s+artikel|die\s+artikel|alle\s+artikel|das|alles|dies|den\s+text|die\s+texte|die\s+nachrichten|es)"
"""The articles of a collection, whatever they are."""

_THIS = r"(?:das|dies|diesen?\s+(?:artikel|text)|den\s+(?:artikel|text))"

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
        chats=(
            ("help", "hilfe|befehle|anleitung", ""),
            ("help", "hilf", r"\s+mir"),
            (
                "help",
                "wie",
                r"\s+(?:funktioniert\s+(?:das|der\s+bot|dieser\s+bot)|funktionierst\s+du|geht\s+das|benutze\s+ich\s+(?:dich|den\s+bot|das))(?:\s+hier)?",
            ),
            ("help", "was", r"\s+kann\s+ich\s+(?:dich\s+|hier\s+|sie\s+)*(?:fragen|tun|machen)"),
            ("identity", "wer|was", r"\s+(?:bist\s+du|sind\s+sie)(?:\s+(?:eigentlich|denn))?"),
            (
                "identity",
                "was",
                r"\s+(?:kannst\s+du|können\s+sie|machst\s+du)(?:\s+(?:alles|denn|so|hier))*",
            ),
            ("identity", "wie", r"\s+(?:heißt\s+du|heißen\s+sie)"),
            ("identity", "bist", r"\s+du\s+(?:ein\s+)?(?:bot|roboter|mensch|echt)"),
            ("greeting", "hallo|hi|hey|moin|servus|tschüss|tschüs", ""),
            ("greeting", "guten", r"\s+(?:morgen|tag|abend)"),
            ("greeting", "gute", r"\s+nacht"),
            ("greeting", "grüß|grüss", r"\s+(?:gott|dich)"),
            ("greeting", "auf", r"\s+wiedersehen"),
            ("greeting", "wie", r"\s+geht(?:['’]s|\s+es)(?:\s+(?:dir|ihnen))?"),
            ("thanks", "danke|dankeschön|merci", r"(?:\s+(?:schön|sehr|dir|ihnen|vielmals))*"),
            ("thanks", "vielen|besten|herzlichen", r"\s+dank"),
            ("thanks", "super|toll|gut|prima|perfekt|okay|klasse", r"(?:\s+(?:gemacht|antwort))?"),
            (
                "summary",
                "zusammenfassung|überblick|übersicht",
                r"(?:\s+(?:der|aller)\s+(?:artikel|texte|nachrichten))?",
            ),
            (
                "summary",
                "fass|fasse|fassen",
                rf"(?:\s+(?:sie|mir))*\s+{_ARTICLES}\s+(?:kurz\s+)?zusammen",
            ),
            (
                "summary",
                "gib|mach|schreib",
                r"(?:\s+mir)?\s+(?:eine|einen)\s+(?:kurze[nr]?\s+)?(?:zusammenfassung|überblick|übersicht)(?:\s+(?:der|aller|über)\s+(?:die\s+)?(?:artikel|texte|nachrichten))?",
            ),
            ("summary", "was", r"\s+steht\s+in\s+den\s+(?:artikeln|texten)"),
            ("sources", "artikel|quellen|artikelliste", ""),
            (
                "sources",
                "zeig|zeige|liste|nenne|nenn",
                r"(?:\s+mir)?(?:\s+(?:alle|die|deine))*\s+(?:artikel|quellen|texte)(?:\s+auf)?",
            ),
            (
                "sources",
                "welche",
                r"\s+(?:artikel|quellen|texte|zeitungen)\s+(?:hast\s+du|gibt\s+es|kennst\s+du|sind\s+(?:das|da))(?:\s+hier)?",
            ),
            (
                "sources",
                "wie",
                r"\s+viele\s+(?:artikel|quellen|texte)\s+(?:hast\s+du|gibt\s+es|kennst\s+du)",
            ),
            ("sources", "was", r"\s+weißt\s+du(?:\s+alles)?"),
            ("sources", "worum", r"\s+geht\s+es\s+in\s+(?:den|diesen)\s+(?:artikeln|texten)"),
            ("speakers", "wer", r"\s+(?:wird|wurde)\s+(?:alles\s+)?zitiert"),
            ("speakers", "wer", r"\s+kommt\s+(?:alles\s+)?zu\s+wort"),
            ("speakers", "zitate|sprecher", ""),
            (
                "speakers",
                "zeig|zeige|liste|nenne|nenn",
                r"(?:\s+mir)?(?:\s+(?:alle|die))*\s+(?:zitate|sprecher|personen,?\s+die\s+zitiert\s+werden|zitierten(?:\s+personen)?)(?:\s+auf)?",
            ),
            (
                "timeline",
                "zeitleiste|zeitstrahl|chronologie|chronik",
                r"(?:\s+(?:der\s+ereignisse|(?:zu|zum|zur|von)\s+(?P<topic>.{2,80}?)))?",
            ),
            (
                "timeline",
                "gib|mach|erstelle|zeig|zeige|schreib",
                r"(?:\s+mir)?\s+eine\s+(?:zeitleiste|chronologie|chronik)(?:\s+(?:der\s+ereignisse|(?:zu|zum|zur|von)\s+(?P<topic>.{2,80}?)))?",
            ),
            ("who-wrote", "wer", rf"\s+hat\s+{_THIS}\s+(?:geschrieben|veröffentlicht|verfasst)"),
            ("who-wrote", "wer", rf"\s+schrieb\s+{_THIS}"),
            ("who-wrote", "von", r"\s+wem\s+ist\s+(?:das|dieser\s+(?:artikel|text))"),
            ("who-wrote", "woher", r"\s+(?:ist|stammt|kommt)\s+das"),
            ("who-wrote", "quelle|autor", ""),
            (
                "who-said",
                "wer",
                r"\s+(?:hat\s+das\s+gesagt|sagt(?:e)?\s+das|sagt|spricht(?:\s+(?:da|hier))?)",
            ),
            ("who-said", "wessen", r"\s+worte\s+sind\s+das"),
            (
                "translation",
                "übersetze|übersetz|übersetzen|übersetzung",
                r"(?:\s+sie)?(?:\s+(?:das|dies|den\s+artikel|den\s+text|.{1,100}(?=\sins?\s)))?(?:\s+ins?\s+(?:das\s+)?\w+)?",
            ),
            ("translation", "auf", r"\s+(?:deutsch|englisch|russisch|ukrainisch|spanisch)"),
            ("writing", "schreib|schreibe|dichte|verfasse", r"\s+(?:mir|uns)\b.{0,100}"),
            (
                "writing",
                "schreib|schreibe|dichte|verfasse",
                r"\s+eine?n?\s+(?:\w+\s+)?(?:aufsatz|gedicht|brief|e-?mail|geschichte|rede|lied|text|artikel)\b.{0,100}",
            ),
            ("writing", "erzähl|erzähle", r"\s+(?:mir|uns)\s+einen?\s+(?:witz|geschichte)"),
            ("clock", "wie", r"\s+(?:spät\s+ist\s+es|viel\s+uhr\s+ist\s+es)(?:\s+jetzt)?"),
            (
                "clock",
                "welcher|welchen|was",
                r"\s+(?:(?:tag|wochentag)\s+ist\s+heute|tag\s+haben\s+wir(?:\s+heute)?|ist\s+heute\s+für\s+ein\s+tag)",
            ),
            ("test", "test|teste", r"(?:[\s,.]+(?:test|eins|zwei|drei|[0-9]+))*"),
            (
                "arithmetic",
                "was|wie|wieviel|rechne",
                r"(?:\s+viel)?(?:\s+(?:ist|sind|macht))?\s+[-+(\d]*\d[\d.,)\s]*[+*×÷^][-+*/×÷^().,\d\s=]*",
            ),
        ),
        courtesies=r"bitte|danke|hallo|hi|hey|und|also|mal|doch|jetzt|(?:kannst|könntest)\s+du|können\s+sie|kurz",
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
