"""The sentences and lines that plain text, terminal and documents have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from retrieval.answers import claim_comparison
from retrieval.answers.records import (
    Answer,
    Citation,
    Coverage,
    Excerpt,
    NoAnswer,
    Reason,
    Side,
    Voice,
)
from retrieval.answers.voices import beginning
from retrieval.articles import Article
from retrieval.articles.publication_dates import spell_date
from retrieval.lang.schema import ChatIntent
from retrieval.output.safe_text import one_line
from retrieval.query.parser import MAX_QUESTION
from retrieval.query.terms import shorten
from retrieval.ranking.evidence import Evidence

if TYPE_CHECKING:
    from retrieval.answers.speaker_search import SpeakerQuotations
    from retrieval.answers.timeline import DatedSentence
    from retrieval.ranking.ranker import Ranking

_REFUSALS: dict[Reason, str] = {
    "empty": "The question has no words to search for.",
    "too-long": f"The question is longer than {MAX_QUESTION:,} characters.",
    "not-a-question": "This is not a question about the articles.",
    "filtered-out": "No answer: the filters in the question exclude every match.",
    "other-language": "No answer: no article is in the language of the question.",
    "unknown-words": "No answer: some words of the question are in none of the articles.",
    "not-quoted": "No answer: nobody is quoted with such words.",
    "other-subject": "No answer: the articles speak of somebody or something else.",
    "other-place": "No answer: the articles speak of another place.",
    "other-time": "No answer: the articles speak of another time.",
    "no-such-value": "No answer: the articles do not give what is asked for.",
    "not-together": "No answer: the words of the question never occur together.",
    "weak": "No answer: nothing matches the question well enough.",
}

_ABOUT_ANSWERS = "an answer names whoever speaks in an excerpt, who wrote the article, and who published it when."
_REQUESTS: dict[ChatIntent, str] = {
    "help": "Ask a question about the articles; `cuttings --help` lists all commands.",
    "identity": "Cuttings finds the exact words in articles that answer a question; see `cuttings --help`.",
    "greeting": "Hello. Ask a question about the articles; `cuttings sources` lists them.",
    "thanks": "You are welcome.",
    "objection": "Cuttings only quotes articles, and may pick the wrong words: ask again with the name, place or time that you mean.",
    "summary": "Cuttings quotes articles and does not summarize them; `cuttings sources` lists them.",
    "sources": "`cuttings sources` lists the articles.",
    "speakers": "`cuttings said` lists everybody who is quoted.",
    "timeline": "`cuttings timeline` lists the dated sentences of the articles in order.",
    "more": "`cuttings ask --top N` shows as many as N excerpts.",
    "who-wrote": f"This asks about an answer: {_ABOUT_ANSWERS}",
    "who-said": f"This asks about an answer: {_ABOUT_ANSWERS} `cuttings said` lists everybody who is quoted.",
    "doubt": f"Cuttings only quotes articles and cannot judge whether they are right: {_ABOUT_ANSWERS} "
    "`cuttings check CLAIM` shows where they differ.",
    "translation": "Cuttings quotes articles in their own language and does not translate them.",
    "writing": "Cuttings quotes articles and writes nothing of its own.",
    "clock": "Cuttings only knows what is in the articles, and not what time it is.",
    "test": "Cuttings works. Ask a question about the articles; `cuttings sources` lists them.",
    "arithmetic": "Cuttings only quotes articles, and does no sums.",
    "link": "This is an address, and not a question; `cuttings add` adds the article there.",
}
"""What serves in place of an answer."""

_WITH_TOPIC: dict[ChatIntent, str] = {
    "sources": "`cuttings sources {topic}` lists the articles about this.",
    "timeline": "`cuttings timeline {topic}` lists the dated sentences about this in order.",
}
"""The same where the request names a topic."""

_CONFLICT = "The articles say different things:"
_AT_DIFFERENT_DATES = "Reported at different dates:"

_ALSO = 3
"""Other articles to name under an excerpt."""


# Answers


def refusal_sentence(refusal: NoAnswer) -> str:
    """Return the reason why there is no answer; with a request to the program, what serves instead."""
    if request := refusal.request:
        if request.topic and request.intent in _WITH_TOPIC:
            return _WITH_TOPIC[request.intent].format(topic=one_line(request.topic))
        return _REQUESTS[request.intent]
    return _REFUSALS[refusal.reason]


def unknown_words(refusal: NoAnswer) -> str | None:
    """Return the line that lists the words which are in no article; None where other lines name all."""
    if not refusal.unnamed_terms:
        return None
    return f"Not in the articles: {', '.join(shorten(one_line(term)) for term in refusal.unnamed_terms)}"


def failed_lines(refusal: NoAnswer) -> list[str]:
    """Return what the question asks for and the articles lack, and what shows words of the same speaker."""
    lines = [one_line(str(note)) for note in refusal.failed_notes]
    if refusal.speaker:
        lines.append(f"`cuttings said {one_line(refusal.speaker)}` lists what the articles quote.")
    return lines


def refusal_lines(answer: Answer, refusal: NoAnswer) -> list[str]:
    """Return the lines under the reason: what is missing, how the question was read, what was searched."""
    searched = searched_line(refusal.coverage)
    if refusal.request:  # nothing was searched
        return []
    lines = (unknown_words(refusal), *failed_lines(refusal), *note_lines(answer), searched)
    return [line for line in lines if line]


def searched_line(searched: Coverage) -> str:
    """Return how many articles were searched, and from when to when these were published."""
    articles = "1 article" if searched.articles == 1 else f"{searched.articles:,} articles"
    dates = [spell_date(date) for date in dict.fromkeys((searched.since, searched.until)) if date]
    span = f", from {' to '.join(dates)}" if len(dates) == 2 else "".join(f", {d}" for d in dates)
    return f"Searched: {articles}{span}"


def note_lines(answer: Answer) -> list[str]:
    """Return how the question was understood, one sentence each."""
    return [one_line(str(note)) for note in answer.notes]


def conflict_line(answer: Answer) -> str:
    """Return the line above conflicting claims."""
    return _AT_DIFFERENT_DATES if answer.at_different_dates else _CONFLICT


def claim_line(answer: Answer) -> str | None:
    """Return the claim that was checked; None if the question was no claim."""
    if not answer.claim:
        return None
    return f"Claim: {one_line(answer.question[slice(*answer.claim.pieces.span)])}"


def comparison_lines(answer: Answer, rank: int) -> list[str]:
    """Return what the claim and the excerpt at *rank*, from 1, agree on, and where they differ."""
    if not answer.claim:
        return []
    comparisons = answer.claim.comparisons[rank - 1]
    article = answer.excerpts[rank - 1].article
    notes = claim_comparison.describe(answer.question, article, comparisons)
    return [one_line(str(note)) for note in notes]


def agreement(side: Side) -> str | None:
    """Return how many articles say the same, and how many of these in words of their own."""
    if not side.agreeing:
        return None
    reports = "1 report" if side.reports == 1 else f"{side.reports:,} reports"
    return f"{len(side.agreeing) + 1:,} articles, {reports}"


# Citations


def source_line(citation: Citation | Article) -> str:
    """Return who published it, who wrote it and when; empty where nothing is known."""
    author = citation.author and f"by {citation.author}"
    parts = [citation.publisher, author, date_of(citation)]
    return ", ".join(one_line(part) for part in parts if part)


def date_of(citation: Citation | Article) -> str:
    """Return the date, marked where it was inferred from the text; empty where it is unknown."""
    if not citation.published:
        return ""
    inferred = " (inferred from the text)" if citation.dated_by == "text" else ""
    return spell_date(citation.published) + inferred


def place_of(citation: Citation) -> str:
    """Return the page, paragraph and section of a citation."""
    under = f" under “{one_line(citation.section)}”" if citation.section else ""
    page = f"p. {citation.page}, " if citation.page else ""
    return f"{page}paragraph {citation.paragraph}{under}"


def citation_lines(citation: Citation) -> list[str]:
    """Return the lines of a citation: title, source and place, address."""
    place = ", ".join(filter(None, (source_line(citation), place_of(citation))))
    return [one_line(part) for part in (citation.title, place, citation.url) if part]


def lines_under(excerpt: Excerpt) -> list[str]:
    """Return the lines under an excerpt: its citation, other articles that say the same, its receipt."""
    parts = (*citation_lines(excerpt.citation), _also(excerpt), f"receipt {excerpt.receipt}")
    return [one_line(part) for part in parts if part]


def _also(excerpt: Excerpt) -> str | None:
    names = [", ".join(filter(None, (of.title, of.publisher, date_of(of)))) for of in excerpt.also]
    more = [f"and {len(names) - _ALSO} more"] if len(names) > _ALSO else []
    return f"Also in: {'; '.join([*names[:_ALSO], *more])}" if names else None


def _voice(voice: Voice, excerpt: Excerpt, several: bool) -> str:
    """Return a speaker, with how their words begin where *several* speak."""
    reported = " (reported)" if voice.form == "reported" else ""
    begins = f" “{beginning(excerpt.article, voice)}”" if several and voice.spans else ""
    return f"{voice.name}{reported}{begins}"


def line_above(excerpt: Excerpt) -> str | None:
    """Return who speaks in an excerpt; else, in brackets, the name that its first words refer to."""
    if excerpt.core_voices:
        several = len(excerpt.core_voices) > 1
        names = (_voice(voice, excerpt, several) for voice in excerpt.core_voices)
        return f"{one_line(', '.join(names))}:"
    if not (reference := excerpt.reference):
        return None
    words, name = excerpt.article.slice(reference.words), excerpt.article.slice(reference.name)
    return f"[{one_line(words)}: {one_line(name)}]"


def no_quotations(quotations: SpeakerQuotations, name: str) -> str:
    """Return why there are no quotations of somebody called *name*."""
    if quotations.speakers:
        names = ", ".join(one_line(speaker.name) for speaker in quotations.speakers)
        about = f" about {one_line(quotations.topic)}" if quotations.topic else ""
        return f"The articles hold no words of {names}{about}."
    like = ", ".join(map(one_line, quotations.suggestions))
    meant = f" Did you mean {like}?" if like else ""
    nobody = f"Nobody called “{one_line(name)}” is quoted"
    return f"{nobody}.{meant} `cuttings said` lists everybody who is."


def other_quotations(quotations: SpeakerQuotations) -> str:
    """Return how many quotations are left out because they are not about the topic; empty for none."""
    if not quotations.others:
        return ""
    return f"Not about {one_line(quotations.topic)}: {quotations.others:,} more."


def timeline_date(sentence: DatedSentence) -> str:
    """Return the date of a sentence, with a question mark if its year is inferred."""
    return spell_date(sentence.date) + (" (?)" if sentence.inferred else "")


# Evidence


def evidence_rows(ranking: Ranking) -> list[tuple[str, ...]]:
    """Return a head, and a row for each hit whose sentences were weighed: place, score, evidence."""
    names = Evidence._fields
    read = ("reading",) if any(hit.reading for hit in ranking.hits) else ()
    rows: list[tuple[str, ...]] = [("rank", "source", "paragraph", "score", *names, *read)]
    for rank, hit in enumerate(ranking.hits, 1):
        if hit.choice:
            shares = [f"{getattr(hit.evidence, name):.2f}" for name in names]
            if read:
                shares.append(f"{hit.reading.answers:.2f}" if hit.reading else "")
            where = (hit.passage.article, str(hit.passage.paragraph))
            rows.append((str(rank), *where, f"{hit.score:.2f}", *shares))
    return rows


def requirement_lines(ranking: Ranking) -> list[str]:
    """Return what the question asks for and, for the first excerpt, whether it meets each requirement."""
    query = ranking.query
    lines = [f"asks for: {query.intent}"] if query.intent else []
    if not ranking.groups:
        return lines
    hit = ranking.groups[0].hit
    outcomes = {True: "held", False: "failed", None: "not told"}
    for verdict in hit.verdicts:
        words = " ".join(query.words[word].text for word in verdict.words)
        line = f"{verdict.requirement} “{words}”: {outcomes[verdict.held]}"
        if verdict.instead:
            line += f", the excerpt has “{hit.article.slice(verdict.instead)}”"
        lines.append(one_line(line))
    return lines


def confidence_line(ranking: Ranking) -> str:
    """Return the confidence and the features behind it."""
    features = ", ".join(f"{name} {value:.2f}" for name, value in ranking.features.items())
    rounded = int(100 * ranking.confidence) / 100  # rounded up, it would claim to be certain
    return f"confidence {rounded:.2f}" + (f" of {features}" if features else "")
