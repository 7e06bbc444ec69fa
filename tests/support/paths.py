"""Where the files are that tests read."""

from pathlib import Path

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
SEEDS = ROOT / "seeds"
DATA = TESTS / "data"
XQUAD = DATA / "xquad-en"
"""A question set: articles, questions and judgements."""
NEWSROOM = DATA / "newsroom"
"""Question sets with mirrors, for trust."""
NEAR_SEEDS = DATA / "near-seeds" / "questions.jsonl"
CONVERSATIONS = TESTS / "conversations"
