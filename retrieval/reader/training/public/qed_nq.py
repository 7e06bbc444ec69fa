"""
Natural Questions (Kwiatkowski et al. 2019), as QED (Lamm et al. 2020) has some of it.

Only what QED has from Natural Questions is used: the question, its paragraph and the short answers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from random import Random

from retrieval.articles import Span
from retrieval.reader.training.public.detokenization import detokenize
from retrieval.reader.training.public.documents import Asked, Document
from retrieval.reader.training.public.lines import Line


def convert(files: Mapping[str, bytes], chance: Random) -> Iterator[Line]:  # noqa: ARG001
    """Yield the paragraph of each question, and the same without the sentence that answers."""
    for data in files.values():
        for line in data.decode().splitlines():
            item = json.loads(line)
            single = [answer[0] for answer in item["original_nq_answers"] if len(answer) == 1]
            if not single:
                continue
            strings = [answer["string"] for answer in single]
            # the answer of most, and of these the shortest
            best = min(single, key=lambda a: (-strings.count(a["string"]), len(a["string"])))
            text, [span] = detokenize(item["paragraph_text"], [Span(best["start"], best["end"])])
            asked = Asked(str(item["example_id"]), item["question_text"], span, tuple(strings))
            yield from Document(item["title_text"], text).twins(asked)
