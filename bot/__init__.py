"""The Telegram bot, which answers with the excerpts that `retrieval` finds."""
