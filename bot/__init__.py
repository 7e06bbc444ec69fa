"""The Telegram bot, which answers with the excerpts that `retrieval` finds."""

from retrieval import load_lazily

LAZY = (
    "bot.startup",  # 466 | 314.5
    "bot.ops.metrics",  # 379 | 246.7
)
"""See `retrieval.LAZY`."""
load_lazily(LAZY)
