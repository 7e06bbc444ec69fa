"""English."""

from __future__ import annotations

from retrieval.lang.schema import (
    Calendar,
    Claims,
    Forms,
    Forwarding,
    Language,
    Names,
    Numbers,
    Questions,
    References,
    Relations,
    SourceCue,
    Speech,
    SpeechRequests,
    any_of,
    words,
)

_SAY = (
    "say|claim|warn|tell|announce|think|believe|argue|explain|admit|declare|suggest|promise|deny|confirm"
    r"|reveal|add|predict|insist|urge|demand|write|mention|accuse|reply|respond|comment|react|call\s+for|vow"
)
_SAYING = (
    "saying|claiming|warning|telling|announcing|thinking|arguing|explaining|suggesting|promising|denying"
    "|insisting|urging|demanding|writing|accusing"
)
_SAID = (
    "said|claimed|warned|told|announced|argued|explained|admitted|declared|suggested|promised|denied|confirmed"
    "|revealed|predicted|insisted|urged|demanded|written|vowed"
)
"""The forms of verbs in questions that ask for somebody's words."""

_SHOW = r"(?:tell|show|give|find|explain|say|check|look\s+up|describe|list)(?:\s+(?:me|us))?"
"""What a bot is asked to do with an answer."""

_ARTICLES = (
    r"(?:(?:all|any|of|the|these|this|your|those|that|my)\s+)*"
    r"(?:articles?|news|stories|story|texts?|documents?|docs|files?|sources?|reports?|collection|everything|database"
    r"|archive|it|all|this|that|these)"
)
"""The articles of a collection, whatever they are."""

_NOT = r"(?:(?:['’]s|\s+is|\s+was)?\s+not|\s+(?:isn|wasn)['’]t|\s+isnt|\s+wasnt)"
"""What makes the rest of an objection one: “that’s not …”."""

_SOURCES = (
    r"(?:articles|sources|documents|files|publications|titles|headlines|newspapers|publishers)"
)
_THIS = (
    r"(?:(?:this|that)\s+(?:article|story|text|piece|report|quote|excerpt|passage)|the\s+(?:article|quote|excerpt|passage)"
    r"|this|that)"
)
_PIECES = r"(?:articles?|stories|story|news|headlines|texts|pieces|papers|newspapers|sources)"
_TALK = (
    r"(?:(?:talks?|speaks?|writes?|reports?)\s+(?:about|on|of)|mentions?|covers?|discuss(?:es)?|deals?\s+with"
    r"|(?:are|is)(?:\s+there)?\s+(?:about|on)|(?:do\s+you\s+have|have\s+you(?:\s+got)?)\s+(?:about|on|regarding))"
)
"""What articles do with a topic, where somebody asks which of them do."""

_IN_ARTICLES = rf"(?:\s+(?:in|among)\s+{_ARTICLES})?"
_A_SUM = r"[-+(\d]*\d[\d.,)\s]*(?:[+*×÷^]|plus|minus|times|(?:divided|multiplied)\s+by)[-+*/×÷^().,\d\s=]*"

_PEOPLE = (
    "person|people|man|men|woman|women|boy|girl|president|minister|king|queen|author|actor|actress|singer|player"
    "|leader|mayor|councillor|politician|governor|senator|judge|lawyer|officer|official|director|boss|chief|chair"
    "|chairman|chairwoman|manager|coach|captain|owner|founder|candidate|driver|pilot|doctor|scientist|engineer"
    "|teacher|analyst|expert|reporter|journalist|spokesman|spokeswoman|witness|suspect|victim"
)
"""Those whom a question asks for with "which" or "name of"."""

_SPEAK = "say says said saying tell tells told comment comments commented reply replies replied shout shouted"
_CLAIM = (
    "think thinks thought mention mentions mentioned respond responds responded react reacts reacted argue argues argued"
    " claim claims claimed explain explains explained announce announces announced promise promises"
    " promised predict predicts predicted complain complains complained admit admits admitted warn warns warned recall"
    " recalls recalled remember remembers remembered insist insists insisted suggest suggests suggested reveal reveals"
    " revealed declare declares declared stress stresses stressed demand demands demanded urge urges urged propose"
    " proposes proposed call calls called describe describes described blame blames blamed fear fears feared hope hopes"
    " hoped want wants wanted expect expects expected justify justifies justified defend defends defended deny denies"
    " denied feel feels felt see sees saw view views viewed accuse accuses accused praise praises praised thank thanks"
    " thanked fault faults faulted criticise criticises criticised criticize criticizes criticized regret regrets"
    " regretted apologise apologises apologised apologize apologizes apologized accept accepts accepted agree agrees"
    " agreed support supports supported oppose opposes opposed add adds added joke jokes joked state states stated write"
    " writes wrote put advise advises advised reckon reckons reckoned believe believes believed confirm confirms"
    " confirmed dismiss dismisses dismissed reject rejects rejected answer answers answered pledge pledged vow vowed"
)
_QUOTES = (
    "quote quotes quotation quotations comment comments remark remarks statement statements word words line lines"
    " reaction reactions response responses reply replies view views opinion opinions take takes objections thoughts"
    " testimony"
)
_ARGUMENTS = (
    "argument arguments excuse excuses pledge pledges promise promises stance position answer answers joke jokes quip"
    " quips complaint complaints explanation explanations reason reasons reasoning rationale guess guesses tip tips"
    " advice memory memories recollection recollections comeback comebacks retort retorts rejoinder pitch doubt doubts"
    " defence defense soundbite criticism criticisms warning warnings assessment assessments verdict fear fears worry"
    " worries concern concerns version account accounts claim claims prediction predictions forecast forecasts hope"
    " hopes demand demands praise apology denial denials justification boast boasts message case comparison comparisons"
    " guarantee appeal plea proposal proposals suggestion suggestions theory analysis conclusion conclusions description"
    " attack swipe jibe dig rebuke rant story confession admission rebuttal reminder impression impressions estimate"
)
_SAID_THAT = (
    "said says claimed claims insisted insists denied denies argued argues admitted admits complained complains joked"
    " jokes reckons reckoned remarked remarks confessed boasted quipped"
)
_TOLD_THAT = (
    "told tells warned warns pointed moaned moans suggested suggests added explained explains stressed stresses"
    " predicted predicts promised promises pledged pledges vowed called calls described describes compared compares"
    " likened likens noted notes announced announces thinks thought believes believed quoted spoke talked"
    " blamed blames urged urges recalled recalls accepted accepts conceded concedes swore"
    " mocked mocks ridiculed dismissed dismisses praised praises hailed hails slammed criticised criticises criticized"
    " condemned condemns accused accuses branded dubbed wishes wished fears feared doubts doubted questioned demanded"
    " demands begged pleaded teased remembered remembers regretted regrets confided hinted hints signalled signaled wants"
    " hopes hoped feels felt sees laughed cracked grumbled griped whined bragged gushed scoffed sneered fumed raged"
    " advised advises recommended recommends cautioned admired apologised apologized thanked likes"
)
_ALLS = "all every each any both everything anything whatever"
_WHO = r"(?P<who>\S[^?!;]{0,80}?)"
_DOCUMENT = r"(?:['’]s?\s+(?:opinion|statement|letter|speech|memo|books?|report|testimony|e-?mail|note|post|ruling|paper))?"
_ON = (
    r"about|abt|on|re|regarding|concerning|over|of|for|against|to|toward|towards|in|at|as|when|if|whether|that|after"
    r"|before|during|with|from|following|since"
)
_TOPIC = r"(?:[\s,:–—-]+(?P<topic>\S.*))?"
_ON_TOPIC = rf"(?:[\s,:–—-]+(?P<topic>(?:{_ON})\s.+))?"
_TIME = r"(?:day|night|morning|evening|afternoon|weekend|week|time|today|yesterday|tonight)"
_MEETING = (
    r"(?:meeting|interview|hearing|inquest|inquiry|court|trial|press\s+conference|news\s+conference|briefing|debate"
    r"|vigil|rally|ceremony|scene|press|piece|story|article|report|feature|profile|programme|show|podcast)"
)
_EVER = r"(?:(?:has|have|had|ever|actually|also|just|really|exactly|himself|herself|themselves|itself)\s+)*"
_ALL = r"(?:(?:all|every|each|any|both|some|more|full|(?:every|any)thing)(?:\s+(?:single|of|the|other|that))*)"
_OWN = r"(?:(?:own|main|latest|public|direct|full)\s+)?"


_SAYS = rf"(?:{any_of(_SPEAK)}(?:\s+of)?|makes?\s+of|made\s+of|ha(?:ve|s|d)\s+to\s+say)"
"""Words and patterns of questions that ask for somebody's words, or who said some."""
_TRUE = r"true|right|correct|so|accurate|legit|real|fake\s+news|fake|a\s+(?:fact|real\s+story|hoax|myth|lie)|the\s+case"
_TRULY = r"(?:(?:really|actually|still|all)\s+)?"
_SEEN = r"(?:saw|seen|read|been\s+told|was\s+told|were\s+told)"
_POSTED = (
    r"(?:(?:somewhere|online)\s+)?(?:an?\s+(?:\w+\s+)?(?:post|message|tweet|video|story|claim|rumou?r|clip|mail)\s+)?"
    r"(?:(?:on|in)\s+(?:the\s+)?\w+\s+)?(?:that|saying|claiming|which\s+says)"
)
_PASSES_ON = (
    r"(?:says|said|claims|claimed|tells\s+me|told\s+me|swears|reckons|insists|wrote|writes|mails)"
)
_CHECK = r"(?:fact[\s-]?check|check|verify|confirm)"
_AUXILIARIES = "is|was|are|were|did|does|do|has|have|had|will|would|can|could|should"
_NEGATED = "isn't|wasn't|aren't|weren't|didn't|doesn't|don't|hasn't|haven't|hadn't|won't|wouldn't|can't|couldn't"
_BACK = "(?:he|she|it|they|there|we|you|that|this)"
"""The words of those who pass on a claim, or ask whether it is so."""

_MONTHS = "january february march april may june july august september october november december"

