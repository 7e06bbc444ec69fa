"""The Telegram bot, which answers with the excerpts that `retrieval` finds."""

from retrieval import load_lazily

LAZY = ("bot.startup", "bot.ops.metrics")
load_lazily(LAZY)
