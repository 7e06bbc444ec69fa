"""English word forms that a stemmer does not bring together: irregular inflections, nouns of verbs,
the people of places, British and American spelling. Facts of the language, as compact tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from retrieval.text.analyzer import is_stop_word, term

# Each line, or part of one between semicolons, is one word in its forms.
_IRREGULAR = """
    arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin began
    begun; bend bent; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken;
    breed bred; bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen;
    cling clung; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank drunk;
    drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight
    fought; find found; flee fled; fling flung; fly flew flown flies; forbid forbade forbidden; forget
    forgot forgotten; forgive forgave forgiven; freeze froze frozen; give gave given; go went gone;
     grow grew grown; hang hung; hear heard; hide hid hidden; hold held; keep kept; kneel
    knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend
    lent; light lit; lose lost; make made; mean meant; meet met; mistake mistook mistaken; pay paid;
    ride rode ridden;  rise rose risen; run ran; see saw seen; seek sought; sell sold;
    send sent; sew sewn; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk;
    sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; smell smelt; sow
    sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat;
    spoil spoilt; spring sprang sprung; stand stood; steal stole stolen; stick stuck; sting stung;
    stink stank stunk; stride strode; strike struck stricken; string strung; strive strove striven;
    swear swore sworn; sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach
    taught; tear tore torn; think thought; throw threw thrown; tread trod trodden; understand
    understood; undertake undertook undertaken; wake woke woken; wear wore worn; weave wove woven; weep
    wept; win won;  withdraw withdrew withdrawn; withstand withstood; wring wrung; write
    wrote written; overcome overcame; overthrow overthrew overthrown; rebuild rebuilt; oversee oversaw
    overseen; foresee foresaw foreseen; uphold upheld; withhold withheld; mislead misled; outgrow
    outgrew; rewrite rewrote rewritten; retake retook retaken; overtake overtook overtaken; repay
    repaid; resell resold; undergo underwent undergone; undo undid undone; foretell foretold
    child children; man men; woman women; person people; foot feet; tooth teeth; goose geese; mouse
    mice; wife wives; wolf wolves; shelf shelves; thief thieves; leaf leaves; knife knives; loaf
    loaves; half halves; crisis crises; analysis analyses; basis bases; hypothesis hypotheses; thesis
    theses; oasis oases; parenthesis parentheses; criterion criteria; phenomenon phenomena; bacterium
    bacteria; medium media; datum data; stratum strata; curriculum curricula; nucleus nuclei; fungus
    fungi; alumnus alumni; stimulus stimuli; radius radii; cactus cacti; index indices; matrix
    matrices; vertex vertices; appendix appendices; axis axes; ox oxen; policeman policemen;
    policewoman policewomen; fisherman fishermen; spokesman spokesmen; spokeswoman spokeswomen;
    businessman businessmen; businesswoman businesswomen; congressman congressmen; fireman firemen;
    serviceman servicemen; gunman gunmen; chairman chairmen; bad worse worst; good better best
