"""Records conversations with the bot, redacted, and converts them into tests."""
