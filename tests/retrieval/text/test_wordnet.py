from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.text.wordnet import WordNet, make_lines

# Offset, file, part, number of words, words with a digit each, number of pointers, pointers, gloss.
NOUNS = """\
  1 This line is the licence.
00000001 03 n 02 picture 0 film 0 001 @ 00000002 n 0000 | a story in moving pictures
00000002 03 n 01 product 0 000 | what is made
00000003 03 n 01 Film 0 000 | a river called so
00000004 03 n 02 film 0 skin 0 000 | a thin coat
00000005 03 n 01 acquittal 0 001 + 00000001 v 0101 | a judgment of not guilty
"""
VERBS = """\
00000001 03 v 02 acquit 0 clear 0 001 + 00000005 n 0101 01 + 08 00 | pronounce not guilty
00000002 03 v 02 let_off 0 excuse 0 000 00 | grant exemption
00000003 03 v 02 think_about 0 consider 0 000 00 | have on one's mind
"""
SENSES = """\
acquit%2:41:00:: 00000001 1 3
acquittal%1:04:00:: 00000005 1 1
clear%2:41:00:: 00000001 1 0
consider%2:31:00:: 00000003 1 2
excuse%2:41:00:: 00000002 1 1
film%1:10:00:: 00000001 1 9
film%1:17:00:: 00000003 3 0
film%1:06:00:: 00000004 2 1
let_off%2:41:00:: 00000002 1 0
picture%1:10:00:: 00000001 1 2
product%1:06:00:: 00000002 1 5
skin%1:08:00:: 00000004 1 4
think_about%2:31:00:: 00000003 1 0
"""


@pytest.fixture
def wordnet(tmp_path: Path) -> WordNet:
    for name, content in {
        "data.noun": NOUNS,
        "data.verb": VERBS,
        "data.adj": "",
        "data.adv": "",
        "index.sense": SENSES,
    }.items():
        (tmp_path / name).write_text(content)
    return WordNet(tmp_path)


def test_the_lines_have_the_words_of_each_meaning_by_how_close_they_are(wordnet: WordNet) -> None:
    assert list(make_lines(wordnet)) == [
        "acquit 9 acquittal clear",
        "acquittal 9 acquit 5 clear",
        "clear 9 acquit 5 acquittal",
        "film 9 picture 5 product 3 skin",
        "let_off 9 excuse",
        "picture 9 film 5 product",
        "skin 6 film",
    ]