LANGUAGE = Language(
    code="en",
    name="English",
    everywhere=True,
    stop_words=words(
        """a about above after again against all also although am among an and any anyone anything are as at be
        because been before being below between both but by can can't cannot could couldn't did didn't do does
        doesn't doing don't down during each either else ever every for from further get gets getting got had
        hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself his how
        however i i'd i'll i'm i've if in into is isn't it it's its itself just let's like many me might more
        most much must mustn't my myself neither no nor not of off on once one only or other ought our ours
        ourselves out over own please rather same say saying says said shall shan't she she'd she'll she's should
        shouldn't since so some someone something such tell tells than that that's the their theirs them
        themselves then there there's these they they'd they'll they're they've thing things this those though
        through to told too toward towards under until up upon us very was wasn't we we'd we'll we're we've were
        weren't what what's when when's where where's whether which while who who's whom whose why why's will
        with within without won't would wouldn't yes yet you you'd you'll you're you've your yours yourself
        yourselves"""
    ),
    listed=False,
    dictionary=True,
    in_names="of for and the on in to",
    definite="the",
    indefinite="a an",
    questions=Questions(
        intents=(
            ("how-old", "how", r"\s+old"),
            (
                "how-much",
                "how",
                r"\s+much(?=\s+(?:money|cash|funding|for)\b|.*\b(?:cost|costs|costing|pay|pays|paid|paying|price|priced"
                r"|worth|spent|spend|spending|raise|raised|earn|earns|earned|owe|owes|owed|charge|charged|fined|bill"
                r"|bills|donate|donated|donations|lend|lent|borrow|borrowed|invest|invested|compensation|salary"
                r"|wages|profit|profits|tax|taxes|debt|debts|fee|fees)\b)",
            ),
            ("how-much", "how", r"\s+(?:pricey|expensive|costly)"),
            (
                "how-long",
                "how",
                r"\s+long(?=\s+(?:did|does|do|will|would|has|have|had|until|till|before|after|for|ago)\b)",
            ),
            (
                "how-big",
                "how",
                r"\s+(?:much\s+)?(?:far|big|large|high|higher|tall|taller|deep|deeper|heavy|heavier|wide|wider|fast|faster|hot|cold)",
            ),
            ("how-many", "how", r"\s+(?:many|much|long|often)"),
            ("how-many", "what|which", r"\s+(?:percentage|percent|proportion|share|number|amount)"),
            ("how-many", "number", r"\s+of"),
            ("when", "when|whens", ""),
            ("when", "what|which", r"\s+(?:year|date|day|month|century|decade|time)"),
            ("when", "in", r"\s+what\s+(?:year|date|day|month|century|decade|time)"),
            ("where", "where|wheres", ""),
            (
                "where",
                "what|which",
                r"\s+(?:country|countries|city|cities|town|village|villages|place|region|state|continent|river)",
            ),
            ("who", "who|whom|whose|whos", ""),
            (
                "who",
                "what|which",
                rf"\s+(?:{_PEOPLE})",
            ),
            ("who", "name|names", rf"\s+of(?=\s.*\b(?:{_PEOPLE})\b)"),
            ("why", "why|whys", ""),
            ("why", "how", r"\s+come"),
            ("why", "what", r"\s+(?:made|caused|causes|led\s+to|prompted|drove|triggered)"),
            ("how", "how|hows", ""),
            ("how", "in", r"\s+(?:what|which)\s+ways?"),
            ("what", "what|whats|which", ""),
        ),
        comparing=(
            ("vs|versus", ""),
            ("compare|compares|compared|comparison|rank|ranks", r"\s+(?:with|to|against|w)"),
            ("difference|differences|gap", r"\s+between"),
            ("before", r"\s+and\s+after"),
        ),
        heads=(
            (
                "how-much",
                words(
                    """cost costs price prices fee fees fare fares bill bills fine fines budget salary wage wages
                    pay payout payouts compensation damages loss losses profit profits revenue revenues
                    turnover sales earnings income debt debts deficit surplus donations funding ransom hit
                    worth value tag"""
                ),
            ),
            (
                "how-many",
                words(
                    """turnout attendance size number numbers amount total count tally headcount percentage percent
                    proportion share rate ratio margin majority vote votes score result toll casualties quantity
                    figure figures temperature population threshold level levels"""
                ),
            ),
            ("how-long", words("duration sentence term")),
            ("how-big", words("length height width depth weight distance speed area")),
            ("how-old", words("age ages")),
            (
                "when",
                words(
                    """date dates day days time hour hours minute month year deadline start birthday anniversary"""
                ),
            ),
            (
                "where",
                words(
                    """venue location site spot place places base address whereabouts birthplace headquarters"""
                ),
            ),
            ("why", words("reason reasons cause causes grounds motive motives excuse rationale")),
            ("compare", words("difference differences comparison")),
        ),
        which=(
            (
                "where",
                words(
                    """courthouse court airport airports school schools hospital hospitals station stations hotel
                    building hall park street road square county counties province district districts islands
                    island continent continents sea lake towns cities regions states area areas venues"""
                ),
            ),
            (
                "who",
                words(
                    """firm company companies firms bank banks carrier airline group groups party parties club team
                    teams union agency body organisation organization charity newspaper publisher mp politicians actors"""
                ),
            ),
        ),
        before_heads=(
            r"(?:(?:what|which|whats)(?:['’]s)?\s+)?(?:(?:is|was|are|were|did|does|will)\s+)?"
            r"(?:(?:the|a|an|any|their|his|her|its|your)\s+)?"
        ),
        indirect=(
            r"(?:know|knows|say|says|said|tell|tells|told|explain|explained|remember|sure|see|hear|idea|ask|asked|and|or|by)"
            r"(?:\s+(?:me|us))?\s+"
        ),
        asking=(
            (
                "how",
                r"\s+(?:much\s+)?(?:old|long|longer|far|further|big|bigger|large|larger|high|higher|tall|taller|deep|deeper"
                r"|heavy|heavier|wide|wider|fast|faster|often|many|much|expensive|costly|pricey)",
            ),
            ("abt|pls|plz|u|ur|please|actually|exactly|really|precisely|vs|versus", ""),
            ("acc", r"\.?\s+to"),
            ("w", "/o?"),
            ("compare|compares|compared", r"\s+w(?:ith)?\b"),
            (
                "arent|cant|couldnt|didnt|doesnt|dont|hadnt|hasnt|havent|hows|im|isnt|ive|lets|shouldnt|thats|theres"
                "|theyre|wasnt|werent|whats|whens|wheres|whos|whys|wont|wouldnt|youre|gonna|wanna",
                "",
            ),
        ),
        around=(
            ("hello|hi|hey|greetings|dear", r"(?:\s+(?:there|bot|all|everyone))?"),
            ("good", r"\s+(?:morning|afternoon|evening|day|night)"),
            ("thanks|thank|thx|cheers|tia", r"(?:\s+(?:you|u))?(?:\s+in\s+advance)?(?!\s+to\b)"),
            ("kindly|ok|okay|so|well|quick", r"(?:\s+question)?"),
            (
                "can|could|would|will",
                rf"\s+(?:you|u|anyone|somebody|someone)\s+(?:please\s+|pls\s+)?{_SHOW}",
            ),
            (
                "tell|show|give|remind|find|get|list|explain|describe|display|quote",
                r"\s+(?:me|us)(?:\s+everything)?",
            ),
            (
                "find|list|show|explain|describe|display",
                r"(?=\s+(?:all|every|the|an?|any|what|who|where|when|how|why|which)\b)",
            ),
            ("quote|quotes|quotation|quotations", r"(?:\s+(?:from|by|of|on|about))?"),
            ("i", r"(?:['’]d|\s+would)?\s+(?:want|need|like|wanna)(?:\s+to)?\s+know"),
            (
                "do|does|did",
                r"\s+(?:you|u|anyone|we)\s+(?:know|have)(?:\s+(?:anything|something|info|information|if))?",
            ),
            (
                "articles|article|info|information|details|news|stories|story|reports|report|update|updates|coverage"
                "|anything|something|everything|facts|background",
                r"\s+(?:on|about|regarding|with|(?:that|which)\s+(?:mentions?|speaks?\s+of)|mentioning)",
            ),
            ("news", r"\s+(?:from|of)"),
            ("what|whats", r"(?:['’]s|\s+is)?\s+new\s+(?:with|on|about|at|in)"),
            ("looking|searching", r"\s+for"),
            (
                "summarize|summarise|summary|overview|recap",
                r"(?:\s+(?:of|the|all|this|an?))*(?:\s+(?:articles?|news|reports?|story|stories))?(?:\s+(?:of|on|about|from))?",
            ),
            ("main|key", r"\s+(?:points|facts|ideas)(?:\s+(?:of|on|about|from))?"),
            ("what", r"\s+do\s+you\s+think\s+(?:about|of)"),
            (
                "which|what",
                r"\s+(?:articles?|stories|reports?)\s+(?:mentions?|covers?|(?:speaks?|talks?|are|is|reports?)\s+(?:of|on|about))",
            ),
            ("forwarded|fwd|fw", r"(?:\s+(?:as\s+received|message|many\s+times))?"),
            ("fact", r"[\s-]*check(?:ed|ing)?"),
            (
                "is|are|was",
                r"\s+(?:it|this|that|these)\s+(?:true|correct|right|real|fake|legit|accurate)(?:\s+that)?",
            ),
            ("true", r"\s+or\s+(?:false|not|fake)"),
            ("question", r"\s*:"),
            (
                "in|from|according",
                r"(?:\s+to)?\s+(?:the|these|this|your)\s+articles?",
            ),
        ),
        chats=(
            ("help", "help|commands|instructions|manual", r"(?:\s+(?:me|page|menu))?(?:\s+out)?"),
            ("help", "stop|cancel|quit|exit|menu", ""),
            ("help", "what", r"\s+can\s+you\s+help\s+(?:me|us)?(?:\s+with)?"),
            ("help", "i", r"\s+(?:need|want)\s+(?:some\s+)?help"),
            (
                "help",
                "how",
                r"\s+(?:do|can|should)\s+(?:i|we|one)\s+(?:use|ask|talk\s+to|search|start|work\s+with)"
                r"(?:\s+(?:you|this|it|here|the\s+bot|this\s+bot|(?:a\s+)?questions?|something|things))*",
            ),
            ("help", "how", r"\s+(?:do|does)\s+(?:you|u|this|the\s+bot|this\s+bot)\s+work"),
            (
                "help",
                "how",
                r"\s+(?:am\s+i\s+supposed\s+)?to\s+(?:use|ask|search|start)(?:\s+(?:you|this|it|the\s+bot|this\s+bot))?",
            ),
            (
                "help",
                "i",
                r"\s+(?:do\s+not|don['’]?t)\s+(?:understand|know|get)(?:\s+(?:how|what)\s+(?:to\s+)?(?:use|ask|do|type|say|this"
                r"|it|works|the\s+bot|\s)*)?",
            ),
            (
                "help",
                "what|which",
                r"\s+(?:are\s+(?:the|your)\s+)?commands(?:\s+are\s+there|\s+do\s+you\s+have)?",
            ),
            ("help", "show|list|give", r"(?:\s+(?:me|us))?(?:\s+(?:all|the))*\s+commands"),
            (
                "help",
                "what",
                r"\s+(?:can|should|may|do)\s+i\s+(?:ask|type|write|say|do)(?:\s+(?:you|here|about|now))*",
            ),
            ("help", "what", r"\s+(?:kind\s+of\s+)?questions\s+can\s+(?:i|you)\s+(?:ask|answer)"),
            (
                "identity",
                "who|what",
                r"(?:\s+are|\s+r)\s+(?:you|u)(?:\s+(?:exactly|really|anyway|for))?",
            ),
            ("identity", "what", r"\s+(?:can|do)\s+(?:you|u)\s+do(?:\s+for\s+(?:me|us))?"),
            (
                "identity",
                "what|whats",
                r"(?:['’]s|\s+is)?\s+(?:this\s+bot|this\s+thing|your\s+(?:name|job|purpose))(?:\s+(?:for|about))?",
            ),
            (
                "identity",
                "are",
                r"\s+(?:you|u)\s+(?:an?\s+)?(?:bot|robot|human|person|real|ai|machine|chatgpt|there)(?:\s+or\s+(?:an?\s+)?(?P<any>\w+))?",
            ),
            (
                "identity",
                "who",
                r"\s+(?:made|built|created|programmed|developed|wrote|trained|runs|owns|pays|controls|is\s+behind)\s+(?:you|this\s+bot)",
            ),
            (
                "identity",
                "who|whos",
                r"(?:['’]s|\s+is|\s+are)?\s+your\s+(?:boss|owner|creator|maker|developer|programmer|master|operator|admin|father"
                r"|mother|dad|mum|mom|parents|friend|friends|god|ceo)s?",
            ),
            ("identity", "who", r"\s+(?:do|are)\s+you\s+(?:work|working)\s+for"),
            ("identity", "what", r"\s+are\s+you\s+(?:doing|thinking|wearing|made\s+of)"),
            (
                "identity",
                "which|what",
                r"\s+(?:ai\s+)?(?:model|bot|version|ai|llm)\s+(?:are|do)\s+you(?:\s+(?:use|run))?",
            ),
            (
                "identity",
                "do",
                r"\s+you\s+(?:(?:really|even)\s+)*(?:love|like|hate|have|want|use|think|feel|sleep|eat|dream|exist|lie|learn)"
                r"(?:\s+(?:me|us|a|any|to|feelings|emotions|name|friends|brain|soul|chatgpt|ai|opinions?|opinion|sleep|food))*",
            ),
            ("identity", "will|can", r"\s+you\s+(?:marry|love|kiss|hear|see|understand)\s+me"),
            ("identity", "tell", r"(?:\s+(?:me|us))?\s+(?:something\s+)?about\s+(?:you|yourself)"),
            ("identity", "you", r"\s+(?:suck|rock|lie|lied|stink|again)"),
            ("identity", "fuck|screw|damn|shut", r"\s+(?:you|off|up)"),
            ("identity", "how", r"\s+old\s+are\s+you"),
            (
                "identity",
                "what|whats",
                r"(?:['’]s|\s+is)?\s+this(?:\s+(?:all\s+)?(?:here|about|for))?",
            ),
            ("help", "give|show", r"\s+(?:me|us)\s+(?:an?|some)\s+examples?(?:\s+questions?)?"),
            (
                "writing",
                "tell",
                r"\s+(?:me|us)\s+something(?:\s+(?:funny|interesting|new|nice|else|cool))?",
            ),
            ("identity", "where", r"\s+are\s+you(?:\s+from)?"),
            (
                "objection",
                "no|nope|nah",
                rf",?\s+(?:you|u|that|this|it)(?:(?:['’](?:re|s)|\s+(?:are|is|was))?\s+(?:all\s+)?(?:wrong|incorrect|nonsense)"
                rf"|{_NOT}\s+(?:it|true|right|correct|what\s+i\s+(?:asked|meant|wanted)(?:\s+(?:for|about))?))",
            ),
            (
                "objection",
                "wrong|incorrect|nonsense|rubbish|bullshit|nope|nah",
                r"(?:\s+(?:answer|one|again|excerpt|article|person|place))?",
            ),
            (
                "objection",
                "you|youre|ur|that|thats|this|it|its",
                r"(?:['’](?:re|s)|\s+(?:are|r|is|was))?\s+(?:(?:so|just|still|simply|totally|completely|all)\s+)*"
                r"(?:wrong|incorrect|mistaken|nonsense|rubbish|bullshit|lying)",
            ),
            (
                "objection",
                "that|thats|this|it|its",
                rf"{_NOT}\s+(?:what\s+i\s+(?:asked|meant|wanted|said)(?:\s+(?:for|about))?|(?:an|the|my|the\s+right)\s+(?:answer|question)|an\s+answer\s+to\s+my\s+question)",
            ),
            (
                "objection",
                "that|thats|this|it|its",
                rf"{_NOT}\s+(?:true|right|correct|helpful|useful)",
            ),
            (
                "objection",
                "that|this|it|you",
                r"\s+(?:(?:does|did)\s+not|(?:doesn|didn)['’]t|doesnt|didnt)\s+answer(?:\s+(?:me|(?:my|the)\s+question))?",
            ),
            (
                "objection",
                "i",
                r"\s+(?:did\s+not|didn['’]t|didnt)\s+(?:ask|mean)(?:\s+(?:for|about))?\s+(?:that|this)",
            ),
            (
                "objection",
                "not",
                r"\s+(?:true|right|correct|helpful|useful|what\s+i\s+(?:asked|meant|wanted)(?:\s+(?:for|about))?)",
            ),
            (
                "identity",
                "you|youre|ur",
                r"(?:['’]re|\s+are|\s+r)?\s+(?:(?:so|very|really|just|such|an?|not|the)\s+)+(?P<any>\w+)",
            ),
            ("identity", "you|youre|ur", r"(?:['’]re|\s+are|\s+r)\s+(?P<any>\w+)"),
            ("identity", "i", r"\s+(?:love|like|hate)\s+(?:you|u|this\s+bot)"),
            ("identity", "is", r"\s+(?:anybody|anyone|somebody)\s+there"),
            ("identity", "introduce", r"\s+yourself"),
            (
                "greeting",
                "hello|hi|hey|hiya|greetings|howdy|yo|sup",
                r"(?:\s+(?:there|all|everyone|again))?",
            ),
            ("greeting", "hello", r"\s+world"),
            ("greeting", "good", r"\s+(?:morning|afternoon|evening|day|night)"),
            ("greeting", "how", r"\s+(?:are|r)\s+(?:you|u)(?:\s+(?:doing|today))*"),
            ("greeting", "how", r"(?:['’]s|s|\s+is)?\s+it\s+going"),
            ("greeting", "what|whats", r"(?:['’]s|\s+is)?\s+up"),
            ("greeting", "morning|evening|wassup", ""),
            ("greeting", "bye|goodbye|cya", r"(?:\s+bye)?"),
            ("greeting", "see", r"\s+(?:you|ya|u)(?:\s+(?:later|soon|tomorrow|around))?"),
            ("greeting", "nice", r"\s+to\s+meet\s+you"),
            (
                "thanks",
                "thanks|thank|thx|ty|tnx|cheers",
                r"(?:\s+(?:you|u|a\s+lot|so\s+much|very\s+much|again|for\s+(?:the|your|this|that)\s+(?:help|answers?|info)|(?:that|this|it)\s+(?:helped|helps|works)|bye))*",
            ),
            (
                "thanks",
                "great|good|nice|cool|perfect|awesome|wonderful|excellent|super|well|ok|okay|lol|lmao|haha|wow",
                r"(?:\s+(?:job|work|answer|bot|one|done|to\s+know|thank|thanks|you))*",
            ),
            (
                "thanks",
                "that|this|it",
                r"(?:['’]s|\s+is|\s+was)\s+(?:(?:so|very|really)\s+)*(?:helpful|great|good|nice|cool|perfect|useful|awesome|excellent)",
            ),
            ("thanks", "that", r"\s+(?:helps|helped)(?:\s+(?:me|a\s+lot))*"),
            ("thanks", "much", r"\s+(?:appreciated|obliged)"),
            ("thanks", "got", r"\s+it"),
            ("thanks", "i", r"\s+(?:see|understand|get\s+it)"),
            ("thanks", "understood|alright|fine|noted", ""),
            (
                "summary",
                "short",
                r"\s+(?:version|summary)",
            ),
            ("summary", "shorter", ""),
            (
                "summary",
                "summarize|summarise|summary|tldr|sum|recap|overview|digest|synopsis",
                rf"(?:\s+up)?(?:\s+(?:of|for))?(?:\s+(?:{_ARTICLES}|(?:the|your)\s+(?:last\s+)?answer))?(?:\s+up)?",
            ),
            (
                "more",
                "more|next|continue|another",
                r"(?:\s+(?:one|excerpts?|results?|answers?|quotes?|of\s+(?:this|that)))?",
            ),
            (
                "more",
                "show|tell|give",
                r"(?:\s+(?:me|us))?\s+more(?:\s+(?:excerpts?|results?|answers?|quotes?))?",
            ),
            ("more", "go", r"\s+on"),
            ("more", "anything|what", r"\s+else"),
            ("summary", "tl", r";?\s*dr"),
            (
                "summary",
                "give|make|write|get|show|provide|i",
                r"(?:\s+(?:need|want))?(?:\s+(?:me|us))?\s+(?:an?|the)\s+(?:(?:short|brief|quick|general)\s+)?"
                rf"(?:summary|overview|recap|digest|synopsis|gist)(?:\s+(?:of|from)\s+{_ARTICLES})?",
            ),
            ("summary", "what", rf"\s+do\s+(?:all|the|these|your)\s+{_SOURCES}\s+say"),
            (
                "summary",
                "what|whats",
                rf"(?:['’]s|\s+is|\s+are)?\s+the\s+(?:gist|main\s+points?|key\s+points?|main\s+ideas?)(?:\s+(?:of|in)\s+{_ARTICLES})?",
            ),
            (
                "sources",
                "list|show|give|display|name|see",
                r"(?:\s+(?:me|us))?(?:\s+(?:a|the)\s+list\s+of)?(?:\s+(?:all|the|your|these|of|available))*"
                rf"\s+{_SOURCES}(?:\s+(?:you\s+(?:have|know|use)|there\s+are|available))?",
            ),
            ("sources", "articles|sources|headlines", ""),
            (
                "sources",
                "news|latest|newest",
                r"(?:\s+(?:news|headlines|articles|updates))?(?:\s+today)?",
            ),
            (
                "sources",
                "any|what|whats",
                r"(?:['’]s|\s+is|\s+are)?(?:\s+the)?(?:\s+latest)?\s+(?:new|news|latest|happening|going\s+on)(?:\s+today)?",
            ),
            (
                "sources",
                "what|which",
                rf"\s+{_SOURCES}\s+(?:(?:do|are|can|have)\s+)(?:you|there|i|in)(?:\s+(?:have|know|use|read|got|ask|search|here|about"
                r"|(?:the|your)\s+(?:collection|database|archive)))*",
            ),
            (
                "sources",
                "how",
                r"\s+many\s+(?:articles|sources|documents)(?:\s+(?:are\s+there|do\s+you\s+have|have\s+you(?:\s+got)?"
                r"|are\s+in\s+the\s+(?:collection|database|archive)))?",
            ),
            ("sources", "what", r"\s+(?:do|topics\s+do)\s+you\s+(?:know|cover|have)(?:\s+about)?"),
            (
                "sources",
                "what|whats",
                r"(?:['’]s|\s+is|\s+are)?(?:\s+(?:in|all|the|these|your))+"
                rf"\s+(?:{_SOURCES}|collection|database|archive)(?:\s+(?:all|about))*",
            ),
            (
                "who-wrote",
                "where",
                r"\s+(?:did|do)\s+you\s+(?:get|take|find|have)\s+(?:this|that|it)(?:\s+from)?",
            ),
            (
                "sources",
                "where",
                r"\s+(?:do|did)\s+you\s+(?:get|have|take)\s+(?:this|your|the|that|all\s+this)(?:\s+(?:info|information|news|answers?|data))?"
                r"(?:\s+from)?",
            ),
            (
                "sources",
                "which|what",
                rf"\s+{_PIECES}\s+(?:(?:that|which)\s+)?{_TALK}\s+(?P<topic>.{{2,80}}?){_IN_ARTICLES}",
            ),
            (
                "sources",
                "what",
                rf"(?:\s+else)?\s+(?:do|have)\s+you\s+(?:have|got)\s+(?:on|about|regarding)\s+(?P<topic>.{{2,80}}?){_IN_ARTICLES}",
            ),
            (
                "sources",
                "do|have",
                rf"\s+you\s+(?:have\s+|got\s+)?(?:any|anything|something|some)(?:\s+{_PIECES})?\s+(?:on|about|regarding)"
                rf"\s+(?P<topic>.{{2,80}}?){_IN_ARTICLES}",
            ),
            (
                "sources",
                "is|are",
                rf"\s+there\s+(?:(?:any|some)\s+{_PIECES}|anything)\s+(?:on|about|regarding)"
                rf"\s+(?P<topic>.{{2,80}}?){_IN_ARTICLES}",
            ),
            (
                "sources",
                "any",
                r"\s+(?:articles?|stories)\s+(?:on|about|regarding)\s+(?P<topic>.{2,80}?)",
            ),
            ("sources", "anything", r"\s+(?:on|about|regarding)\s+(?P<topic>.{2,80}?)"),
            (
                "sources",
                "list|show|find|give|search|get",
                rf"(?:\s+(?:me|us|for))?(?:\s+(?:all|any|every|the|your))*\s+{_PIECES}\s+(?:(?:that|which)\s+)?"
                rf"(?:(?:on|about|regarding|mentioning|covering)|{_TALK})\s+(?P<topic>.{{2,80}}?)",
            ),
            (
                "sources",
                "articles|stories",
                r"\s+(?:on|about|regarding|mentioning|that\s+mention)\s+(?P<topic>.{2,80}?)",
            ),
            (
                "speakers",
                "who|which",
                rf"(?:\s+are\s+(?:all\s+)?the)?\s+(?:people|persons|speakers)(?:\s+(?:who\s+)?(?:are|were))?\s+(?:quoted|cited)"
                rf"(?:\s+(?:here|in\s+{_ARTICLES}))?",
            ),
            (
                "speakers",
                "who",
                rf"(?:['’]s|\s+is|\s+are|\s+gets)\s+(?:all\s+)?(?:quoted|cited|mentioned)(?:\s+(?:here|in\s+{_ARTICLES}))?",
            ),
            (
                "speakers",
                "who",
                rf"\s+(?:speaks|talks|are\s+the\s+speakers|do\s+you\s+quote|are\s+you\s+quoting)(?:\s+(?:here|in\s+{_ARTICLES}))?",
            ),
            (
                "speakers",
                "list|show|give|name",
                r"(?:\s+(?:me|us))?(?:\s+a\s+list\s+of)?(?:\s+(?:all|the|every|of))*\s+(?:people|persons|speakers|everyone|everybody|quotes|quotations|names)"
                rf"(?:\s+(?:who|that))?(?:\s+(?:is|are|were|you))?(?:\s+(?:quoted|cited|quote|mentioned|named))?(?:\s+(?:here|in\s+{_ARTICLES}))?",
            ),
            ("speakers", "speakers|quotes|quotations", ""),
            ("speakers", "who", r"\s+(?:said|says)\s+what"),
            (
                "timeline",
                "timeline|chronology",
                rf"(?:\s+(?:of|for)\s+(?:{_ARTICLES}|(?:the\s+)?events|(?P<topic>.{{2,80}}?)))?",
            ),
            (
                "timeline",
                "give|show|make|create|build|draw|write|get|i",
                r"(?:\s+(?:need|want))?(?:\s+(?:me|us))?\s+(?:an?|the)\s+(?:(?:short|full|complete|brief|quick)\s+)?"
                rf"(?:timeline|chronology)(?:\s+(?:of|for|about|on)\s+(?:{_ARTICLES}|(?:the\s+)?events|(?P<topic>.{{2,80}}?)))?",
            ),
            ("timeline", "what", r"\s+happened\s+when"),
            ("timeline", "chronological", r"\s+order"),
            (
                "timeline",
                "can|could|may",
                r"\s+(?:i|we)\s+(?:have|get|see)\s+an?\s+(?:timeline|chronology)(?:\s+(?:of|for|about|on)\s+(?P<topic>.{2,80}?))?",
            ),
            (
                "timeline",
                "list|show",
                r"(?:\s+me)?(?:\s+(?:all|the))+\s+(?:dates|events)(?:\s+in\s+order)?",
            ),
            (
                "who-wrote",
                "who|whos",
                rf"(?:['’]s|\s+is)?\s+(?:wrote|published|reported|the\s+(?:author|writer|journalist|reporter|publisher))"
                rf"(?:\s+of)?\s+{_THIS}",
            ),
            (
                "who-wrote",
                "who",
                r"(?:['’]s|\s+is)\s+the\s+(?:author|writer|journalist|reporter|publisher)",
            ),
            ("who-wrote", "source|author|publisher", ""),
            (
                "who-wrote",
                "what|whats",
                rf"(?:['’]s|\s+is)?\s+(?:the|your)\s+source(?:\s+(?:of|for)\s+{_THIS})?",
            ),
            ("who-wrote", "where|what", rf"(?:['’]s|\s+is)\s+{_THIS}\s+from"),
            (
                "who-wrote",
                "which|what",
                rf"\s+(?:article|newspaper|source|paper)\s+is\s+{_THIS}(?:\s+(?:from|in))?",
            ),
            ("who-wrote", "when", rf"\s+was\s+(?:{_THIS}|it)\s+(?:written|published)"),
            (
                "who-said",
                "who",
                r"\s+(?:said|says|told\s+(?:you|us))(?:\s+(?:this|that|so|it|these\s+words))?(?:\s+here)?",
            ),
            (
                "who-said",
                "who",
                r"(?:['’]s|\s+is)\s+(?:speaking|talking|quoted\s+here|the\s+speaker)(?:\s+here)?",
            ),
            ("who-said", "whose", r"\s+(?:words|quotes?)\s+(?:are|is)\s+(?:this|that|these|those)"),
            ("who-wrote", "link|url|proof", ""),
            ("who-wrote", "give|show|send", r"(?:\s+(?:me|us))?\s+(?:the|a)\s+(?:link|url|source)"),
            (
                "who-wrote",
                "where",
                rf"\s+can\s+i\s+(?:read|find)\s+(?:more\s+about\s+)?(?:{_THIS}|it)",
            ),
            (
                "doubt",
                "are",
                r"\s+you\s+(?:really\s+|quite\s+)?(?:sure|certain)(?:\s+about\s+(?:this|that|it))?",
            ),
            ("doubt", "how", r"\s+sure\s+are\s+you(?:\s+about\s+(?:this|that|it))?"),
            ("doubt", "prove", r"\s+(?:it|this|that)"),
            ("doubt", "really|seriously", ""),
            ("doubt", "can", r"\s+(?:i|we|one)\s+(?:trust|believe)\s+(?:this|that|it|you)"),
            ("doubt", "how", r"\s+do\s+you\s+know(?:\s+(?:this|that))?"),
            (
                "doubt",
                "is|was",
                r"\s+(?:that|this|it)\s+(?:(?:really|even|actually)\s+)?(?:true|correct|right|real|accurate|reliable|legit|fake|false)"
                r"(?:\s+or\s+(?:not|false|fake))?",
            ),
            (
                "identity",
                "are",
                r"\s+(?:you|u)\s+(?:(?:so|really|just|an?|on|the)\s+)*(?P<any>\w+)(?:\s+or\s+(?:an?\s+)?\w+)?",
            ),
            (
                "who-said",
                "who",
                r"(?:['’]s|\s+is)\s+(?:this|that)\s+(?:quote|quotation)\s+(?:from|by)",
            ),
            ("who-said", "says|according", r"(?:\s+to)?\s+(?:who|whom)"),
            (
                "translation",
                "translate|translation",
                rf"(?:\s+(?:of\s+)?{_ARTICLES})?(?:\s+(?:in|into|to)\s+\w+)?",
            ),
            (
                "translation",
                "do",
                r"\s+you\s+(?:(?:speak|know|understand)\s+(?:english|german|spanish|russian|ukrainian|french|italian|polish"
                r"|chinese|arabic|turkish|portuguese|dutch)|speak\s+(?P<any>\w+))",
            ),
            ("translation", "what|which", r"\s+languages?\s+do\s+you\s+(?:speak|know|understand)"),
            ("translation", "say", r"\s+(?:it|this|that)\s+in\s+\w+"),
            ("translation", "translate", r"\s+.{1,100}\s(?:in|into|to)\s+\w+"),
            (
                "translation",
                "in|answer|speak",
                r"\s+(?:in\s+)?(?:english|german|spanish|russian|ukrainian|french)",
            ),
            ("writing", "write|compose|draw|paint|sing|code", r"\s+(?:me|us)\b.{0,100}"),
            ("writing", "write|generate", r"\s+(?:some\s+)?code(?:\s+for\s+me)?"),
            (
                "writing",
                "write|compose|draft|generate|create|make",
                r"(?:\s+(?:me|us))?\s+(?:an?|some|my)\s+(?:\w+\s+){0,2}?(?:essay|poem|email|e-mail|letter|article|story|code|song|joke"
                r"|tweet|post|speech|headline|report|script|program|haiku|blog|caption|image|picture)\b.{0,100}",
            ),
            (
                "writing",
                "tell",
                r"\s+(?:me|us)\s+(?:an?|another|some)\s+(?:joke|jokes|story|poem)\b.{0,60}",
            ),
            (
                "clock",
                "what",
                r"\s+(?:time|day|date|year|month)\s+is\s+(?:it|today)(?:\s+(?:now|today|right\s+now|there|here))*",
            ),
            (
                "clock",
                "what|whats",
                r"(?:['’]s|\s+is)?\s+(?:the\s+)?(?:time(?:\s+now)?|(?:current\s+|today['’]?s\s+)(?:time|date)|date\s+today)",
            ),
            (
                "test",
                "test|testing|ping|asdf|qwerty|foo",
                r"(?:[\s,.]+(?:test|testing|message|one|two|three|bar|[0-9]+))*",
            ),
            (
                "arithmetic",
                "what|whats|calculate|compute|how|solve",
                rf"(?:['’]s|\s+is|\s+much\s+is)?\s+{_A_SUM}",
            ),
            (
                "objection",
                "you",
                r"\s+(?:(?:have|did)\s+)?(?:misunderstood|misunderstand|misread)(?:\s+(?:me|this|that|it|my\s+question|the\s+question))?",
            ),
            ("objection", "try", r"\s+(?:it\s+)?again"),
            ("objection", "bad|stupid|useless|terrible", r"\s+(?:answer|bot|one)"),
            (
                "objection",
                "that|this|it",
                r"\s+(?:makes|made|does\s+not\s+make|doesn['’]t\s+make)\s+(?:no|any)?\s*sense",
            ),
        ),
        courtesies=(
            r"please|pls|plz|thanks|thx|hi|hello(?:\s+there)?|hey|ok|okay|so|and|then|now|just|kindly|bot|sir|dear|for\s+me|to\s+me"
            r"|(?:can|could|would|will)\s+(?:you|u)|i(?:\s+would|['’]d)?\s+(?:want|like)\s+(?:you\s+)?to"
        ),
        quoting=(
            ("what|how", rf"(?:\s+else)?\s+(?:did|does|do)\s+(\S.{{0,80}}?)\s+(?:{_SAY})"),
            ("what", rf"(?:\s+else)?\s+(?:has|have|had)\s+(\S.{{0,80}}?)\s+(?:{_SAID})"),
            ("what", rf"(?:\s+else)?\s+(?:is|are|was|were)\s+(\S.{{0,80}}?)\s+(?:{_SAYING})"),
            ("what", rf"\s+(\S.{{0,80}}?)\s+(?:says|{_SAID})"),
        ),
        according=(("according|acc", r"\.?\s+to"),),
        recent=(
            (
                "latest|newest|recent",
                r"\s+(?:news|updates?|developments?|information|info|reports?|articles?|stories|story)(?:\s+(?:on|about|from))?",
            ),
            ("latest|newest|recent|recently|currently|nowadays|today|yesterday|now", ""),
            ("most", r"\s+recent(?:ly)?"),
            ("right", r"\s+now"),
            ("this", r"\s+(?:week|month|morning|evening|afternoon)"),
            ("last", r"\s+(?:night|week)"),
            ("these", r"\s+days"),
        ),
        counts=(
            ("how", r"\s+many\s+(?:more\s+|other\s+|different\s+)?(.*)"),
            ("number", r"\s+of\s+(.*)"),
        ),
        naming=r"names?\s+of\s+(?:(?:the|a|an)\s+)?(?:(?:two|three|four|five|other)\s+)?|^(?:which|what)\s+(?:two|three|four)\s+",
        open=(
            r"n['’]t\b|\b(?:will|would|could|may|might|should|shall|can|not|never|to\s+be|going|plan(?:s|ned)?|want(?:s|ed)?"
            r"|refus(?:e|es|ed)|den(?:y|ies|ied))\b"
        ),
        polar="any|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|must",
        about="about|regarding|concerning",
        reasons=(
            r"because|since|due\s+to|owing\s+to|so\s+that|in\s+order\s+to|reasons?|after|as|to|led\s+to|cit(?:ed|ing)"
            r"|blam(?:e|ed|es|ing)|result(?:ed|s|ing)?|cause[ds]?|causing|thanks\s+to|prompt(?:ed|s|ing)|amid|over|for"
        ),
        about_at_end="on|over",
        shaping=words(
            """people person persons place places time times year years day days way ways kind kinds type types sort
            sorts number numbers amount amounts name names named happen happens happened happening make makes
            making made use uses using used go goes going went gone come comes coming came give gives giving gave
            given take takes taking took taken know knows knew known think thinks thought call calls called find
            finds found mean means meant bad badly good well great happy news update updates"""
        ),
        civilities=words("bye cheers goodbye hello hey hi lol ok okay sorry thank thanks thx"),
        then=(
            r"sa(?:y|ys|id|ying)|claim(?:s|ed)?|warn(?:s|ed)?|told|announced?|reported?|published|wrote|written"
            r"|happen(?:s|ed|ing)?|articles?|news|reports?|stories|story|coverage|headlines?"
        ),
        not_then=(
            r"about|regarding|concerning|will|won['’]t|would|going\s+to|plans?|planned|expect(?:s|ed)?|forecast"
            r"|predict(?:s|ed)?|since|until|before|after|between|by"
        ),
    ),
    speech_requests=SpeechRequests(
        firm=(
            (
                words(f"{_SPEAK} make makes made"),
                rf"(?:what|how)(?:\s+(?:else|exactly|all))?\s+(?:did|does|do|has|have|had)\s+{_WHO}{_DOCUMENT}\s+"
                rf"{_EVER}{_SAYS}{_TOPIC}",
            ),
            (
                words("saying telling"),
                rf"what(?:\s+else)?(?:\s+(?:is|are|was|were)|['’]s)\s+{_WHO}\s+(?:saying|telling){_TOPIC}",
            ),
            (
                words(_SPEAK),
                rf"(?:has|have|had|did|does)\s+{_WHO}\s+{_EVER}(?:said|say|commented|comment|spoken|speak)(?:\s+(?:anything|something|a\s+word))?{_TOPIC}",
            ),
            (
                words(_ALLS),
                rf"(?:{_ALL}|whatever)\s+{_WHO}\s+{_EVER}{_SAYS}(?:\s+(?:or|and)\s+\w+)?{_TOPIC}",
            ),
            (
                words(_QUOTES),
                rf"(?:{_ALL}\s+|the\s+|any\s+)*{_OWN}{any_of(_QUOTES)}\s+(?:from|by)\s+{_WHO}{_ON_TOPIC}",
            ),
            (words(_ALLS), rf"{_ALL}\s+(?:from|by)\s+{_WHO}{_ON_TOPIC}"),
            (
                words(_ALLS),
                rf"{_WHO}(?:\s*[,:–—]|\s+-)\s*{_ALL}\s+(?:(?:he|she|they|it)\s+{_EVER}(?:said|says|say)"
                rf"|{_OWN}{any_of(_QUOTES)}){_TOPIC}",
            ),
            (words("quote"), rf"quote\s+(?:me\s+)?{_WHO}{_ON_TOPIC}"),
            (
                words(_SPEAK),
                rf"(?P<topic>\S.+?)\s*[,:–—-]+\s+what\s+(?:did|does|do|has|have)\s+{_WHO}\s+{_EVER}(?:say|said|think)",
            ),
            (
                words("said says"),
                r"(?:who|whom)\s+(?:(?P<who>(?:from|at|in|on)\s.+?)\s+)?(?:said|says)\s+(?:that\s+)?(?P<words>.+)",
            ),
            (
                words("pointed quoted"),
                r"(?:who|whom)\s+(?:pointed\s+out|(?:was|is)\s+quoted\s+(?:as\s+)?saying)\s+(?:that\s+)?(?P<words>.+)",
            ),
            (
                words("whose"),
                r"whose\s+(?:words|quote|line|remark|comment|phrase|statement)s?\s+(?:are|is|was|were)\s+"
                r"(?:(?:it|this|these|that)\s+)*[:,–—-]*\s*(?P<words>.+)",
            ),
            (
                words("phrase words"),
                r"(?:who|whom)\s+(?:used|coined)\s+the\s+(?:phrase|words)\s+(?:about\s+)?(?P<words>.+)",
            ),
            (words("said"), r"(?P<words>\S.+?)[\s,:–—-]+who\s+said\s+(?:that|this|it|so)"),
        ),
        owned=(
            (
                words(f"{_QUOTES} {_ARGUMENTS}"),
                rf"(?:what(?:['’]s|\s+is|\s+was|\s+were|\s+are)\s+)?(?:{_ALL}\s+|the\s+)*{_WHO}(?:['’]s?)?\s+{_OWN}"
                rf"{any_of(f'{_QUOTES} {_ARGUMENTS}')}(?:\s+and\s+\w+)?{_TOPIC}",
            ),
            (
                words(f"{_QUOTES} {_ARGUMENTS}"),
                rf"(?:{_ALL}\s+|the\s+|what\s+(?:is|was|were|are)\s+)*{_OWN}{any_of(_ARGUMENTS)}\s+(?:from|by|of)\s+{_WHO}"
                rf"{_ON_TOPIC}",
            ),
        ),
        likely=(
            (words("according"), rf"according\s+to\s+{_WHO},\s*(?P<topic>.+)"),
            (
                words("say said think tell told"),
                rf"why\s+(?:did|does|do|has|have)\s+{_WHO}\s+{_EVER}(?:say|said|think|tell|told){_TOPIC}",
            ),
            (
                words(_SPEAK),
                rf"what\s+{_WHO}\s+{_EVER}(?:said|says|told|thinks|thought|to\s+say|makes\s+of){_TOPIC}",
            ),
            (
                words(_ALLS),
                rf"(?:{_ALL}|whatever)\s+{_WHO}\s+{_EVER}{any_of(_CLAIM)}(?:\s+(?:or|and)\s+\w+)?{_TOPIC}",
            ),
            (
                words(_CLAIM),
                rf"(?:what|how|who|whom|why)\s+(?:did|does|do|has|have)\s+{_WHO}\s+{_EVER}(?P<topic>{any_of(_CLAIM)}"
                r"(?:\s.*)?)",
            ),
            (
                words(_CLAIM),
                rf"(?:did|does|do|has|have)\s+{_WHO}\s+{_EVER}(?P<topic>{any_of(_CLAIM)}(?:\s.*)?)",
            ),
            (
                words(f"{_SAID_THAT} {_TOLD_THAT}"),
                rf"(?:which|what)\s+(?P<who>\S.*?)\s+{any_of(f'{_SAID_THAT} {_TOLD_THAT}')}\s+(?:that\s+)?(?P<words>.+)",
            ),
            (
                words(f"{_SAID_THAT} {_TOLD_THAT}"),
                rf"(?:who|whom)\s+(?:(?P<who>(?:from|at|in|on)\s.+?)\s+)?{any_of(f'{_SAID_THAT} {_TOLD_THAT}')}\s+(?:that\s+)?(?P<words>.+)",
            ),
            (
                words("whose"),
                r"whose\s+(?:complaint|joke|claim|view|argument|warning|excuse|advice|verdict|description|fear)s?\s+"
                r"(?:are|is|was|were)\s+(?:(?:it|this|that)\s+)*(?P<words>.+)",
            ),
            (
                words("on about re abt regarding"),
                rf"{_WHO}\s+(?P<topic>(?:on|about|re|abt|regarding)\s.+)",
            ),
            (words("according acc"), rf"(?P<topic>\S.+?),?\s+(?:according|acc)\s+to\s+{_WHO}"),
            (words("per from"), rf"(?P<topic>\S.+?),\s+(?:per|from)\s+{_WHO}"),
        ),
        before=(
            r"(?:hi|hello|hey|so|ok|okay|please|pls|plz|and|but|well)\b[,!.]?",
            r"(?:can|could|would|will)\s+(?:you|u)(?:\s+please)?",
            r"(?:tell|show|give|get|find|send|list|read)\s+(?:me|us)\b(?:\s+again)?",
            r"(?:i\s+(?:need|want|am\s+looking\s+for)|i['’]m\s+looking\s+for|looking\s+for)\b",
        ),
        after=(
            r"(?:please|pls|plz|thanks|thx|ta)",
            r"(?:in|at)\s+(?:full|detail|length)",
            r"in\s+(?:his|her|their|its)\s+own\s+words|word\s+for\s+word|verbatim|exactly",
            r"(?:all|the\s+whole)\s+of\s+it|so\s+far|to\s+date|please\s+and\s+thank\s+you",
        ),
        about=(
            "about|abt|on|re|regarding|concerning|over|of|for|against|to|toward|towards|in|at|as|that|with|from|if"
            "|whether|following"
        ),
        occasion=(
            r"(?:after|before|during|when|while|as|following|upon)\s.+"
            rf"|(?:on|in|at|that|this)\s+(?:the\s+|that\s+)?(?:\w+\s+)?{_TIME}(?:\s+(?:of|after|before|when|one)\b.*)?"
            r"|on\s+(?:the\s+)?(?:phone|telephone|radio|tv|television|air|stand|stage|pitch|doorstep|way\s+\w+)"
            rf"|(?:in|at|from|to)\s+(?:the\s+|that\s+|this\s+)?(?:\w+\s+)?{_MEETING}"
        ),
        audience=(
            r"(?:(?:tell|tells|told)\s+(?!(?:about|of|on|how|why|what|whether)\b)|\w+\s+to\s+(?=.+\sabout\s))"
            r".+?(?:\s+(?:about|regarding|concerning|that|how|why|what|whether)\s+(?P<topic>.+))?"
        ),
        nobody=words(
            """people everybody everyone anybody anyone somebody someone nobody they we you he she it i one this that
            these those article articles text blog interview story stories piece news paper report reports page author
            authors writer source sources"""
        ),
        anybody=words(
            """man woman guy bloke lady person chap fellow expert official officials people"""
        ),
        roles_alike="""
            boss chief head chair chairman chairwoman chairperson president director leader manager owner founder
            executive ceo supremo; cop officer constable inspector superintendent sergeant detective;
            lawyer barrister attorney counsel solicitor advocate defence defense; prosecutor prosecuting prosecution;
            trucker driver lorry haulier; teacher tutor; head headteacher principal headmaster headmistress;
            professor academic scholar scientist researcher lecturer don; scientist researcher expert biologist
            chemist physicist hydrologist toxicologist geologist engineer; medic doctor physician gp surgeon
            pathologist consultant; nurse medic carer; spokesman spokeswoman spokesperson; envoy ambassador
            diplomat; minister secretary; governor gov; senator sen; representative rep congressman congresswoman
            lawmaker mp legislator; lawmaker senator; boss coach manager trainer gaffer skipper; captain skipper;
            player striker midfielder defender keeper goalkeeper forward winger footballer pitcher batter catcher
            scorer; shopkeeper trader grocer baker merchant; farmer sheep keeper grower; vicar priest rev reverend
            clergyman bishop pastor; judge justice magistrate; analyst economist; reporter journalist
            correspondent; author writer novelist; soldier troops serviceman; pensioner retiree retired; union
            unionist; mother mum mom; father dad; grandmother gran nan; kid boy girl child; firm company
            carmaker automaker manufacturer maker; airline carrier; bank lender; watchdog regulator
            authority agency commission; board bureau agency authority commission office panel committee; tenant renter; neighbour neighbor resident villager local; volunteer helper;
            victim survivor; witness onlooker bystander; fisherman angler; cfo finance; councillor councilman
            councilwoman council member; staff employee employees worker workers
        """,
    ),
    forwarding=Forwarding(
        before=(
            ("fwd|fw|forwarded|forward", r"(?:\s+(?:message|msg|as\s+received|many\s+times))?"),
            ("is|was", rf"\s+(?:it|this|that)\s+{_TRULY}(?:{_TRUE})(?:\s+(?:that|what|when))?"),
            ("true|real|fact", r"\s+or\s+(?:not|false|fake|fiction|myth)"),
            ("did|have", r"\s+you\s+(?:hear|heard|see|seen|read)\s+that"),
            ("heard", r"(?:\s+(?:somewhere|today|a\s+rumou?r))?(?:\s+that)?"),
            (
                "i|we",
                rf"(?:['’]ve)?\s+(?:have\s+|just\s+|also\s+)*(?:heard|{_SEEN}\s+that)(?:\s+that)?",
            ),
            ("saw|seen|read|got", rf"\s+{_POSTED}"),
            ("there", rf"(?:['’]s|\s+is)?\s+{_POSTED}"),
            ("rumour|rumor|word", r"\s+(?:has\s+it|is|going\s+round\s+is)(?:\s+that)?"),
            ("rumours|rumors", r"\s+(?:say|are)(?:\s+that)?"),
            (
                "they|people",
                r"\s+(?:are\s+saying|keep\s+saying|say\s+that|claim\s+that)(?:\s+that)?",
            ),
            ("someone|somebody", rf"\s+{_PASSES_ON}(?:\s+that)?"),
            ("my", rf"\s+(?:\w+\s+){{1,2}}?{_PASSES_ON}(?:\s+that)?"),
            (
                "a|an|our|one",
                rf"\s+(?:friend|colleague|reader|neighbou?r|viewer|listener|caller|relative)\s+{_PASSES_ON}"
                r"(?:\s+that)?",
            ),
            (
                "whatsapp|facebook|twitter|tiktok|telegram|instagram|reddit|group|everyone|everybody",
                rf"(?:\s+(?:group|chat|post|message))*\s+(?:is\s+)?(?:saying|{_PASSES_ON})(?:\s+that)?",
            ),
            (
                "can|could|please|pls|plz",
                rf"\s+(?:(?:you|anyone|anybody|please|pls)\s+)*{_CHECK}(?:\s+(?:this|that|if|whether))?",
            ),
            ("check|verify|confirm", r"\s+(?:this|that|if|whether|please|pls)"),
            ("fact", r"[\s-]?check(?:\s+(?:this|that|please|pls|plz|needed|request))*"),
            ("factcheck", r"(?:\s+(?:this|that|please|pls|plz))*"),
        ),
        after=(
            (
                "is|was|are",
                rf"\s+(?:it|this|that|these)\s+{_TRULY}(?:{_TRUE})(?:\s+or\s+(?:not|false|fake))?",
            ),
            ("true|real|fact", r"\s+or\s+(?:not|false|fake|fiction|myth)"),
            ("fake|false", r"\s+or\s+(?:not|real|true)"),
            ("fact", r"[\s-]?check(?:\s+(?:this|that|please|pls|plz|needed))*"),
            ("factcheck", r"(?:\s+(?:this|that|please|pls|plz))*"),
            (
                "can|could|please|pls|plz",
                rf"\s+(?:(?:you|anyone|anybody|please|pls)\s+)*{_CHECK}(?:\s+(?:this|that|it|please|pls))*",
            ),
            ("any", r"\s+truth\s+(?:in|to|behind)\s+(?:it|this|that)"),
            (
                "saw|read|heard|seen|got",
                r"\s+(?:it|this|that)\s+(?:in|on|from|at|via)(?:\s+[^\s,.?!]+){1,4}",
            ),
            ("fwd|fw|forwarded|sent", r"\s+(?:by|from)(?:\s+[^\s,.?!]+){1,3}"),
            ("still", r"\s+(?:true|accurate|correct|right|the\s+case)"),
        ),
        tags=(
            (
                "true|right|correct|really|real|legit|fake|false|accurate|confirmed|confirm|seriously|so|no|yes|eh",
                "",
            ),
            (_AUXILIARIES, rf"\s+{_BACK}"),
            (_NEGATED.replace("'t", ""), rf"['’]t\s+{_BACK}"),
            ("or", r"\s+(?:not|is\s+(?:it|that|this)(?:\s+(?:fake|false|a\s+(?:lie|hoax|myth)))?)"),
            ("yes|y", r"\s*(?:or|/)\s*(?:no|n)"),
            ("check|verify", r"(?:\s+(?:this|that|please|pls|plz))*"),
        ),
        hints=words(
            """fwd fw fyi forwarded forward fwding true truth right correct really real legit accurate fake false hoax myth
            check checked verify verified confirm confirmed fact factcheck sent mails mailed emailed texted tip
            tipster whatsapp facebook twitter tiktok telegram instagram reddit social heard saw seen rumour rumor
            rumours rumors viral claim claimed"""
        ),
        requests=words(
            """show list give tell find quote summarise summarize explain describe compare look search get send write
            translate read name count help please thanks thank hello hi hey everything anything all quotes more"""
        ),
        polar=words(f"{_AUXILIARIES} {_NEGATED}".replace("|", " ")),
        back=words("that this it so them those these true right"),
    ),
    references=References(
        beginnings="he|she|they|his|her|their|it|this|these|those|that|its|such|but|and|so|however",
        connectives="but|and|so|then|yet|later|also|meanwhile|however",
        before_times="in|on|at|by|after|before|during|since|until|from",
        latter="latter|former",
        pronouns=(
            "he|she|they|him|her|them|his|hers|their|theirs|its|himself|herself|themselves|"
            r"it(?!\s(?:gets?|got|takes?|took|rains?|snows?)\b)|"
            r"(?<!is\s)(?<!are\s)(?<!was\s)(?<!were\s)(?<!be\s)(?<!been\s)there(?!\s(?:is|are|was|were|be|been)\b)"
        ),
        also=r"and(?:\sof)?|but|or|also",
        about_also=r"what\sabout|how\sabout|and\s(?:what|how)\sabout",
        asking=(
            "who|what|when|where|why|how|which|whom|whose|did|does|do|is|are|was|were|"
            "has|have|had|will|can|could|would|should"
        ),
        person="he|she|him",
        alone=(
            r"why(?:\s(?:so|not|is|was)(?:\s(?:that|this|it))?)?|how(?:\s(?:so|come|much|many|often|long))?"
            r"|(?:since\s)?when(?:\s(?:is|was)\s(?:that|this|it))?|where(?:\s(?:is|was)\s(?:that|this|it))?|who(?:\selse)?"
            r"|what(?:\shappened)?\s(?:next|then|else)|then"
        ),
    ),
    relations=Relations(
        links=words("of in at for from near"),
        of=words("of"),
        inside_names=words("of and the for"),
        article="the",
        possessive="['’]s?",
        places=words("in at near from around outside"),
        auxiliaries=words(
            "did does do has have had will would can could should is are was were didn't doesn't"
        ),
        passive=words("is are was were been be being"),
        past=words("did"),
        progressive="ing",
        agent=words("by"),
        asks_subject=words("who whom which what who's"),
        before_names=words("the a an old new former president mr mrs ms dr sen gov"),
    ),
    calendar=Calendar(
        days="monday tuesday wednesday thursday friday saturday sunday",
        months=_MONTHS,
        short="jan feb mar apr may jun jul aug sept|sep oct nov dec",
        names="april|may|june|august|jan|jun",
        nouns="march|mar|august|sun|dec",
        previous="last|previous|past",
        same="this",
        following="next|coming|following",
        year="year",
        recurring="each|every",
        coming=(
            r"will|won['’]t|shall|would|(?:is|are|was|were)\s(?:due\s)?to|(?:is|are)\s(?:scheduled|planned|expected|going|set)"
            r"|plans?"
        ),
        past=r"\w{3,}ed|was|were|had|did|took|came|went|began|made|got|gave|fell|rose|won|lost|left|met|sold|sent|spent|built|broke|saw|ran|held|kept|shut|died",
        until=r"until|till|by|before|through|due\sin|for(?=\s$)",
        since=r"since",
        after_day="jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
        of_year="of",
        before_year=r"in|since|from|until|by|before|after|back\sto|the\syear|circa",
        narrowing="in|from|during",
        times=(
            rf"\b(?:{_MONTHS.title().replace(' ', '|')}"
            r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
            r"|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Mm]orning|[Aa]fternoon|[Ee]vening|[Cc]entury"
            r"|(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Ss]ame|[Ff]ollowing|[Ee]arlier\sthis)"
            r"\s(?:night|week|month|year|spring|summer|autumn|winter)"
            r"|(?:week|month|year|decade)s?\s(?:ago|later|earlier))\b"
        ),
        ages=(
            r"\baged?\s+\d|\b(?:years?|months?)[- ]old\b|\bborn\b|\byears?\s+of\s+age\b"
            r"|\bturn(?:s|ed|ing)\s+\d"
        ),
        before_age=r"is|was|be|turn(?:s|ed)?|at|are|were|about|nearly|almost|now|the\sage\sof",
    ),
    numbers=Numbers(
        decimal_point=True,
        in_words=True,
        scales={
            "hundred": 1e2,
            "thousand|k": 1e3,
            "million|mln|mn|m": 1e6,
            "billion|bn": 1e9,
            "trillion|tn": 1e12,
        },
        units="bn billion mn million mln million m million tn trillion k thousand",
        inexact=(
            r"about|around|approximately|roughly|some|nearly|almost|over|above|under|below|more\sthan|less\sthan|"
            r"fewer\sthan|at\s(?:least|most)|up\sto|an?\sestimated|estimated|close\sto|upwards\sof|circa|"
            r"pass(?:ed|es|ing)|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|top(?:ped|s|ping)|reach(?:ed|es|ing)?"
        ),
        vague="(?:hundred|thousand|million|billion)s",
        percent=r"per\s?cent|percent",
        cardinals=(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
        ),
        ordinals="first second third fourth fifth sixth seventh eighth ninth tenth",
        other=(
            "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
            "hundreds?|thousands?|millions?|billions?|dozens?|half|twice|none"
        ),
        no_price=r"free|nothing(?!\s+else)|half|third|quarter|double|triple|twice",
        durations=(
            r"since|until|till|ever|always|never|lifetime|overnight|century|centuries|decades?|years?|months?|weeks?|days?"
            r"|hours?|minutes?|seconds?"
        ),
        few="one|single|none|no|half|dozens?|several|hundreds|thousands|both|couple|pair|double|triple",
        currencies="dollar euro pound sterling rouble ruble yen yuan franc hryvnia",
        measures=(
            ("", "dozen", 12.0),
            ("share", r"per\s?cent|percent(?:age\s+points?)?|pct|percentage\s+points?", 1.0),
            ("money $", "dollars?|bucks", 1.0),
            ("money $", "cents?", 0.01),
            ("money £", "pounds?(?:\\s+sterling)?|quid", 1.0),
            ("money £", "pence", 0.01),
            ("money €", "euros?", 1.0),
            ("money ₴", "hryvnias?", 1.0),
            ("money ₽", "roubles?|rubles?", 1.0),
            ("money ¥", "yen|yuan", 1.0),
            ("money", "francs?|kron(?:or|er|a)|zlotys?|rupees?|pesos?", 1.0),
            ("money", "grand", 1000.0),
            ("duration", "years?|yrs?", 31_557_600.0),
            ("duration", "months?", 2_629_800.0),
            ("duration", "weeks?", 604_800.0),
            ("duration", "days?", 86_400.0),
            ("duration", "hours?|hrs?", 3_600.0),
            ("duration", "minutes?|mins?", 60.0),
            ("duration", "seconds?|secs?", 1.0),
            ("length", "kilomet(?:re|er)s?|km", 1000.0),
            ("length", "met(?:re|er)s?|m", 1.0),
            ("length", "centimet(?:re|er)s?|cm", 0.01),
            ("length", "millimet(?:re|er)s?|mm", 0.001),
            ("length", "miles?", 1609.344),
            ("length", "yards?", 0.9144),
            ("length", "feet|foot|ft", 0.3048),
            ("length", "inch(?:es)?", 0.0254),
            ("weight", "kilograms?|kilos?|kg", 1.0),
            ("weight", "grams?|g", 0.001),
            ("weight", "tonnes?|tons?", 1000.0),
            ("weight", "pounds|lbs?", 0.45359237),
            ("weight", "ounces?", 0.02834952),
            ("area", "hectares?|ha", 10_000.0),
            ("area", "acres?", 4046.856),
            ("area", r"square\s+(?:kilomet(?:re|er)s?|km)", 1e6),
            ("area", r"square\s+miles?", 2_589_988.0),
            ("area", r"square\s+met(?:re|er)s?", 1.0),
            ("volume", "lit(?:re|er)s?", 1.0),
            ("volume", "gallons?", 4.546),
            ("volume", "barrels?", 158.987),
            ("speed", r"mph|miles\s+(?:an|per)\s+hour", 1.609344),
            ("speed", r"kph|km/h|kilomet(?:re|er)s\s+(?:an|per)\s+hour", 1.0),
            ("degrees", r"degrees?|°[CF]?", 1.0),
            ("power", "megawatts?|MW", 1e6),
            ("power", "gigawatts?|GW", 1e9),
            ("power", "kilowatts?|kW", 1e3),
        ),
    ),
    forms=Forms(
        irregular="""
            arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began begun;
            bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
            bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung;
            creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven;
            dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled;
            fling flung; fly flew flown flies; forbid forbade forbidden; forget forgot forgotten; forgive forgave
            forgiven; freeze froze frozen; give gave given; go went gone; grow grew grown; hang hung; hear heard;
            hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant;
            leap leapt; learn learnt; leave left; lend lent; light lit; lose lost; make made; mean meant; meet met;
            mistake mistook mistaken; pay paid; ride rode ridden; rise rose risen; run ran; see saw seen; seek
            sought; sell sold; send sent; sew sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink
            shrank shrunk; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; smell
            smelt; sow sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spit
            spat; spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung;
            stink stank stunk; stride strode; strike struck stricken; string strung; strive strove striven; swear
            swore sworn; sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught;
            tear tore torn; think thought; throw threw thrown; tread trod trodden; understand understood; undertake
            undertook undertaken; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; withdraw
            withdrew withdrawn; withstand withstood; wring wrung; write wrote written; overcome overcame; overthrow
            overthrew overthrown; rebuild rebuilt; oversee oversaw overseen; foresee foresaw foreseen; uphold
            upheld; withhold withheld; mislead misled; outgrow outgrew; rewrite rewrote rewritten; retake retook
            retaken; overtake overtook overtaken; repay repaid; resell resold; undergo underwent undergone; undo
            undid undone; foretell foretold; person people; bad worse worst; good better best
        """,
        plurals="""
            child children; man men; woman women; foot feet; tooth teeth; goose geese; mouse
            mice; wife wives; wolf wolves; shelf shelves; thief thieves; leaf leaves; knife knives; loaf
            loaves; half halves; crisis crises; analysis analyses; basis bases; hypothesis hypotheses;
            thesis theses; oasis oases; parenthesis parentheses; criterion criteria; phenomenon phenomena;
            bacterium bacteria; medium media; datum data; stratum strata; curriculum curricula; nucleus
            nuclei; fungus fungi; alumnus alumni; stimulus stimuli; radius radii; cactus cacti; index
            indices; matrix matrices; vertex vertices; appendix appendices; axis axes; ox oxen; policeman
            policemen; policewoman policewomen; fisherman fishermen; spokesman spokesmen; spokeswoman
            spokeswomen; businessman businessmen; businesswoman businesswomen; congressman congressmen;
            fireman firemen; serviceman servicemen; gunman gunmen; chairman chairmen; midwife midwives;
            housewife housewives; penknife penknives; calf calves; hoof hooves; scarf scarves; bookshelf
            bookshelves; schoolchild schoolchildren; grandchild grandchildren; stepchild stepchildren;
            salesman salesmen; craftsman craftsmen; crewman crewmen; cameraman cameramen; postman postmen;
            doorman doormen; statesman statesmen; clergyman clergymen; councilman councilmen; foreman
            foremen; seaman seamen; boatman boatmen; watchman watchmen; airman airmen; tradesman tradesmen;
            alderman aldermen; hitman hitmen; chairwoman chairwomen; spokesperson spokespeople; salesperson
            salespeople
        """,
        derived="""
            abolish abolition; absent absence; accuse accusation; acquire acquisition; admit admission; advise
            advice; allege allegation; analyse analyze analysis; appear appearance; apply application; approve
            approval; arrive arrival; assist assistance; attend attendance; believe belief; betray betrayal; brave
            bravery; breathe breath; broad breadth; choose choice; collide collision; compare comparison; compel
            compulsion; complain complaint; conclude conclusion; confess confession; confuse confusion; consume
            consumption; corrupt corruption; deceive deception; decide decision; deep depth; defend defence defense;
            deny denial; depart departure; describe description; destroy destruction; die death dead; differ
            difference; disappear disappearance; discover discovery; discuss discussion; divide division; emerge
            emergence; enter entry entrance; exceed excess; exclude exclusion; exist existence; expand expansion;
            expel expulsion; explain explanation; explode explosion; extend extension; fail failure; flee flight;
            fly flight; free freedom; give gift; grow growth; guide guidance; hate hatred; high height; hungry
            hunger; hot heat; include inclusion; infer inference; inherit inheritance; intend intention; interfere
            interference; intervene intervention; intrude intrusion; invade invasion; judge judgment judgement; know
            knowledge; lose loss; long length; marry marriage; maintain maintenance; merge merger; move movement;
            obey obedience; occupy occupation; occur occurrence; omit omission; oppose opposition; perceive
            perception; perform performance; permit permission; persuade persuasion; poor poverty; possess
            possession; practise practice; prefer preference; preside president presidency; presume presumption;
            proceed procedure; produce production; prohibit prohibition; pronounce pronunciation; propose proposal;
            prosper prosperity; prove proof; provide provision; recall recollection; receive receipt reception;
            recover recovery; reduce reduction; refer referral reference; refuse refusal; rely reliance; remove
            removal; renew renewal; repel repulsion; resign resignation; resist resistance; resolve resolution;
            respond response; retain retention; retrieve retrieval; reveal revelation; revive revival; revise
            revision; rob robbery; secede secession; secure security; seize seizure; sell sale; serve service; sign
            signature; solve solution; speak speech; starve starvation; steal theft; strong strength; submit
            submission; subscribe subscription; succeed success; suspend suspension; suspect suspicion; survive
            survival; tempt temptation; think thought; transmit transmission; true truth; try trial; urge urgency;
            vary variation variety; violate violation; warm warmth; weigh weight; wide width; withdraw withdrawal;
            young youth; angry anger; accurate accuracy; efficient efficiency; private privacy; pregnant pregnancy;
            urgent urgency; frequent frequency; bankrupt bankruptcy; supreme supremacy; democrat democracy; diplomat
            diplomacy; conspire conspiracy; supply supplies; deliver delivery; injure injury; inquire inquiry; bury
            burial; rebel rebellion; abduct abduction; evade evasion; erode erosion; corrode corrosion; convert
            conversion; divert diversion; invert inversion; erupt eruption; detain detention; contain containment;
            abstain abstention; redeem redemption; assume assumption; resume resumption; absorb absorption; adopt
            adoption; attract attraction; create creation; compose composition; depose deposition; impose
            imposition; repeat repetition; compete competition; define definition; ignite ignition; add addition;
            tend tendency; emit emission; commit commitment; immigrate immigrant; emigrate emigrant; migrate
            migrant; pollute pollution; dilute dilution; execute execution; elect election; erect erection; collect
            collection; inspect inspection; protect protection; reject rejection; predict prediction; contradict
            contradiction; restrict restriction; construct construction; instruct instruction; obstruct obstruction;
            conduct conduction; evacuate evacuation; accelerate acceleration; assassinate assassination; abbreviate
            abbreviation; pursue pursuit; complex complexity; sane sanity; severe severity; scarce scarcity
        """,
        synonyms="""
            online internet web; phone telephone; mobile cellphone smartphone; car vehicle automobile; lorry truck;
            plane aircraft jet; ship vessel boat; train rail railway; doctor physician medic; nurse medic; hospital
            clinic; policeman officer police; soldier troops serviceman; army military; fighter militant; drone UAV;
            missile rocket; bomb explosive; gun weapon firearm; blast explosion; attack assault strike; raid
            assault; war conflict; fight battle combat; truce ceasefire armistice; treaty pact accord; deal
            agreement; talks negotiation; envoy ambassador; spokesman spokesperson spokeswoman; parliament
            legislature; poll election vote; ballot vote; law legislation; court tribunal; judge magistrate; lawyer
            attorney solicitor barrister; trial prosecution; jail prison; inmate prisoner; arrest detain; murder
            homicide; kill slay; dead killed; injured wounded hurt; victim casualty; refugee migrant; border
            frontier; city town; village settlement; house home; flat apartment; school college; pupil student;
            child kid; baby infant; boss chief head; firm company business; worker employee staff; job employment;
            wage salary pay; money cash fund; aid assistance help; cost price; tax levy; debt loan; bank lender;
            market exchange; buy purchase; film movie; book novel; song music; game match; win victory; prize award;
            begin start launch; end finish stop; grow rise increase; fall drop decline decrease; build construct;
            destroy demolish; damage harm; repair fix; close shut; allow permit; ban prohibit forbid; warn caution;
            claim allege; deny reject; praise hail; criticise condemn slam blast; sack fire dismiss; resign quit;
            hire recruit; draft conscript; call-up mobilisation conscription; flee escape; rescue save; search hunt;
            find discover; show reveal; hide conceal; flood deluge; blaze fire; quake earthquake; illness disease
            sickness; drug medicine; vaccine jab; food meal; power electricity; blackout outage; oil petroleum
            crude; plant factory; road street; bridge crossing; photo picture image; sea ocean; forest woods; ill
            sick; big large huge; small little tiny; rich wealthy; poor needy; quick fast rapid; old elderly age
            aged; annual yearly; famous renowned; biggest largest; founder establish founded; wife spouse; husband
            spouse; born birth; die death dead killed
        """,
        peoples="""
            Afghanistan Afghan; Argentina Argentine Argentinian; Azerbaijan Azerbaijani Azeri; Barbados Barbadian;
            Belgium Belgian; Bosnia Bosnian Bosniak; Brazil Brazilian; Britain British Briton; Cambodia Cambodian
            Khmer; Canada Canadian; Catalonia Catalan; Chad Chadian; Chechnya Chechen; Congo Congolese; Croatia
            Croatian Croat; Cyprus Cypriot; Czechia Czech; Denmark Danish Dane; Ecuador Ecuadorian; England English
            Englishman; Eswatini Swazi Swaziland; Finland Finnish Finn; Flanders Flemish; France French Frenchman;
            Gabon Gabonese; Geneva Genevan; Germany German; Ghana Ghanaian; Glasgow Glaswegian; Greece Greek; Guyana
            Guyanese; Holland Dutch; Netherlands Dutch; Hungary Hungarian; Iceland Icelandic Icelander; Ireland
            Irish Irishman; Kazakhstan Kazakh; Kosovo Kosovar; Kurdistan Kurdish Kurd; Kyrgyzstan Kyrgyz; Laos
            Laotian Lao; Latvia Latvian; Lebanon Lebanese; Lesotho Basotho; Liverpool Liverpudlian; Macedonia
            Macedonian; Madagascar Malagasy; Malta Maltese; Manchester Mancunian; Mauritius Mauritian; Moldova
            Moldovan; Monaco Monegasque; Montenegro Montenegrin; Moscow Muscovite; Myanmar Burma Burmese; Naples
            Neapolitan; Niger Nigerien; Normandy Norman; Norway Norwegian; Panama Panamanian; Peru Peruvian;
            Philippines Philippine Filipino; Poland Polish Pole; Portugal Portuguese; Provence Provençal; Scotland
            Scottish Scot; Senegal Senegalese; Serbia Serbian Serb; Seychelles Seychellois; Slovakia Slovak
            Slovakian; Slovenia Slovenian Slovene; Spain Spanish Spaniard; Sudan Sudanese; Sweden Swedish Swede;
            Switzerland Swiss; Tajikistan Tajik; Tatarstan Tatar; Thailand Thai; Togo Togolese; Turkey Türkiye
            Turkish Turk; Turkmenistan Turkmen; Uzbekistan Uzbek; Venice Venetian; Vienna Viennese; Wales Welsh;
            Yugoslavia Yugoslav; America American US USA; Africa African; Asia Asian; Europe European; UK Britain
            British
        """,
        renamed="""
            Kyiv Kiev; Kharkiv Kharkov; Odesa Odessa; Lviv Lvov; Chernobyl Chornobyl; Dnipro Dnieper; Mykolaiv
            Nikolaev Nikolayev; Zaporizhzhia Zaporozhye Zaporozhe; Luhansk Lugansk; Donbas Donbass; Bakhmut
            Artemivsk Artyomovsk; Chernihiv Chernigov; Kropyvnytskyi Kirovograd; Belarus Belorussia Byelorussia;
            Minsk Mensk; Moldova Moldavia; Beijing Peking; Mumbai Bombay; Kolkata Calcutta; Chennai Madras;
            Bengaluru Bangalore; Myanmar Burma; Yangon Rangoon; Thailand Siam; Iran Persia; Türkiye Turkey; Eswatini
            Swaziland; Czechia Czech; Netherlands Holland; Bratislava Pressburg; Gdansk Danzig; Wroclaw Breslau;
            Kaliningrad Königsberg; Astana Nursultan; Almaty Alma-Ata; Tbilisi Tiflis; Sukhumi Sokhumi; Gaddafi
            Qaddafi Gadhafi Kadafi; Quran Koran; Muhammad Mohammed Mohammad; Hezbollah Hizbollah Hizbullah; Houthi
            Huthi; Tokyo Tokio; Derry Londonderry; Mecca Makkah; Zelensky Zelenskyy Zelenskiy; Volgograd Stalingrad
        """,
        spelled="""
            programme program; grey gray; tyre tire; plough plow; cheque check; kerb curb; aluminium aluminum;
            aeroplane airplane; pyjamas pajamas; mould mold; moult molt; moustache mustache; cosy cozy; sceptic
            skeptic; sceptical skeptical; artefact artifact; ageing aging; judgement judgment; draught draft; gaol
            jail; cypher cipher; doughnut donut; whisky whiskey; enquiry inquiry; enquire inquire; mum mom; maths
            math; jewellery jewelry; manoeuvre maneuver; sulphur sulfur; enrol enroll; enrolment enrollment; fulfil
            fulfill; fulfilment fulfillment; instalment installment; skilful skillful; wilful willful; counsellor
            counselor; councillor councilor; marvellous marvelous; woollen woolen; tranquillity tranquility; foetus
            fetus; oestrogen estrogen; diarrhoea diarrhea; anaemia anemia; anaesthetic anesthetic; leukaemia
            leukemia; paediatric pediatric; haemorrhage hemorrhage; gynaecology gynecology; orthopaedic orthopedic;
            encyclopaedia encyclopedia; archaeology archeology; mediaeval medieval; omelette omelet; percent cent;
            storeys stories; axe ax; sabre saber; carburettor carburetor; licence license; practise practice;
            smoulder smolder; furore furor; annexe annex; nett net; cancellation cancelation; bussing busing; disc
            disk
        """,
        in_full={
            "US": "United States",
            "USA": "United States of America",
            "UK": "United Kingdom",
            "EU": "European Union",
            "UN": "United Nations",
            "UAE": "United Arab Emirates",
            "CEO": "chief executive",
            "CFO": "chief financial officer",
            "COO": "chief operating officer",
            "PM": "prime minister",
            "DA": "district attorney",
        },
    ),
    claims=Claims(
        counted_alike="""
            casualty loss lost; dead death fatality killed died; injured wounded hurt; drafted conscripted mobilised
            mobilized recruited; troop soldier serviceman men; arrested detained; displaced uprooted; drone UAV; vote
            ballot; participant attendee
        """,
        paraphrases="""
            pact deal agreement accord contract settlement; reservation booking; stadium arena ballpark ground venue;
            scam fraud swindle con; bouncer guard security doorman; luggage baggage suitcase bag; pollution contamination;
            payout dividend; shareholder investor; collapse slump plunge tumble crash; surge soar jump leap rocket rise;
            cut slash reduce axe trim; wipe delete erase; staff employee worker personnel; price cost rate fee charge;
            boss chief head leader executive director; regulator watchdog authority agency; split breakup break;
            jail prison imprisoned sentenced; acquit clear; convict guilty; sue lawsuit suit court; bribe corruption;
            cop police officer; doctor physician medic; kid child pupil; teen teenager youth; pensioner senior elderly older;
            poor needy; firm company business corporation; factory plant mill; shut close closed closure closing;
            fire sack dismiss; quit resign leave; hire recruit employ; strike walkout stoppage; union labor labour;
            wage salary pay; raise increase hike; tax levy duty; loan debt credit; bankrupt insolvent; money cash fund;
            taxpayer public; grant subsidy aid; donate give gift; steal theft rob; murder kill; die death dead;
            hurt injured wounded injury; ill sick illness; jab vaccine; chemical solvent substance toxin; drug medicine;
            hospital clinic ward; school academy college; crash collide collision accident; plane jet aircraft flight;
            car vehicle; lorry truck; train rail; ship boat vessel ferry; road street; bridge crossing; flood deluge;
            blaze fire; storm hurricane gale; quake earthquake; evacuate leave; rescue save; missing lost; ban forbid outlaw;
            allow permit approve; reject refuse veto; vote ballot poll election; win victory beat defeat; lose loss defeat;
            referendum ballot; law bill legislation act; senate senator; governor gov; president premier; mayor council;
            minister secretary; army troops soldiers military; guard troops; missile rocket; truce ceasefire; talks
            negotiation; refugee migrant asylum; spy espionage surveillance; camera CCTV; hacker cyber; phone mobile
            smartphone handset; app software; video clip film footage; photo picture image; book novel; singer musician;
            match game final; coach manager trainer; player footballer; champion title; goal score; fan supporter;
            study research report; scientist researcher expert; test check inspect trial; proof evidence; climate weather;
            rubbish waste litter; water river; town city; village settlement; house home; rent tenant; landlord owner;
            queue line; Christmas Xmas; autumn fall; holiday vacation; exec executive; govt government; dept department;
            admit concede acknowledge; claim allege; warn caution; apologise apology sorry; lie false; postman mailman
        """,
        denying_next=r"no|neither|nor|without",
        negation=(
            r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|denied|denies|deny|rejects?|"
            r"rejected|refused|refuses|rules?\sout|ruled\sout|no\slonger|fails?\sto|failed\sto|false|\w+n[’']t)\b"
        ),
        denials=(
            r"\b(?:untrue|unfounded|unchanged|unaffected|inaccurate|wrongly|mistaken(?:ly)?"
            r"|den(?:ying|ial|ials)|reject(?:ing|ion)|dismiss(?:ed|es|ing|al)|refus(?:al|ing)|declin(?:ed|es|ing)|contradict(?:ed|s|ing)"
            r"|disput(?:ed|es|ing)|rebut(?:ted|s)|refut(?:ed|es)|debunk(?:ed|s)|withdr[ae]wn?|scrapped|abandoned"
            r"|cancell?ed|called\soff|turn(?:ed|s|ing)\sdown|voted\s(?:down|against)|decided\sagainst"
            r"|stopped\sshort|instead|rather\sthan|contrary|in\sfact|correction|cleared|acquitted|spared|escaped"
            r"|hardly|barely|unlikely)\b"
        ),
        plans=(
            r"(?:will|would|might|should|shall|(?:plan(?:s|ned|ning)?|want(?:s|ed)?|hop(?:es?|ed|ing)|propos(?:es|ed)"
            r"|expect(?:s|ed)|due|set|willing|ready|intend(?:s|ed)?|threaten(?:s|ed)?|seeking|trying|tried|offered|promised"
            r"|vowed|pledged|urged|ask(?:s|ed)?)(?:\s[\w’']+){0,4}\sto)(?:\s(?:be|been|have))*(?:\s\w+ly)?"
        ),
        undone=(
            r"(?:\w+n['’]t|not|never|neither|nor|without|(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing)|fail(?:s|ed)?)\sto)"
            r"(?:\s(?:be|been|have))*(?:\s\w+ly)?"
        ),
        finally_done="until",
        unsettled=(
            r"\b(?:would|could|(?-i:may)|might|should|whether|if|asks?|asked|urged?|hopes?|hoped|plans?|planned|expects?|expected"
            r"|proposed?|considers?|considering|called\sfor|calls\sfor|want(?:s|ed)?|fears?|feared|threatens?|threatened)\b"
        ),
        empty_verbs="suffer suffered sustain sustained incur report reported record recorded face exist total count",
        fillers="mark people person men women lives others altogether total cases figure",
    ),
    speech=Speech(
        marks=words(
            """went goes brushed brushes waved hit lashed weighed spelled spelt backed back backs urged urges urging described describes describing called calls calling praised praises praising thanked thanks
            thanking accused accuses accusing slammed slams slamming condemned condemns condemning hailed
            hails hailing criticised criticises criticising criticized criticizes criticizing labelled
            labelling branded branding congratulated congratulates congratulating mocked mocks mocking
            dismissed dismisses dismissing rejected rejects rejecting blasted blasting joking cried crying
            shouting exclaimed exclaims exclaiming quoted quotes quoting referred refers referring
            characterised characterises characterising characterized characterizes characterizing welcomed
            welcomes welcoming derided derides deriding denounced denounces denouncing decried decries
            decrying deplored deplores deploring lambasted lambasts lambasting lambastes ridiculed
            ridicules ridiculing applauded applauds applauding lauded lauds lauding saluted salutes
            saluting commended commends commending portrayed portrays portraying deemed deems deeming
            termed likened likens likening rebuffed rebuffs rebuffing rebutted rebuts rebutting refuted
            refutes refuting disputed disputing opposed opposes opposing disagreed disagrees disagreeing
            commiserated commiserates commiserating snapped shrugged shrugs shrugging scoffed scoffs
            scoffing sneered sneers sneering muttered mutters muttering murmured murmurs murmuring mumbled
            mumbles mumbling whispered whispers whispering yelled yells yelling screamed screaming
            bellowed bellows bellowing thundered thunders thundering raged raging railed railing gushed
            gushes gushing enthused enthuses enthusing chuckled chuckles chuckling laughed grinned smiled
            sighed sobbed sobs sobbing nodded winked wonders queried queries querying questioning implored
            implores imploring beseeched beseeches beseeching quizzed quizes probed interrupted interrupts
            interrupting chimed summed summing
            recited recites reciting chanted chants chanting shrieked shrieks shrieking wailed wails
            wailing whooped whoops whooping jeered jeers jeering cheered cheering teased teases teasing
            taunted taunts taunting deadpanned deadpans deadpanning crowed crowing cooed cooes cooing
            spoke speaks speaking apologised apologises apologising apologized apologizes apologizing
            declared declares declaring expressed expressing echoed echoing cited citing sent sends issued
            issues gave gives made makes delivered released labeled """
        ),
        that=words(
            """pointed points pointing added adds adding noted notes noting explained explains explaining stressed stresses stressing
            wrote writes writing suggested suggests suggesting indicated indicates indicating continued
            continues continuing recalled recalls recalling concluded concludes concluding revealed
            reveals revealing remarked remarks remarking maintained maintains maintaining contended
            contends contending asserted asserts asserting emphasised emphasises emphasising emphasized
            emphasizes emphasizing reported reports reporting proposed proposes proposing complained
            complains complaining testified testifies testifying commented comments commenting argued
            argues arguing stated states stating admitted admits admitting acknowledged acknowledges
            acknowledging predicted predicts predicting estimated estimates estimating replied replies
            replying conceded concedes conceding signalled signalling allowed allows allowing accepted
            accepts agreed agrees cautioned cautions cautioning observed observes observing countered
            counters countering joked jokes quipped quips quipping reasoned reckoned reckons reckoning
            figured calculated calculates calculating believed believes believing thought thinks feared
            fearing hoped expected expects expecting speculated speculates speculating implied implies
            implying hinted hints hinting hypothesised hypothesises hypothesising hypothesized
            hypothesizes hypothesizing reiterated reiterates reiterating repeated repeats repeating
            underlined underlines underlining underscored underscores underscoring highlighted highlights
            highlighting disclosed discloses disclosing divulged divulges divulging confessed confesses
            confessing confided confides confiding clarified clarifies clarifying specified specifies
            specifying ruled found finds lamented laments lamenting bemoaned bemoans bemoaning regretted
            regretting boasted boasts boasting bragged brags bragging swore swears attested attests
            attesting recommended recommends recommending advised advises advising demanded demands
            demanding pleaded pleads pleading protested protests protesting objected objecting retorted
            retorts retorting responded responds responding answered answers answering volunteered
            volunteering ventured venturing mused muses musing grumbled grumbles grumbling griped gripes
            griping fumed fumes fuming affirmed affirms affirming reaffirmed reaffirms reaffirming
            proclaimed proclaims proclaiming pronounced pronounces pronouncing decreed decrees decreeing
            reassured reassures reassuring assured assures assuring informed informs informing notified
            notifying briefed reminded reminds reminding counseled counseling guaranteed
            guaranteeing concured concurs concuring theorised theorises theorising theorized theorizes
            theorizing judged rejoined rejoins rejoining interjected interjects interjecting marvelled
            marvels marvelling worried worries worrying wondered wondering questioned questions asked asks
            asking inquired inquires inquiring enquired enquires enquiring posted posting texted texting
            emailed emailing blogged blogging remembered remembers remembering  ordered requested requesting instructed instructs instructing begged begs begging
            shouted shouts signaled signaling forecast forecasts
            forecasting marveled feels felt signal signals tells foresees foresaw foreseen assumes
            assumed assuming suspects suspected suspecting guesses guessed insinuated insinuates intimated intimates
            attributed learned learnt concurred hopes fears doubts doubted argue believe think stress conclude acknowledge estimate expect
            suggest allege describe predict reckon agree maintain caution complain contend note point recall
            rules"""
        ),
        clause=words(
            """said says saying claimed claims claiming warned warns warning insisted insists insisting
            announced announces announcing confirmed confirms confirming vowed vows vowing alleged alleges
            alleging denied denies denying promised promises promising pledged pledges pledging told tells
            telling threatened threatens threatening tweeted tweets tweeting say tell claim warn insist"""
        ),
        naming=words("called calls calling"),
        adding=words("added adds adding continued continues concluded also"),
        sources={"according": SourceCue(then="to")},
        be=words("is was were are been being be am 's ’s"),
        between=words(
            """has have had also later then now already since long once again even just only still first yesterday
            today previously reportedly himself herself itself further did does do will both all often sometimes
            always soon quickly recently"""
        ),
        verbs=words(
            """is are was were has have had will would can could may might must should does did do isn’t wasn’t
            won’t can’t cannot isn't wasn't won't can't"""
        ),
        conjunctions=words("that"),
        relative=words("that"),
        he=words("he"),
        she=words("she"),
        determiners=words(
            """the a an his her their its our my this that these those some one another"""
        ),
        links=words(
            """of for in at to from with on by near into behind against about over outside around under like among"""
        ),
        breaks=words(
            """that when as but while if because after before which where who whom since until although though
            whether than and or so what how why yet"""
        ),
        ands=words("and"),
        buts=words("but"),
        no_clause=words(
            """nothing little much yes to in of by on at for with so about during from through when while after before goodbye hello as via
            under against"""
        ),
        apposes=words("a an who which whose"),
        bare_clause=words(
            """argued argues arguing suggesting revealed reveals admitted admits stated states added adds adding
            explained explains noted notes noting complained complains thinks thought figured figures reckoned
            reckons believes believed hopes hoped fears feared swore conceded concedes conceding acknowledged
            acknowledges estimated estimates estimating predicted predicts predicting insisted joked jokes
            quipped replied replies answered stressed stresses agreed expects expected recalled recalls
            remembered maintained maintains boasted suspects concluded concludes cautioned guessed assumes
            calculated contends contended asserted alleges observed remarked repeated reiterated lamented
            protested signalled signaled wished indicated feels felt signals suggests suggested argue believe think
            conclude acknowledge estimate expect predict reckon maintain contend hints hinted
            complained complains specified clarified tweeted wrote posted testified disclosed
            guarantees guaranteed"""
        ),
        addressing=words("tell told tells telling asked urged thanked accused"),
        telling=words(
            """tell tells told telling asks asked informs informed assures assured reminds reminded"""
        ),
        ordering=words(
            """urged urges urging asked asks asking told tells telling warned warns warning advised advises ordered
            orders begged begs encouraged encourages instructed instructs reminded reminds implored pressed
            invited invites forbade"""
        ),
        promising=words(
            """promised promises promising pledged pledges pledging vowed vows vowing threatened threatens
            threatening swore demanded demands offered offers offering"""
        ),
        habits=words("used liked likes loved on"),
        plain=words("said says say saying reckons reckoned thinks insists insisted"),
        joints={
            **dict.fromkeys(
                words("called calls calling appealed appeals appealing pleaded asked"), words("for")
            ),
            **dict.fromkeys(words("apologised apologized apologises apologizes"), words("for")),
            **dict.fromkeys(words("warned warns warning"), words("of against")),
            **dict.fromkeys(
                words("complained complains complaining boasted spoke speaks warn"),
                words("of about"),
            ),
            **dict.fromkeys(words("hinted hints hinting"), words("at")),
            **dict.fromkeys(words("ruled rules ruling"), words("out")),
        },
        far_joints={
            **dict.fromkeys(words("accused accuses accusing"), words("of")),
            **dict.fromkeys(
                words("blamed blames blaming criticised criticized criticises faulted"),
                words("for"),
            ),
            **dict.fromkeys(words("estimated estimates put puts"), words("at")),
            **dict.fromkeys(
                words(
                    """described describes dismissed dismisses hailed hails condemned condemns branded denounced
                    characterised characterized portrayed rejected remembered"""
                ),
                words("as"),
            ),
        },
        objects=words(
            """demanded demands demanding predicted predicts predicting forecast forecasts blamed promised pledged
            proposed proposes recommended recommends denied denies denying deny expects expected expecting wants
            wanted estimates estimated confirmed confirms acknowledged regrets regretted doubts doubted"""
        ),
        phrasal={
            **dict.fromkeys(words("pointed points pointing"), words("out")),
            **dict.fromkeys(words("went goes"), words("on")),
            **dict.fromkeys(words("brushed brushes waved"), words("off aside away")),
            **dict.fromkeys(words("hit lashed"), words("out back")),
            **dict.fromkeys(words("summed"), words("up")),
            **dict.fromkeys(words("chimed weighed"), words("in")),
            **dict.fromkeys(words("spelled spelt"), words("out")),
        },
        nicknaming=words("nicknamed dubbed known alias aka sign styled"),
        quoted_as=words("as"),
        relaying=words("reports reported"),
        judging=words("called calls calling considers considered deemed deems thought"),
        able=words("ble ful less"),
        counting=words("counted counts reported reports listed lists"),
        no_things=words(
            "it them him her me us this nothing much little more one himself herself itself themselves"
            " risk stake odds ease rest"
        ),
        quoting=words("quoted quotes quoting cited cites citing reported"),
        agents=words("by"),
        asker=words("Q"),
        answerer=words("A"),
        asks=words("whether why how what if"),
        heard=words(
            """reporters journalists investors analysts members lawmakers councillors councilors parliament
            delegates supporters colleagues senators jurors viewers listeners readers staff workers police
            officers officials investigators detectives residents fans us me him her them"""
        ),
        topics=words("of about"),
        whose=words("who which whose"),
        participles=words("ing ed"),
        adjuncts=words(
            """through via aboard backstage online publicly privately bluntly later earlier yesterday afterwards last this again
            flatly simply only"""
        ),
        before_days=words("on late early earlier last this"),
        roughly=words("about"),
        not_rest=words(
            "who which whose as while when after before though although whereas so then which he she they"
        ),
        including=words("including nothing something anything everything during being"),
        giving=words("sent sends issued issues gave gives made makes delivered released posted"),
        given=words(
            """warning statement promise speech address ultimatum message declaration tweet comment remark threat
            vow"""
        ),
        nouns=words(
            """claim claims states notes calls demands asks reports comments posts warning promises warn say
            answered forecast forecasts estimates argue believe think stress conclude acknowledge estimate expect
            suggest allege describe predict reckon agree maintain caution complain contend note point recall signal
            signals hopes fears doubts rules guarantees"""
        ),
        of_things=words("announc promis pledg vow den confirm claim alleg warn"),
        base=words(
            """say tell claim warn insist forecast argue believe think stress conclude acknowledge estimate expect
            suggest allege describe predict reckon agree maintain caution complain contend note point recall signal"""
        ),
        common=words(
            """said says told added adds warned warns claimed claims insisted insists explained argued stressed
            noted wrote tweeted announced declared stated replied continued recalled admitted denied confirmed
            concluded vowed pledged revealed acknowledged"""
        ),
        inverting=words(
            """said says added adds wrote explained insisted argued noted continued recalled admitted claimed
            replied concluded declared stressed claims warns warned reckons suggests suggested argues believes
            insists notes predicted predicts"""
        ),
        his=words("his"),
        her=words("her"),
        it=words("it"),
        others=words("they it we i you who which one some many others there"),
        many=words("they we i"),
        they=words("they"),
        somebody=words("he she they we who"),
        owners=words("his her their its my our these those"),
        some=words("some many several these those other most"),
        indefinite=words("a an one some another many"),
        own=words("the a an his her their its"),
        company=words("with to against from between for without despite like unlike on about"),
        places=words("in at near"),
        openings=words("during despite after before speaking taking"),
        before_participles=words("and or while before after by in"),
        modals=words("would could can must"),
        unsaid=words("not never to if would could should might may can must"),
        name_links=frozenset(["of", "of the", "for", "for the", "and"]),
        member_links=words("of from at with for in"),
    ),
    names=Names(
        male_titles=words(
            """Mr Sir Lord King Prince Emperor Pope Tsar Sultan Sheikh Duke Baron Monsieur Father"""
        ),
        female_titles=words(
            """Mrs Ms Miss Lady Dame Queen Princess Empress Duchess Baroness Madame Mme Mlle Sister"""
        ),
        neutral_titles=words(
            """Dr Prof Professor President Chancellor Premier Minister Senator Sen Rep Governor Gov Mayor Cllr Councillor Councilman Councilwoman Inspector Superintendent Constable PC Attorney Sheriff Representative Coach Rev Reverend
            Bishop Archbishop Cardinal General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant Sgt
            Admiral Adm Commander Judge Justice Secretary Ambassador Chairman Congressman Congresswoman"""
        ),
        offices=words(
            """State Defence Defense Finance Health Justice Education Energy Labor Labour Commerce Transport
            Transportation Agriculture Interior Treasury Trade Culture Housing Veterans Police Elections Staff"""
        ),
        parties=words("R D I L G"),
        short_titles={
            "Gov": "governor",
            "Sen": "senator",
            "Rep": "representative",
            "Prof": "professor",
            "Dr": "doctor",
            "Gen": "general",
            "Col": "colonel",
            "Maj": "major",
            "Capt": "captain",
            "Lt": "lieutenant",
            "Sgt": "sergeant",
            "Adm": "admiral",
            "Cllr": "councillor",
            "Justice": "judge",
        },
        kept_titles=words(
            """Dr Prof Professor Sir Dame Lord Lady King Queen Prince Princess Pope Saint St Emperor Empress Duke
            Baron Baroness"""
        ),
        before_titles=words("Prime Vice Deputy Foreign Defence Defense Interior Chief"),
        roles=words(
            """minister president chancellor premier mayor governor senator king queen prince princess emperor
            empress pope bishop archbishop general colonel major captain lieutenant sergeant commander admiral
            officer soldier spokesman spokeswoman spokesperson director chief chairman chairwoman leader
            secretary ambassador envoy diplomat judge lawyer attorney prosecutor professor doctor scientist
            researcher physicist mathematician chemist engineer inventor philosopher historian economist author
            writer poet novelist journalist reporter editor coach manager player striker goalkeeper quarterback
            actor actress singer musician composer painter artist politician lawmaker candidate official head
            boss founder owner analyst expert activist aide adviser advisor deputy successor predecessor driver
            teacher student priest monk nurse sheriff explorer merchant biographer
            executive chair chairperson coroner councillor councilor councilman councilwoman congressman
            congresswoman representative delegate inspector detective constable pathologist surgeon physician
            paramedic firefighter midfielder defender forward winger goalscorer batsman bowler pitcher catcher
            fielder swimmer runner sprinter cyclist rider jockey golfer boxer wrestler skater skier referee umpire
            conductor pianist violinist cellist guitarist drummer soprano tenor director producer screenwriter
            playwright dramatist filmmaker photographer sculptor designer architect curator critic columnist
            presenter broadcaster anchor publisher librarian archivist headteacher headmaster headmistress
            principal provost rector chancellor lecturer tutor organiser organizer campaigner
            co-founder cofounder developer programmer investor broker banker accountant auditor treasurer trader
            farmer fisherman builder plumber electrician
            mechanic pilot controller navigator trucker shopkeeper landlord landlady publican winemaker
            chef waiter waitress hotelier barrister solicitor magistrate juror mediator arbitrator negotiator
            ombudsman whistleblower informant detainee prisoner hostage refugee veteran
            medic general strategist consultant contractor lobbyist pollster canvasser volunteer
            lifeguard coastguard bailiff registrar chaplain vicar rabbi imam cleric pastor nun
            congressperson minority-leader incumbent challenger contender frontrunner nominee
            commentator blogger influencer astronaut astronomer biologist hydrologist geologist toxicologist
            epidemiologist virologist meteorologist forecaster seismologist statistician economist secretary-general director-general
            attorney-general vice-president brigadier rear-admiral commissioner high-commissioner rapporteur ceo cfo coo cto resident
            neighbour neighbor witness survivor passenger customer shopper voter commuter bystander holidaymaker
            tenant champion counterpart opponent proponent supporter fan villager islander protester demonstrator rescuer inmate mediator
            rebel separatist insurgent insider pensioner miner maker teammate campaigner"""
        ),
        more_roles=(r"\w+(?:ologist|ographer|icist|onomer)|commissioner|superintendent|curator",),
        role_prefixes=words("co ex vice sub under deputy former non"),
        after_names=words("MP MEP MSP MS QC KC PhD MD CBE OBE MBE Esq"),
        role_parts=words("prime vice deputy former defence defense foreign"),
        relatives=words(
            """man woman boy girl child person husband wife father mother parent son daughter brother sister uncle
            aunt nephew niece cousin friend partner colleague assistant servant rival victim suspect resident"""
        ),
        particles=words("bin ibn al el"),
        abbreviations=words("St Jr Sr"),
        other_abbreviations=words(
            """vs No al Lt Inc Co Corp Ltd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Ave Blvd Mt Ft Dept Rep Reps
            Gov Sen Sens"""
        ),
        calendar=words(
            f"""Monday Mondays Tuesday Tuesdays Wednesday Wednesdays Thursday Thursdays Friday Fridays
            Saturday Saturdays Sunday Sundays {_MONTHS.title()} Christmas Easter"""
        ),
        openers=words(
            """now then today yesterday tonight meanwhile however instead indeed later earlier afterwards moreover
            nevertheless still overall finally although despite another many several two three one like according
            asked speaking following unlike perhaps also thus therefore besides early late most others both
            critics people scholars experts commentators opponents proponents supporters officials researchers
            scientists historians economists analysts observers residents witnesses reviewers activists
            authorities sources lawyers doctors politicians lawmakers prosecutors investigators journalists
            teachers students workers protesters campaigners advocates academics engineers leaders members users
            fans even just both nobody whereas adds says said notes argues asks writes more also added breaking meanwhile elsewhere nobody somebody someone everybody everyone anybody anyone none nothing"""
        ),
        labels=words("UPDATE WATCH MORE BREAKING EXCLUSIVE LIVE VIDEO NEW JUST READ"),
        qualifiers=words(
            """teenage teenaged young younger old older elder adult baby little present-day modern future former
            fellow late poor dear"""
        ),
        given=words("Will"),
        men=words(
            """Aaron Abdul Abel Abraham Adam Adrian Ahmed Alan Albert Alec Alejandro Alexander Alexei Alfred Ali Alonzo
            Alvin Amir Anatoly Anders Andrei Andrew Andriy Angus Anthony Anton Antonio Arjun Arnold Arthur Barnaby
            Barry Benedict Benjamin Bernard Bert Bill Bjorn Bob Boris Brad Bradley Brendan Brian Bruce Bruno Byron
            Carl Carlos Cedric Charles Chester Christian Christopher Clarence Claude Clement Clifford Clive Colin
            Connor Craig Cyril Daniel Darren Dave David Dean Declan Dennis Denis Derek Desmond Diego Dmitri Dmitry
            Dmytro Dominic Donald Doug Douglas Duncan Dwight Edgar Edmund Eduardo Edward Edwin Eli Elias Elliot Emil
            Eric Erik Ernest Ernie Ethan Eugene Evan Felipe Felix Ferdinand Fergus Fernando Francisco Frank Franklin Fred
            Frederick Gareth Gary Gavin Geoff Geoffrey George Gerald Gerard Giles Giovanni Glenn Gordon Graham Greg
            Gregory Gunnar Gustav Guy Hamza Hans Harold Harry Hassan Hector Henrik Henry Herbert Herman Horace Howard
            Hugh Hugo Ian Ibrahim Igor Imran Isaac Ivan Ivor Jack Jacob Jacques Jake James Jason Javier Jeff Jeffrey Jeremy
            Jerome Jim Joachim Joel Johan Johannes John Jon Jonas Jonathan Jorge Jose José Joseph Joshua Juan Judd
            Julian Jurgen Karl Keith Kenneth Kevin Klaus Kurt Kyle Lars Laurence Lawrence Leo Leon Leonard Leonid Leopold
            Lewis Liam Lionel Lloyd Louis Luca Lucas Luis Luke Lyle Magnus Malcolm Marc Marcel Marco Marcus Mark Martin
            Matthew Maurice Max Michael Miguel Mikhail Mike Milton Mohamed Mohammed Mohammad Muhammad Murray Mustafa
            Mykola Nathan Nathaniel Neil Neville Nicholas Nigel Nikolai Noah Norman Oleg Oleh Oleksandr Oliver Olivier
            Omar Oscar Otto Owen Pablo Patrick Paul Pavel Pedro Pete Peter Petro Philip Phillip Pierre Pyotr Rafael Rajesh Ralph
            Ramon Raoul Raul Ray Raymond Reginald Ricardo Richard Rick Rob Robert Roberto Rodney Roger Roland Ron
            Ronald Rory Ross Roy Rupert Russell Ryan Samuel Sanjay Scott Sean Sebastian Serge Sergei Sergey Serhiy Seth
            Shaun Sidney Simon Stanley Stefan Stephen Steven Stewart Stuart Sven Taras Ted Terence Thaddeus Theo Theodore
            Thomas Tim Timothy Tobias Todd Tom Tomas Tony Trevor Tristan Tyler Vadim Valentin Vasyl Vernon Victor
            Viktor Vikram Vincent Vitaliy Vitali Vladimir Volodymyr Wallace Walt Walter Warren Wayne Wilfred Wilhelm
            William Winston Wolfgang Xavier Yevgeny Yuri Yusuf Zachary"""
        ),
        before_months=words(
            "in of since by last this next early late mid until from to through during and on"
        ),
        women=words(
            """Abigail Ada Adele Agatha Agnes Aisha Alexandra Alice Alicia Alison Alma Amanda Amelia Amina Amy Ana
            Anastasia Angela Anita Ann Anna Anne Annette Anthea Antonia Astrid Audrey Barbara Beatrice Belinda
            Bella Bernadette Beth Bethany Betty Bianca Birgit Brenda Bridget Bryony Camilla Carla Carmen Carol
            Carole Caroline Catherine Cecilia Celia Charlotte Chloe Christina Christine Clara Clare Claire Claudia
            Colette Constance Cora Cynthia Daisy Danielle Daphne Deborah Deirdre Delia Denise Diana Diane Dolores Dora
            Doreen Doris Dorothy Edith Edna Eileen Elaine Eleanor Elena Elisabeth Eliza Elizabeth Ella Ellen Ellie Elsa
            Elsie Elspeth Emily Emma Erica Erika Esther Ethel Eva Eve Evelyn Farah Fatima Felicity Fiona Flora Florence
            Frances Francesca Freda Frieda Gabriela Gabrielle Gemma Georgina Geraldine Gertrude Gillian Gina Gisela Gladys Glenda
            Gloria Grace Greta Gwen Gwendolyn Halima Hannah Harriet Hattie Hazel Heather Heidi Helen Helena Helene Helga
            Henrietta Hilda Hillary Ida Imogen Ines Inga Ingrid Irene Iris Irina Isabel Isabella Isla Ivy
            Jacqueline Jane Janet Janice Jasmine Jeanette Jemima Jennifer Jenny Jessica Jill Joan Joanna Joanne
            Josephine Joyce Juanita Judith Julia Julie June Karen Karin Kate Katarina Katherine Kathleen Kathryn
            Katie Katya Kayla Kirsten Kirsty Kristen Kristin Larisa Laura Lauren Leila Lena Leonora Lesya Lillian Lily Linda
            Lisa Lois Lorna Lorraine Louisa Louise Lucia Lucille Lucinda Lucy Lydia Lyudmila Mabel Madeleine Magda
            Maggie Mandy Marcia Marcy Margaret Margarita Marguerite Maria Marian Marianne Marie Marina Marjorie Marla Marlene
            Marta Martha Martina Mary Mathilda Matilda Maud Maureen Mavis Megan Melanie Melissa Mercedes Mia Michelle
            Mildred Miranda Miriam Moira Molly Monica Mona Muriel Myra Nadia Nadine Nancy Naomi Natalia Natalie
            Natasha Nell Nicola Nicole Nina Nora Noreen Norma Nour Octavia Odette Olena Olga Olha Olive Olivia Oksana Pamela
            Patricia Paula Pauline Pearl Penelope Petra Philippa Phoebe Phyllis Polina Polly Priscilla Priya Rachel Ramona
            Rebecca Regina Renata Rhian Rhoda Rita Roberta Rosa Rosalind Rosamund Rose Rosemary Rowena Roxana Ruth Sabina
            Sabrina Sally Samantha Sandra Sara Sarah Sheila Shirley Sigrid Silvia Simone Sofia Sonia Sonja Sophia Sophie Stella
            Stephanie Sunita Susan Susanna Svetlana Sylvia Tamara Tanya Tatiana Teresa Tessa Thelma Theresa Therese
            Tina Tracy Trudy Una Ursula Valentina Valerie Vanessa Vera Verity Veronica Victoria Viktoria Viola Violet
            Virginia Vivian Wanda Wendy Wilhelmina Wilma Winifred Yolanda Yulia Yvette Yvonne Zainab Zoe"""
        ),
        origins=("(?:ss|ain|al|nd|an|ad|urop)ian|[a-z]{3}ean|ican|[a-z]{2}ese|[a-z]{2}ish",),
        adjectives=words("al ive ous ic ary ist"),
        bodies=words(
            """United University College School Institute Academy Ministry Department Office Agency Council
            Committee Commission Court Parliament Congress Senate House Party Union Association Organisation
            Organization Federation League Club Company Corporation Group Bank Press News Times Post Journal Army
            Navy Force Forces War Battle Treaty Act Church City County State States Kingdom Republic Empire
            Island Islands River Lake Mount Mountains Valley Sea Ocean Street Road Avenue Square Bridge Hospital
            Museum Station Airport Prize North South East West New San Los Saudi Hong"""
        ),
        more_bodies=words(
            """of for and the Centre Center Foundation Society Authority Observatory Service Fund Alliance Movement
            Assembly Bureau Board Government Police Watch International Institution Trust Constabulary Administration
            Executive Command Fleet Staff Brigade Corps Coalition Network Forum Front Initiative Panel Commissioner
            Inc Ltd Plc LLC Corp Holdings Partners Brothers Industries Systems Technologies Laboratories Labs Airlines
            Airways Motors Energy Water Power Gas Railway Railways Insurance Records Pictures Studios Theatre Theater Orchestra
            Ballet Opera Festival Gallery Library Archive Rovers Athletic Wanderers"""
        ),
        body_nouns=words(
            """government army military police ministry parliament embassy presidency company court navy
            administration agency council commission committee party union university team newspaper campaign
            office department bureau authority board firm carmaker airline carrier retailer lender bank insurer
            charity trust foundation club federation association league institute hospital school service
            brigade force squad regulator operator wholesaler watchdog union alliance coalition group consortium
            chamber tribunal inspectorate directorate secretariat consulate cabinet senate regiment battalion
            museum gallery theatre theater orchestra festival publisher broadcaster studio label studio monitor regulator publisher mission staff"""
        ),
        firms=words(
            """company firm carmaker airline carrier retailer lender bank insurer operator wholesaler manufacturer
            publisher broadcaster studio label group"""
        ),
        firm_names=words(
            """Group Bank Inc Ltd Plc LLC Corp Corporation Company Holdings Partners Brothers Industries Systems
            Technologies Motors Airlines Airways Energy Water Power Gas Insurance Records Pictures Studios Works"""
        ),
        speakers_for=words("spokesman spokeswoman spokesperson"),
        crowds=words("police coastguard coastguards staff media press"),
        peoples=words(
            """Spaniard Pole Swede Dane Finn Turk Briton Scot Czech Slovak Croat Serb Swiss Thai Greek Kiwi Aussie Icelander
            Netherlander New-Zealander American German Italian Belgian Norwegian Ukrainian Russian Canadian Australian
            Austrian Hungarian Romanian Bulgarian Brazilian Argentine Argentinian Colombian Mexican Kenyan Ethiopian
            Egyptian Moroccan Nigerian Jamaican Indian Japanese Chinese Korean Portuguese"""
        ),
        people_endings=words("shman shwoman chman chwoman"),
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
            """act treaty treaties book report article articles law laws study survey bible gospel gospels scripture
            constitution charter directive regulation convention agreement declaration bill code amendment
            protocol clause section chapter song film novel album poem play series episode theory model doctrine
            census theorem principle edition dictionary talmud torah quran koran qur’an qur'an"""
        ),
        works=words("book novel poem song essay sermon album titled entitled"),
    ),
)