"""

# A verb and the noun of what it does, or an adjective and the noun of it.
_DERIVED = """
    abolish abolition; absent absence; accuse accusation; acquire acquisition; admit admission;
    advise advice; allege allegation; analyse analyze analysis; appear appearance; apply application;
    approve approval; arrive arrival; assist assistance; attend attendance; believe belief; betray
    betrayal; brave bravery; breathe breath; broad breadth; choose choice; collide collision; compare
    comparison; compel compulsion; complain complaint; conclude conclusion; confess confession; confuse
    confusion; consume consumption; corrupt corruption; deceive deception; decide decision; deep depth;
    defend defence defense; deny denial; depart departure; describe description; destroy destruction;
    die death dead; differ difference; disappear disappearance; discover discovery; discuss discussion;
    divide division; emerge emergence; enter entry entrance; exceed excess; exclude exclusion; exist
    existence; expand expansion; expel expulsion; explain explanation; explode explosion;  extend extension; fail failure; flee flight; fly flight; free freedom; give gift; grow
    growth; guide guidance; hate hatred; high height; hungry hunger; hot heat; include inclusion;
    infer inference; inherit inheritance; intend intention; interfere interference; intervene
    intervention; intrude intrusion; invade invasion; judge judgment judgement; know
    knowledge; lose loss; long length; marry marriage; maintain maintenance; merge merger; move
    movement; obey obedience; occupy occupation; occur occurrence; omit omission; oppose opposition;
    perceive perception; perform performance; permit permission; persuade persuasion;
    poor poverty; possess possession; practise practice; prefer preference; preside president
    presidency; presume presumption; proceed procedure; produce production; prohibit prohibition;
    pronounce pronunciation; propose proposal; prosper prosperity; prove proof; provide provision;  recall recollection; receive receipt reception; recover recovery; reduce
    reduction; refer referral reference; refuse refusal; rely reliance; remove removal; renew renewal;
    repel repulsion; resign resignation; resist resistance; resolve resolution; respond response;
    retain retention; retrieve retrieval; reveal revelation; revive revival; revise revision; rob
    robbery; secede secession; secure security; seize seizure; sell sale; serve service; sign
    signature; solve solution; speak speech; starve starvation; steal theft; strong strength; submit
    submission; subscribe subscription; succeed success; suspend suspension; suspect suspicion; survive
    survival; tempt temptation; think thought; transmit transmission; true truth; try trial; urge
    urgency; vary variation variety; violate violation; warm warmth; weigh weight; wide width; withdraw
    withdrawal; young youth; angry anger; accurate accuracy; efficient efficiency; private privacy;
    pregnant pregnancy; urgent urgency; frequent frequency; bankrupt bankruptcy; supreme supremacy;
    democrat democracy; diplomat diplomacy; conspire conspiracy; supply supplies; deliver delivery;
    injure injury; inquire inquiry; bury burial; rebel rebellion; abduct abduction; evade evasion;
    erode erosion; corrode corrosion; convert conversion; divert diversion; invert inversion; erupt
    eruption; detain detention; contain containment; abstain abstention; redeem redemption; assume
    assumption; resume resumption; absorb absorption; adopt adoption; attract attraction; create
    creation; compose composition; depose deposition; impose imposition; repeat repetition; compete
    competition; define definition; ignite ignition; add addition; tend tendency; emit emission; commit
    commitment; immigrate immigrant; emigrate emigrant; migrate migrant; pollute pollution; dilute
    dilution; execute execution; elect election; erect erection; collect collection; inspect
    inspection; protect protection; reject rejection; predict prediction; contradict contradiction;
    restrict restriction; construct construction; instruct instruction; obstruct obstruction; conduct
    conduction; evacuate evacuation; accelerate acceleration; assassinate assassination; abbreviate
    abbreviation; pursue pursuit; complex complexity; sane sanity; severe severity; scarce scarcity
"""

# Words that newspapers put for one another, in most of their senses.
_SYNONYMS = """
    online internet web; phone telephone; mobile cellphone smartphone; car vehicle automobile; lorry
    truck; plane aircraft jet; ship vessel boat; train rail railway; doctor physician medic; nurse
    medic; hospital clinic; policeman officer police; soldier troops serviceman; army military; fighter militant; drone UAV; missile rocket; bomb explosive; gun weapon firearm; blast
    explosion; attack assault strike; raid assault; war conflict; fight battle combat; truce ceasefire
    armistice; treaty pact accord; deal agreement; talks negotiation; envoy ambassador; spokesman spokesperson spokeswoman; parliament legislature; poll
    election vote; ballot vote; law legislation; court tribunal; judge magistrate; lawyer attorney
    solicitor barrister; trial prosecution; jail prison; inmate prisoner; arrest detain; murder
    homicide; kill slay; dead killed; injured wounded hurt; victim casualty; refugee migrant; border
    frontier; city town; village settlement; house home; flat apartment; school college; pupil student;
    child kid; baby infant; boss chief head; firm company business; worker employee
    staff; job employment; wage salary pay; money cash fund; aid assistance help; cost price; tax levy;
    debt loan; bank lender; market exchange; buy purchase; film movie; book novel; song
    music; game match; win victory; prize award; begin start launch; end finish stop; grow
    rise increase; fall drop decline decrease; build construct; destroy demolish; damage harm; repair
    fix; close shut; allow permit; ban prohibit forbid; warn caution; claim allege; deny reject; praise
    hail; criticise condemn slam blast; sack fire dismiss; resign quit; hire recruit; draft conscript;
    call-up mobilisation conscription; flee escape; rescue save; search hunt; find discover; show
    reveal; hide conceal; flood deluge; blaze fire; quake earthquake; illness disease
    sickness; drug medicine; vaccine jab; food meal; power electricity; blackout outage; oil petroleum
    crude; plant factory; road street; bridge crossing; photo picture image; sea ocean; forest woods;
    ill sick; big large huge; small little tiny; rich wealthy; poor needy; quick fast rapid; old
    elderly age aged; annual yearly; famous renowned; biggest largest; founder
    establish founded; wife spouse; husband spouse; born birth; die death dead killed
