"""English."""

from __future__ import annotations

from retrieval.lang.schema import Language, Names, SourceCue, Speech, words

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
        bare_clause=words(
            """argued argues arguing suggesting revealed reveals admitted admits stated states added
            adds explained explains"""
        ),
        addressing=words("told tells telling asked urged thanked accused"),
        telling=words(
            """tell tells told telling asks asked informs informed assures assured reminds reminded"""
        ),
        giving=words("sent sends issued issues gave gives made makes delivered released posted"),
        given=words(
            """warning statement promise speech address ultimatum message declaration tweet comment
            remark threat vow"""
        ),
        nouns=words(
            """claim claims states notes calls demands asks reports comments posts warning promises
            warn say answered forecast forecasts estimates"""
        ),
        of_things=words("announc promis pledg vow den confirm claim alleg warn"),
        base=words("say claim warn insist forecast"),
        common=words(
            """said says told added adds warned warns claimed claims insisted insists explained
            argued stressed noted wrote tweeted announced declared stated replied continued
            recalled admitted denied confirmed concluded vowed pledged revealed acknowledged"""
        ),
        inverting=words(
            """said says added adds wrote explained insisted argued noted continued recalled admitted
            claimed replied concluded declared stressed"""
        ),
        his=words("his"),
        her=words("her"),
        others=words("they it we i you who which one some many others there"),
        many=words("they we i"),
        somebody=words("he she they we who"),
        owners=words("his her their its my our these those"),
        some=words("some many several these those other most"),
        indefinite=words("a an one some another many"),
        own=words("the a an his her their its"),
        company=words("with to against from between for without despite like unlike on about"),
        places=words("in at near"),
        openings=words("during despite after before speaking taking"),
        before_participles=words("and or while before after by in"),
        unsaid=words("not never to if would could should might may can must"),
        name_links=frozenset(["of", "of the", "for", "for the", "and"]),
        member_links=frozenset(["of", "of the", "from", "from the"]),
    ),
    names=Names(
        male_titles=words(
            """Mr Sir Lord King Prince Emperor Pope Tsar Sultan Sheikh Duke Baron Monsieur Father"""
        ),
        female_titles=words(
            """Mrs Ms Miss Lady Dame Queen Princess Empress Duchess Baroness Madame Mme Mlle Sister"""
        ),
        neutral_titles=words(
            """Dr Prof Professor President Chancellor Premier Minister Senator Sen Governor Gov Mayor
            Rev Reverend Bishop Archbishop Cardinal General Gen Colonel Col Major Maj Captain Capt
            Lieutenant Lt Sergeant Sgt Admiral Adm Commander Judge Justice Secretary Ambassador
            Chairman Congressman Congresswoman"""
        ),
        kept_titles=words(
            """Dr Prof Professor Sir Dame Lord Lady King Queen Prince Princess Pope Saint St Emperor
            Empress Duke Baron Baroness"""
        ),
        before_titles=words("Prime Vice Deputy Foreign Defence Defense Interior Chief"),
        roles=words(
            """minister president chancellor premier mayor governor senator king queen prince
            princess emperor empress pope bishop archbishop general colonel major captain
            lieutenant sergeant commander admiral officer soldier spokesman spokeswoman
            spokesperson director chief chairman chairwoman leader secretary ambassador envoy
            diplomat judge lawyer attorney prosecutor professor doctor scientist researcher
            physicist mathematician chemist engineer inventor philosopher historian economist
            author writer poet novelist journalist reporter editor coach manager player striker
            goalkeeper quarterback actor actress singer musician composer painter artist
            politician lawmaker candidate official head boss founder owner analyst expert activist
            aide adviser advisor deputy successor predecessor driver teacher student priest monk
            nurse sheriff explorer merchant biographer"""
        ),
        more_roles=(r"\w+(?:ologist|ographer|icist|onomer)|commissioner|superintendent|curator",),
        role_parts=words("prime vice deputy former defence defense foreign"),
        relatives=words(
            """man woman boy girl child person husband wife father mother parent son daughter brother
            sister uncle aunt nephew niece cousin friend partner colleague assistant servant rival
            victim suspect resident"""
        ),
        particles=words("bin ibn al el"),
        abbreviations=words("St Jr Sr"),
        other_abbreviations=words("vs No al Lt Inc Co Ltd"),
        calendar=words(
            """Monday Mondays Tuesday Tuesdays Wednesday Wednesdays Thursday Thursdays Friday Fridays
            Saturday Saturdays Sunday Sundays January February March April May June July August
            September October November December Christmas Easter"""
        ),
        openers=words(
            """now then today yesterday tonight meanwhile however instead indeed later earlier
            afterwards moreover nevertheless still overall finally although despite another many
            several two three one like according asked speaking following unlike perhaps also thus
            therefore besides early late most others both critics people scholars experts
            commentators opponents proponents supporters officials researchers scientists
            historians economists analysts observers residents witnesses reviewers activists
            authorities sources lawyers doctors politicians lawmakers prosecutors investigators
            journalists teachers students workers protesters campaigners advocates academics
            engineers leaders members users fans nobody somebody someone everybody everyone
            anybody anyone none nothing"""
        ),
        qualifiers=words(
            """teenage teenaged young younger old older elder adult baby little present-day modern
            future former fellow late poor dear"""
        ),
        given=words("Will"),
        origins=("(?:ss|ain|al|nd|an|ad|urop)ian|[a-z]{3}ean|ican|[a-z]{2}ese|[a-z]{2}ish",),
        adjectives=words("al ive ous ic ary ist"),
        bodies=words(
            """United University College School Institute Academy Ministry Department Office Agency
            Council Committee Commission Court Parliament Congress Senate House Party Union
            Association Organisation Organization Federation League Club Company Corporation Group
            Bank Press News Times Post Journal Army Navy Force Forces War Battle Treaty Act Church
            City County State States Kingdom Republic Empire Island Islands River Lake Mount
            Mountains Valley Sea Ocean Street Road Avenue Square Bridge Hospital Museum Station
            Airport Prize North South East West New San Los Saudi Hong"""
        ),
        more_bodies=words(
            """of for and the Centre Center Foundation Society Authority Observatory Service Fund
            Alliance Movement Assembly Bureau Board Government Police Watch International
            Institution"""
        ),
        body_nouns=words(
            """government army military police ministry parliament embassy presidency company court
            navy administration agency council commission committee party union university team
            newspaper"""
        ),
        learned=words("University College School Academy"),
        spokespeople=(
            r"spokes(?:man|woman|person|people)|press\s(?:secretary|officer|service|office)",
            r"chief\sexecutive(?:\sofficer)?|CEO",
        ),
        heads=(
            r"head|chief|director(?:[\s-]general)?|president|chair(?:man|woman|person)?",
            r"secretary(?:[\s-]general)?|commissioner|minister|ambassador|envoy|representative|official|boss",
            "leader|executive|commander|governor|coordinator",
        ),
        over=("former(?:ly)?|ex|one-?time|ousted|sacked|retired|late",),
        documents=words(
            """act treaty treaties book report article articles law laws study survey bible gospel
            gospels scripture constitution charter directive regulation convention agreement
            declaration bill code amendment protocol clause section chapter song film novel album
            poem play series episode theory model doctrine census theorem principle edition
            dictionary talmud torah quran koran qur’an qur'an"""
        ),
        works=words("book novel poem song essay sermon album titled entitled"),
    ),
)
