"""English."""

from __future__ import annotations

from retrieval.lang.schema import Language, SourceCue, Speech, words

LANGUAGE = Language(
    code="en",
    name="English",
    speech=Speech(
        marks=words(
            """described describes describing called calls calling thanked thanks thanking praised praises
        praising accused accuses accusing slammed slams condemned condemns condemning hailed hails
        criticised criticized labelled labeled branded asked asks asking urged urges urging demanded
        demands congratulated congratulating mocked dismissed rejected blasted joked quipped posted
        posting spoke speaks responded responding answered ordered cried shouted exclaimed replying
        quoted referred referring boasted lamented characterised characterized welcomed vowing
        comments sent sends issued issues gave gives made makes delivered released"""
        ),
        that=words(
            """added adds adding noted notes noting explained explains explaining stressed stresses
        stressing wrote writes writing suggested suggests suggesting indicated indicates indicating
        replied replies continued continues recalled recalls concluded concludes revealed reveals
        remarked maintained maintains contended contends contending asserted
        asserts asserting emphasised emphasized reported proposed proposes complained testified
        commented argued argues arguing declared declares declaring stated states stating admitted
        admits acknowledged acknowledges predicted predicts forecast forecasts forecasting estimated
        estimates estimating"""
        ),
        clause=words(
            """said says say saying claimed claims claim claiming warned warns warn warning insisted insists
        insist insisting announced announces announcing confirmed confirms confirming vowed vows
        alleged alleges alleging denied denies denying promised promises pledged pledges told tells
        telling threatened tweeted"""
        ),
        naming=words("called calls calling"),
        adding=words("added adds adding continued continues concluded also"),
        sources={"according": SourceCue(then="to")},
        be=words("is was were are been being be am 's ’s"),
        between=words(
            """has have had also later then now already since long once again even just only still first
        yesterday today previously reportedly himself herself itself further did does do will both all
        often sometimes always soon quickly recently"""
        ),
        verbs=words(
            """is are was were has have had will would can could may might must should does did do isn’t
        wasn’t won’t can’t cannot isn't wasn't won't can't"""
        ),
        conjunctions=words("that"),
        he=words("he"),
        she=words("she"),
        determiners=words(
            """the a an his her their its our my this that these those some one another"""
        ),
        links=words(
            """of for in at to from with on by near into behind against about over outside around under
        like among"""
        ),
        breaks=words(
            """that when as but while if because after before which where who whom since until although
        though whether than and or so what how why yet"""
        ),
        ands=words("and"),
        buts=words("but"),
        no_clause=words(
            """to in of by on at for with so about during from through when while after before goodbye
        hello as via under against"""
        ),
        apposes=words("a an who"),
    ),
)