"""

# Places whose people, or whose own name, no regular ending makes.
_PEOPLES = """
    Afghanistan Afghan; Argentina Argentine Argentinian; Azerbaijan Azerbaijani Azeri; Barbados
    Barbadian; Belgium Belgian; Bosnia Bosnian Bosniak; Brazil Brazilian; Britain British Briton;
    Cambodia Cambodian Khmer; Canada Canadian; Catalonia Catalan; Chad Chadian; Chechnya Chechen;
    Congo Congolese; Croatia Croatian Croat; Cyprus Cypriot; Czechia Czech; Denmark Danish Dane;
    Ecuador Ecuadorian; England English Englishman; Eswatini Swazi Swaziland; Finland Finnish Finn;
    Flanders Flemish; France French Frenchman; Gabon Gabonese; Geneva Genevan; Germany German; Ghana
    Ghanaian; Glasgow Glaswegian; Greece Greek; Guyana Guyanese; Holland Dutch; Netherlands Dutch;
    Hungary Hungarian; Iceland Icelandic Icelander; Ireland Irish Irishman; Kazakhstan Kazakh; Kosovo
    Kosovar; Kurdistan Kurdish Kurd; Kyrgyzstan Kyrgyz; Laos Laotian Lao; Latvia Latvian; Lebanon
    Lebanese; Lesotho Basotho; Liverpool Liverpudlian; Macedonia Macedonian; Madagascar Malagasy;
    Malta Maltese; Manchester Mancunian; Mauritius Mauritian; Moldova Moldovan; Monaco Monegasque;
    Montenegro Montenegrin; Moscow Muscovite; Myanmar Burma Burmese; Naples Neapolitan; Niger
    Nigerien; Normandy Norman; Norway Norwegian; Panama Panamanian; Peru Peruvian; Philippines
    Philippine Filipino; Poland Polish Pole; Portugal Portuguese; Provence Provençal; Scotland Scottish
    Scot; Senegal Senegalese; Serbia Serbian Serb; Seychelles Seychellois; Slovakia Slovak Slovakian;
    Slovenia Slovenian Slovene; Spain Spanish Spaniard; Sudan Sudanese; Sweden Swedish Swede;
    Switzerland Swiss; Tajikistan Tajik; Tatarstan Tatar; Thailand Thai; Togo Togolese; Turkey Türkiye
    Turkish Turk; Turkmenistan Turkmen; Uzbekistan Uzbek; Venice Venetian; Vienna Viennese; Wales
    Welsh; Yugoslavia Yugoslav; America American US USA; Africa African; Asia Asian; Europe European;
    UK Britain British
