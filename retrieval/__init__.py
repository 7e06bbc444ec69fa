"""Find the exact words of a collection of articles that answer a question. Knows nothing of Telegram."""
