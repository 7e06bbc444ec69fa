"""Cuttings in Telegram: updates in, excerpts of articles out. Holds no ranking."""