"""

# One place or person under several names. (United Nations, "UNGEGN Toponymic Guidelines", and
# government announcements: names change and are romanised anew.)
_RENAMED = """
    Kyiv Kiev; Kharkiv Kharkov; Odesa Odessa; Lviv Lvov; Chernobyl Chornobyl; Dnipro Dnieper;
    Mykolaiv Nikolaev Nikolayev; Zaporizhzhia Zaporozhye Zaporozhe; Luhansk Lugansk; Donbas Donbass;
    Bakhmut Artemivsk Artyomovsk; Chernihiv Chernigov; Kropyvnytskyi Kirovograd; Belarus Belorussia
    Byelorussia; Minsk Mensk; Moldova Moldavia; Beijing Peking; Mumbai Bombay;
    Kolkata Calcutta; Chennai Madras; Bengaluru Bangalore; Myanmar Burma; Yangon Rangoon; Thailand
    Siam; Iran Persia; Türkiye Turkey; Eswatini Swaziland; Czechia Czech; Netherlands Holland;
    Bratislava Pressburg; Gdansk Danzig; Wroclaw Breslau; Kaliningrad Königsberg; Astana Nursultan;
    Almaty Alma-Ata; Tbilisi Tiflis; Sukhumi Sokhumi; Gaddafi Qaddafi Gadhafi Kadafi; Quran Koran;
    Muhammad Mohammed Mohammad; Hezbollah Hizbollah Hizbullah; Houthi Huthi; Tokyo Tokio; Derry
    Londonderry; Mecca Makkah; Zelensky Zelenskyy Zelenskiy; Volgograd Stalingrad
"""

_SPELLED = """
    programme program; grey gray; tyre tire; plough plow; cheque check; kerb curb; aluminium aluminum;
    aeroplane airplane; pyjamas pajamas; mould mold; moult molt; moustache mustache; cosy cozy; sceptic
    skeptic; sceptical skeptical; artefact artifact; ageing aging; judgement judgment; draught draft;
    gaol jail; cypher cipher; doughnut donut; whisky whiskey; enquiry inquiry; enquire inquire; mum
    mom; maths math; jewellery jewelry; manoeuvre maneuver; sulphur sulfur; enrol enroll; enrolment
    enrollment; fulfil fulfill; fulfilment fulfillment; instalment installment; skilful skillful;
    wilful willful; counsellor counselor; councillor councilor; marvellous marvelous; woollen woolen;
    tranquillity tranquility; foetus fetus; oestrogen estrogen; diarrhoea diarrhea; anaemia anemia;
    anaesthetic anesthetic; leukaemia leukemia; paediatric pediatric; haemorrhage hemorrhage;
    gynaecology gynecology; orthopaedic orthopedic; encyclopaedia encyclopedia; archaeology archeology;
    mediaeval medieval; omelette omelet; percent cent; storeys stories; axe ax; sabre
    saber; carburettor carburetor; licence license; practise practice; smoulder smolder; furore furor;
    annexe annex; nett net; cancellation cancelation; bussing busing; disc disk
"""

_MONTHS = """
    January Jan; February Feb; March Mar; April Apr; June Jun; July Jul; August Aug; September Sep
    Sept; October Oct; November Nov; December Dec
"""

_NUMBERS = """
    2 two; 3 three; 4 four; 5 five; 6 six; 7 seven; 8 eight; 9 nine; 10 ten; 11 eleven; 12 twelve
