"""The words by which languages tell that somebody speaks: a table for each."""

from __future__ import annotations

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
        apposes: With what words begin that explain a name.
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
    apposes: frozenset[str] = frozenset()
    after_comma: frozenset[str] = frozenset()
    not_said: frozenset[str] = frozenset()
    fronted: frozenset[str] = frozenset()

    @cached_property
    def cues(self) -> frozenset[str]:
        """What tells that somebody speaks."""
        return self.marks | self.reporting

    @cached_property
    def reporting(self) -> frozenset[str]:
        """What tells so where there are no marks."""
        return self.that | self.clause | self.behind | frozenset(self.sources)

    def strength(self, verb: str) -> Strength | None:
        """None where it is no verb of speech."""
        if verb in self.clause:
            return "clause"
        if verb in self.that:
            return "that"
        return "marks" if verb in self.marks else None


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
        after_comma=_words("sagte sagt sagten erklärte betonte meinte schrieb warnte berichtete"),
        not_said=_words("als wenn nachdem während bevor wobei und wie"),
        fronted=_words(
            """in im am an als nach nachdem seit bei beim vor zu zur zum sowohl wenn während bevor
            obwohl auch heute gestern später dann dort danach daraufhin laut"""
        ),
    ),
    "fr": Speech(
        marks=_words("dit disent lancé lance confié confie répondu répond"),
        that=_words(
            """déclaré affirmé affirme indiqué indique expliqué explique ajouté ajoute annoncé assuré
            assure estimé estime précisé précise souligné souligne averti avertit prévenu prévient
            rappelé rappelle confirmé reconnu regretté insisté insiste"""
        ),
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
    ),
    "es": Speech(
        that=_words("afirmó declaró explicó añadió aseguró escribió anunció advirtió señaló"),
        clause=_words("dijo dice dijeron"),
        adding=_words("añadió"),
        sources={"según": Source()},
        be=_words("fue"),
        between=_words("ha"),
        conjunctions=_words("que"),
        determiners=_words("el la"),
        links=_words("de del"),
    ),
    "pt": Speech(
        that=_words("afirmou declarou explicou acrescentou anunciou alertou garantiu"),
        clause=_words("disse disseram"),
        conjunctions=_words("que"),
        links=_words("de"),
    ),
    "nl": Speech(
        that=_words("verklaarde waarschuwde meldde vertelde"),
        clause=_words("zei zegt zeiden"),
        sources={"volgens": Source(goes_on=True, of_figures=True)},
        between=_words("heeft hebben"),
        conjunctions=_words("dat"),
    ),
    "ru": Speech(
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
            "словам": Source(_words("за")),
            "даними": Source(_words("за"), of_figures=True),
        },
        conjunctions=_words("що"),
        he=_words("він"),
        she=_words("вона"),
    ),
}


@cache
def speech(language: str | None) -> Speech:
    """That of a *language*, where it has one, and of English, which is quoted in others."""
    both = [_ENGLISH, _LANGUAGES.get(language or "", _ENGLISH)]
    names = [one.name for one in fields(Speech)]
    return Speech(**{name: reduce(or_, (getattr(one, name) for one in both)) for name in names})


def letters() -> str:
    """The letters of all cues."""
    return "".join(sorted(set().union(*(cue for one in _LANGUAGES.values() for cue in one.cues))))
