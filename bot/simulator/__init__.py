"""Runs the bot without Telegram: a stand-in for its API, recorded conversations, and a chat in the terminal."""