"""

NAMES_IN_FULL = {
    "US": "United States",
    "USA": "United States of America",
    "UK": "United Kingdom",
    "EU": "European Union",
    "UN": "United Nations",
    "UAE": "United Arab Emirates",
}
"""Names of states and unions that a newspaper abbreviates without ever saying how."""


def spellings(term: str) -> Mapping[str, float]:
    """Terms of the same word spelled otherwise, by British and American habit or in short."""
    return _related(term, ((_SPELLED, 1.0), (_MONTHS, 1.0)))


def forms(term: str) -> Mapping[str, float]:
    """
    Terms of other forms of a word, and what meeting one is worth of the word. A number may count
    things or only name one (season 2), a noun be far from its verb, and a word of like meaning is
    another word after all.
    """
    tables = ((_IRREGULAR, 0.9), (_NUMBERS, 0.7), (_DERIVED, 0.7), (_SYNONYMS, 0.7))
    return _related(term, tables)


def peoples(term: str) -> Mapping[str, float]:
    """Other terms for a place of this *term* or for its people, where no regular ending makes them."""
    return _related(term, ((_PEOPLES, 0.8),))


def other_names(term: str) -> Mapping[str, float]:
    """Terms for what else a place or a person of this *term* is called."""
    return _related(term, ((_RENAMED, 1.0),))


def _related(term: str, tables: tuple[tuple[str, float], ...]) -> Mapping[str, float]:
    return _by_term(term[:1].casefold(), tables).get(term, {})


@cache
def _by_term(initial: str, tables: tuple[tuple[str, float], ...]) -> dict[str, dict[str, float]]:
    """
    The terms that stand in a group with each term of this *initial*.

    A stem begins as its word does, so most of a table need not be stemmed to look up one term.
    """
    found: dict[str, dict[str, float]] = {}
    for table, worth in tables:
        for line in table.split(";"):
            words = line.split()
            if not any(word[0].casefold() == initial for word in words):
                continue
            group = {
                word if word.isupper() and is_stop_word(word) else term(word, "en")
                for word in words
            }
            for one in group:
                others = found.setdefault(one, {})
                others.update(
                    {other: max(worth, others.get(other, 0.0)) for other in group - {one}}
                )
    return found


_PLACE_TO_PEOPLE = (
    ("a", "an"), ("a", "ese"), ("e", "ian"), ("e", "ean"), ("e", "an"), ("y", "ian"), ("um", "an"), ("o", "an"),
    ("o", "ian"), ("", "an"), ("", "ian"), ("", "ese"), ("", "i"), ("", "ish"), ("", "ic"),
)  # fmt: skip
_SHORTEST_PLACE = 4


def demonyms(name: str) -> Iterator[str]:
    """What the people of a place of this *name* may be called, and the places of such a people."""
    name = name.casefold()
    single = name.removesuffix("s")
    for place, people in _PLACE_TO_PEOPLE:
        if name.endswith(place) and len(name) >= _SHORTEST_PLACE:
            yield name[: len(name) - len(place)] + people
        if single.endswith(people):
            back = single[: len(single) - len(people)] + place
            if len(back) >= _SHORTEST_PLACE:
                yield back


_ENDING = r"(?=(?:e|es|ed|er|ers|ing|ation|ations|ational|able)$)"
_ENDING_OF_OUR = r"(?=(?:s|ed|er|ers|ing|ful|able|ite|ites|hood|ly|less|y)?$)"
# What stands before, the letters that change, what follows, and what they change to.
_BRITISH_TO_AMERICAN = (
    (r"(?<=[a-z]{2}[^aeiou])", "is", _ENDING, "iz"),
    ("", "ys", r"(?=(?:e|es|ed|er|ers|ing)$)", "yz"),
    (r"(?<=[a-z]{2})", "our", _ENDING_OF_OUR, "or"),
    (r"(?<=[a-z]{2}[tbh])", "re", r"(?=(?:s|d)?$)", "er"),
    (r"(?<=[a-z]en)", "c", r"(?=es?$)", "s"),
    (r"(?<=[a-z]{3}og)", "ue", r"(?=s?$)", ""),
)
_AMERICAN_TO_BRITISH = (
    (r"(?<=[a-z]{2}[^aeiou])", "iz", _ENDING, "is"),
    ("", "yz", r"(?=(?:e|es|ed|er|ers|ing)$)", "ys"),
    (r"(?<=[a-z]{2})", "or", _ENDING_OF_OUR, "our"),
    (r"(?<=[a-z]{2}[tbh])", "er", r"(?=(?:s|ed)?$)", "re"),
    (r"(?<=[a-z]en)", "s", r"(?=es?$)", "c"),
    (r"(?<=[a-z]{3}og)", "", r"(?=s?$)", "ue"),
)


def respelled(word: str) -> Iterator[str]:
    """How the other side of the Atlantic may spell *word*; most of them are no words at all."""
    word = word.casefold()
    for change in _BRITISH_TO_AMERICAN + _AMERICAN_TO_BRITISH:
        spelled = _respell(word, *change)
        if spelled != word:
            yield spelled


def american(word: str) -> str:
    """One spelling for *word* in both: a key to compare with, not always a word."""
    word = word.casefold()
    for change in _BRITISH_TO_AMERICAN:
        word = _respell(word, *change)
    return word


def _respell(word: str, before: str, letters: str, after: str, other: str) -> str:
    return re.sub(before + letters + after, other, word) if letters in word else word
