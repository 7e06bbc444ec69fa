"""The words by which languages tell that somebody speaks: a table for each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property, reduce
from operator import or_
from typing import Literal

Strength = Literal["clause", "that", "marks"]
"""What follows a verb where somebody is reported: a bare clause, one after "that", or only words in marks."""


@dataclass(frozen=True, slots=True)
class Source:
    """
    A word before whom something is from: "according".

    Attributes:
        before: Words of which one has to stand before it; none where it stands alone.
        then: The word that has to follow it; "" where none has to.
        goes_on: Behind who speaks the sentence goes on without a comma.
        of_figures: It tells of figures and laws as well, so that only a name speaks.
        capital: It has one wherever it stands.
    """

    before: frozenset[str] = frozenset()
    then: str = ""
    goes_on: bool = False
    of_figures: bool = False
    capital: bool = False


@dataclass(frozen=True)
class Speech:
    """
    Words of a language, in small letters.

    Attributes:
        marks: Verbs of speech beside words in marks, and alone no more than any verb.
        that: Those before "that" as well.
        clause: Those before a clause without it as well.
        naming: Of `marks`, those that give a name as well: "called her “Jane”".
        adding: Verbs and adverbs by which who spoke before speaks again.
        sources: See `Source`.
        behind: What stands behind whom something is from.
        be: Before a participle, of which nobody is the subject then.
        between: What may stand between who speaks and the verb.
        verbs: Those by which a clause is known.
        conjunctions: "that".
        he, she: Pronouns.
        determiners: What may stand before a noun.
        links: What joins a noun to another: "of".
        breaks: Where another clause begins.
        ands, buts: What joins clauses; "and" also those who speak together.
        no_clause: What stands behind a verb where no clause begins.
        apposes: With what words begin that explain a name.
        behind_marks: What makes who follows it the speaker of the words in marks before it.
        after_comma: Verbs after which, behind a comma, follows what is said.
        not_said: What else may follow that comma.
        fronted: With what a sentence may begin before its verb, and more than what is said.
    """

    marks: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = field(default_factory=dict)
    behind: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    buts: frozenset[str] = frozenset()
    no_clause: frozenset[str] = frozenset()
    apposes: frozenset[str] = frozenset()
    behind_marks: frozenset[str] = frozenset()
    after_comma: frozenset[str] = frozenset()
    not_said: frozenset[str] = frozenset()
    fronted: frozenset[str] = frozenset()

    @cached_property
    def cues(self) -> frozenset[str]:
        """What tells that somebody speaks."""
        return self.marks | self.behind_marks | self.reporting

    @cached_property
    def reporting(self) -> frozenset[str]:
        """What tells so where there are no marks."""
        return self.that | self.clause | self.behind | frozenset(self.sources)

    @cached_property
    def _perhaps(self) -> re.Pattern[str]:
        """Words with no letters but those of cues, which are found sooner; or parts of such words."""
        return re.compile(f"[{''.join(sorted(set().union(*self.cues)))}]+")

    def tells(self, text: str) -> bool:
        """Whether a cue stands in *text*."""
        return not self.cues.isdisjoint(self._perhaps.findall(text.lower()))

    def reports(self, text: str) -> bool:
        """Whether one of `reporting` does."""
        return not self.reporting.isdisjoint(self._perhaps.findall(text.lower()))

    def strength(self, verb: str) -> Strength | None:
        """None where it is no verb of speech."""
        if verb in self.clause:
            return "clause"
        if verb in self.that:
            return "that"
        return "marks" if verb in self.marks | self.behind_marks else None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = Speech(
    marks=_words(
        """described describes describing called calls calling thanked thanks thanking praised praises
        praising accused accuses accusing slammed slams condemned condemns condemning hailed hails
        criticised criticized labelled labeled branded asked asks asking urged urges urging demanded
        demands congratulated congratulating mocked dismissed rejected blasted joked quipped posted
        posting spoke speaks responded responding answered ordered cried shouted exclaimed replying
        quoted referred referring boasted lamented characterised characterized welcomed vowing
        comments sent sends issued issues gave gives made makes delivered released"""
    ),
    that=_words(
        """added adds adding noted notes noting explained explains explaining stressed stresses
        stressing wrote writes writing suggested suggests suggesting indicated indicates indicating
        replied replies continued continues recalled recalls concluded concludes revealed reveals
        remarked maintained maintains contended contends contending asserted
        asserts asserting emphasised emphasized reported proposed proposes complained testified
        commented argued argues arguing declared declares declaring stated states stating admitted
        admits acknowledged acknowledges predicted predicts forecast forecasts forecasting estimated
        estimates estimating"""
    ),
    clause=_words(
        """said says say saying claimed claims claim claiming warned warns warn warning insisted insists
        insist insisting announced announces announcing confirmed confirms confirming vowed vows
        alleged alleges alleging denied denies denying promised promises pledged pledges told tells
        telling threatened tweeted"""
    ),
    naming=_words("called calls calling"),
    adding=_words("added adds adding continued continues concluded also"),
    sources={"according": Source(then="to")},
    be=_words("is was were are been being be am 's ’s"),
    between=_words(
        """has have had also later then now already since long once again even just only still first
        yesterday today previously reportedly himself herself itself further did does do will both all
        often sometimes always soon quickly recently"""
    ),
    verbs=_words(
        """is are was were has have had will would can could may might must should does did do isn’t
        wasn’t won’t can’t cannot isn't wasn't won't can't"""
    ),
    conjunctions=_words("that"),
    he=_words("he"),
    she=_words("she"),
    determiners=_words(
        """the a an his her their its our my this that these those some one another"""
    ),
    links=_words(
        """of for in at to from with on by near into behind against about over outside around under
        like among"""
    ),
    breaks=_words(
        """that when as but while if because after before which where who whom since until although
        though whether than and or so what how why yet"""
    ),
    ands=_words("and"),
    buts=_words("but"),
    no_clause=_words(
        """to in of by on at for with so about during from through when while after before goodbye
        hello as via under against"""
    ),
    apposes=_words("a an who"),
)

_LANGUAGES = {
    "en": _ENGLISH,
    "de": Speech(
        marks=_words("begrüßte nannte fragte forderte"),
        that=_words("betonte erklärte meinte schrieb ergänzte kündigte warnte berichtete teilte"),
        clause=_words("sagte sagt sagten"),
        naming=_words("nannte"),
        adding=_words("ergänzte"),
        sources={
            "laut": Source(goes_on=True, of_figures=True),
            "angaben": Source(_words("nach"), goes_on=True, of_figures=True, capital=True),
        },
        behind=_words("zufolge"),
        be=_words("wird wurde"),
        between=_words("hat haben"),
        verbs=_words("ist sind war hat"),
        conjunctions=_words("dass"),
        he=_words("er"),
        she=_words("sie"),
        determiners=_words("der die das"),
        links=_words("von für des"),
        apposes=_words("ein eine einer einem der die dem"),
        behind_marks=_words("so"),
        after_comma=_words("sagte sagt sagten erklärte betonte meinte schrieb warnte berichtete"),
        not_said=_words("als wenn nachdem während bevor wobei und wie"),
        fronted=_words(
            """in im am an als nach nachdem seit bei beim vor zu zur zum sowohl wenn während bevor
            obwohl auch heute gestern später dann dort danach daraufhin laut"""
        ),
    ),
    "fr": Speech(
        marks=_words(
            """dit disent lancé lance confié confie répondu répond demandé demande interrogé dénoncé
            dénonce salué salue"""
        ),
        that=_words(
            """déclaré affirmé affirme indiqué indique expliqué explique ajouté ajoute annoncé assuré
            assure estimé estime précisé précise souligné souligne averti avertit prévenu prévient
            rappelé rappelle confirmé reconnu regretté insisté insiste"""
        ),
        adding=_words("ajouté ajoute"),
        sources={
            "selon": Source(of_figures=True),
            "après": Source(_words("de"), of_figures=True),
        },
        between=_words("a ont avait avaient aussi également ensuite encore"),
        verbs=_words("est sont était sera seront ont"),
        conjunctions=_words("que"),
        he=_words("il"),
        she=_words("elle"),
        determiners=_words("la le les"),
        links=_words("de"),
        ands=_words("et"),
        buts=_words("mais"),
        no_clause=_words("à au aux de du en dans lors pour sur avec"),
    ),
    "es": Speech(
        marks=_words("preguntó respondió contestó criticó pidió"),
        that=_words(
            """afirmó declaró explicó añadió aseguró escribió anunció advirtió señaló dicho declarado
            afirmado explicado asegurado añadido anunciado advertido señalado afirma declara
            explica añade asegura escribe anuncia advierte señala indicó subrayó subraya recordó
            recuerda reconoció reconoce insistió insiste sostuvo sostiene manifestó agregó agrega
            comentó comenta confirmó confirma negó niega denunció lamentó lamenta concluyó
            concluye informó informa"""
        ),
        clause=_words("dijo dice dijeron dicen"),
        adding=_words("añadió añade agregó agrega"),
        sources={"según": Source()},
        be=_words("fue es se"),
        between=_words("ha han había también le les luego después"),
        verbs=_words("es son era eran está están fue fueron será serán han hay"),
        conjunctions=_words("que"),
        he=_words("él"),
        she=_words("ella"),
        determiners=_words("el la los las un una"),
        links=_words("de del al en con por para sobre"),
        ands=_words("y e"),
        buts=_words("pero"),
        no_clause=_words("a al de del en con por para sobre durante"),
        fronted=_words(
            """en tanto por para con tras según durante al a desde cuando aunque si como generalmente además
            también después así"""
        ),
    ),
    "it": Speech(
        marks=_words(
            """chiesto chiede domandato risposto risponde replicato replica commentato commenta
            esclamato definito definisce criticato accusato"""
        ),
        that=_words(
            """dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge sottolineato
            sottolinea annunciato annuncia assicurato assicura ricordato ricorda osservato osserva
            scritto scrive precisato precisa avvertito avverte sostenuto sostiene ribadito ribadisce
            rivelato rivela ammesso ammette confermato conferma riferito riferisce raccontato racconta
            concluso conclude"""
        ),
        clause=_words("detto dice disse dicono"),
        naming=_words("definito definisce"),
        adding=_words("aggiunto aggiunge"),
        sources={"secondo": Source(of_figures=True)},
        be=_words("è stato stata viene venne fu si"),
        between=_words("ha hanno aveva avevano anche poi ancora già inoltre"),
        verbs=_words("è sono ha hanno era erano sarà saranno fu furono"),
        conjunctions=_words("che"),
        he=_words("lui egli"),
        she=_words("lei ella"),
        determiners=_words("il lo la i gli le l un una uno"),
        links=_words("di del dello della dell dei degli delle a al da dal in nel nella con per su"),
        ands=_words("e ed"),
        buts=_words("ma"),
        no_clause=_words("a al alla ai di del in nel nella con per su da"),
    ),
    "pt": Speech(
        marks=_words("perguntou respondeu criticou questionou pediu"),
        that=_words(
            """afirmou declarou explicou acrescentou anunciou alertou garantiu afirma declara explica
            acrescenta anuncia alerta garante destacou destaca ressaltou ressalta lembrou lembra
            escreveu escreve informou informa confirmou confirma reconheceu admitiu avaliou avalia
            defendeu defende negou nega comentou revelou concluiu"""
        ),
        clause=_words("disse disseram diz dizem"),
        adding=_words("acrescentou acrescenta"),
        sources={
            "segundo": Source(of_figures=True),
            "acordo": Source(_words("de"), "com", of_figures=True),
        },
        be=_words("foi é se"),
        between=_words("também ainda já tem depois"),
        verbs=_words("é são era eram está estão foi foram será serão tem têm"),
        conjunctions=_words("que"),
        he=_words("ele"),
        she=_words("ela"),
        determiners=_words("o a os as um uma"),
        links=_words("de do da dos das em no na com por para sobre"),
        ands=_words("e"),
        buts=_words("mas"),
        no_clause=_words("a ao à de do da em no na com por para sobre"),
    ),
    "ro": Speech(
        marks=_words("întrebat răspuns criticat acuzat"),
        that=_words(
            """declarat declară afirmat afirmă explicat explică adăugat adaugă subliniat subliniază
            anunțat anunță precizat precizează scris scrie avertizat avertizează susținut susține
            menționat menționează confirmat"""
        ),
        clause=_words("spus spune"),
        adding=_words("adăugat adaugă"),
        sources={"potrivit": Source(of_figures=True)},
        be=_words("fost este"),
        between=_words("a au mai și apoi"),
        verbs=_words("este sunt era erau va vor fost are au"),
        conjunctions=_words("că"),
        he=_words("el"),
        she=_words("ea"),
        links=_words("de din la în cu pentru pe"),
        ands=_words("și"),
        buts=_words("dar"),
        no_clause=_words("la în cu de pentru pe"),
    ),
    "nl": Speech(
        marks=_words("vroeg vraagt antwoordde noemde noemt"),
        that=_words(
            """verklaarde waarschuwde meldde vertelde verklaart waarschuwt meldt vertelt schreef
            schrijft benadrukte benadrukt voegde stelde stelt bevestigde bevestigt verzekerde vindt"""
        ),
        clause=_words("zei zegt zeiden zeggen"),
        naming=_words("noemde noemt"),
        behind_marks=_words("aldus"),
        sources={"volgens": Source(goes_on=True, of_figures=True)},
        be=_words("werd wordt is"),
        between=_words("heeft hebben had ook later"),
        verbs=_words("is zijn was waren heeft hebben wordt worden zal zullen kan"),
        conjunctions=_words("dat"),
        he=_words("hij"),
        she=_words("zij ze"),
        determiners=_words("de het een"),
        links=_words("van voor uit bij"),
        ands=_words("en"),
        buts=_words("maar"),
        no_clause=_words("in op tegen aan over van tijdens"),
    ),
    "sv": Speech(
        marks=_words("frågade frågar svarade svarar kritiserade kallade kallar"),
        that=_words(
            """tillade tillägger förklarade förklarar skrev skriver berättade berättar betonade betonar
            varnade varnar hävdade hävdar meddelade meddelar uppgav uppger konstaterade konstaterar
            menar bekräftade bekräftar"""
        ),
        clause=_words("säger sade sa sagt"),
        naming=_words("kallade kallar"),
        adding=_words("tillade tillägger"),
        sources={"enligt": Source(goes_on=True, of_figures=True)},
        be=_words("blev blir"),
        between=_words("har hade också"),
        verbs=_words("är var har hade kommer blir blev ska kan"),
        conjunctions=_words("att"),
        he=_words("han"),
        she=_words("hon"),
        links=_words("i på från för av till vid"),
        ands=_words("och"),
        buts=_words("men"),
        no_clause=_words("i på till om från under vid"),
    ),
    "da": Speech(
        marks=_words("spurgte spørger svarede svarer kritiserede kaldte kalder"),
        that=_words(
            """tilføjede tilføjer forklarede forklarer skrev skriver fortalte fortæller understregede
            understreger advarede advarer hævdede hævder oplyste oplyser mener mente bekræftede
            bekræfter"""
        ),
        clause=_words("siger sagde sagt"),
        naming=_words("kaldte kalder"),
        adding=_words("tilføjede tilføjer"),
        sources={"ifølge": Source(goes_on=True, of_figures=True)},
        be=_words("blev bliver"),
        between=_words("har havde også"),
        verbs=_words("er var har havde bliver blev skal kan vil"),
        conjunctions=_words("at"),
        he=_words("han"),
        she=_words("hun"),
        links=_words("i på fra for af til ved"),
        ands=_words("og"),
        buts=_words("men"),
        no_clause=_words("i på til om fra under ved"),
    ),
    "no": Speech(
        marks=_words("spurte spør svarte svarer kritiserte kalte kaller"),
        that=_words(
            """forklarte forklarer skrev skriver fortalte forteller understreket understreker advarte
            advarer hevdet hevder opplyste opplyser mener mente bekreftet bekrefter påpeker påpekte"""
        ),
        clause=_words("sier sa sagt"),
        naming=_words("kalte kaller"),
        sources={"ifølge": Source(goes_on=True, of_figures=True)},
        be=_words("ble blir"),
        between=_words("har hadde også"),
        verbs=_words("er var har hadde blir ble skal kan vil"),
        conjunctions=_words("at"),
        he=_words("han"),
        she=_words("hun"),
        links=_words("i på fra for av til ved"),
        ands=_words("og"),
        buts=_words("men"),
        no_clause=_words("i på til om fra under ved"),
    ),
    "fi": Speech(
        marks=_words("kysyi kysyy vastasi vastaa"),
        that=_words(
            """kertoi kertoo totesi toteaa korosti korostaa kirjoitti kirjoittaa varoitti varoittaa
            vakuutti muistutti muistuttaa selitti selittää lisäsi lisää arvioi"""
        ),
        clause=_words("sanoi sanoo sanoivat"),
        adding=_words("lisäsi lisää"),
        between=_words("on myös"),
        verbs=_words("on ovat oli olivat ei voi"),
        conjunctions=_words("että"),
        ands=_words("ja"),
        buts=_words("mutta"),
    ),
    "pl": Speech(
        marks=_words("zapytał zapytała pytał pytała odpowiedział odpowiedziała nazwał nazwała"),
        that=_words(
            """dodał dodała podkreślił podkreśliła zaznaczył zaznaczyła stwierdził stwierdziła ocenił
            oceniła zapewnił zapewniła ogłosił ogłosiła przyznał przyznała napisał napisała wyjaśnił
            wyjaśniła poinformował poinformowała ostrzegł ostrzegła zauważył zauważyła przypomniał
            przypomniała twierdzi uważa"""
        ),
        clause=_words(
            "powiedział powiedziała powiedzieli mówił mówiła mówi oświadczył oświadczyła"
        ),
        naming=_words("nazwał nazwała"),
        adding=_words("dodał dodała"),
        sources={
            "według": Source(goes_on=True, of_figures=True),
            "zdaniem": Source(goes_on=True, of_figures=True),
        },
        between=_words("też także również następnie"),
        verbs=_words("jest są był była było byli były będzie będą ma mają"),
        conjunctions=_words("że"),
        he=_words("on"),
        she=_words("ona"),
        links=_words("z ze w we do na dla od przy"),
        ands=_words("i"),
        buts=_words("ale"),
        no_clause=_words("w we na o z ze do podczas"),
    ),
    "cs": Speech(
        marks=_words("zeptal zeptala odpověděl odpověděla označil označila nazval nazvala"),
        that=_words(
            """dodal dodala prohlásil prohlásila zdůraznil zdůraznila upozornil upozornila oznámil
            oznámila vysvětlil vysvětlila napsal napsala potvrdil potvrdila připustil připustila
            varoval varovala tvrdí doplnil doplnila"""
        ),
        clause=_words("řekl řekla řekli říká uvedl uvedla"),
        naming=_words("nazval nazvala označil označila"),
        adding=_words("dodal dodala doplnil doplnila"),
        sources={"podle": Source(goes_on=True, of_figures=True)},
        between=_words("také rovněž již"),
        verbs=_words("je jsou byl byla bylo byli byly bude budou má mají"),
        conjunctions=_words("že"),
        he=_words("on"),
        she=_words("ona"),
        links=_words("z ze v ve do na pro od při"),
        ands=_words("a i"),
        buts=_words("ale"),
        no_clause=_words("v ve na o z ze do při"),
    ),
    "el": Speech(
        marks=_words("ρώτησε απάντησε χαρακτήρισε κατηγόρησε"),
        that=_words(
            """δήλωσε δηλώνει τόνισε τονίζει ανέφερε αναφέρει πρόσθεσε προσθέτει υποστήριξε υποστηρίζει
            ανακοίνωσε σημείωσε σημειώνει υπογράμμισε προειδοποίησε επισήμανε έγραψε εξήγησε"""
        ),
        clause=_words("είπε λέει είπαν"),
        adding=_words("πρόσθεσε προσθέτει"),
        sources={"σύμφωνα": Source(then="με", of_figures=True)},
        between=_words("έχει είχε επίσης"),
        verbs=_words("είναι ήταν θα έχει έχουν είχε"),
        conjunctions=_words("ότι πως"),
        determiners=_words("ο η το οι τα τον την του της των"),
        links=_words("του της των από σε στο στη στην για με"),
        ands=_words("και"),
        buts=_words("αλλά όμως"),
        no_clause=_words("σε στο στη στην για με από"),
    ),
    "ru": Speech(
        ands=_words("и"),
        buts=_words("но"),
        marks=_words("назвал назвала спросил спросила"),
        that=_words(
            """отметил отметила подчеркнул подчеркнула добавил добавила написал написала рассказал
            рассказала"""
        ),
        clause=_words(
            "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили говорит"
        ),
        naming=_words("назвал назвала"),
        adding=_words("добавил добавила"),
        sources={
            "словам": Source(_words("по")),
            "данным": Source(_words("по"), of_figures=True),
        },
        conjunctions=_words("что"),
        he=_words("он"),
        she=_words("она"),
    ),
    "uk": Speech(
        ands=_words("і та й"),
        buts=_words("але"),
        marks=_words("назвав запитав"),
        that=_words(
            """наголосив наголосила зазначив зазначила додав додала написав написала розповів розповіла
            підкреслив підкреслила"""
        ),
        clause=_words(
            "сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили каже"
        ),
        naming=_words("назвав"),
        adding=_words("додав додала"),
        sources={
            "словами": Source(_words("за")),
            "даними": Source(_words("за"), of_figures=True),
        },
        conjunctions=_words("що"),
        he=_words("він"),
        she=_words("вона"),
    ),
}


_ALSO = {"nb": "no", "nn": "no"}


@cache
def speech(language: str | None) -> Speech:
    """That of a *language*, where it has one, and of English, which is quoted in others."""
    code = language or ""
    both = [_ENGLISH, _LANGUAGES.get(_ALSO.get(code, code), _ENGLISH)]
    names = [one.name for one in fields(Speech)]
    return Speech(**{name: reduce(or_, (getattr(one, name) for one in both)) for name in names})
