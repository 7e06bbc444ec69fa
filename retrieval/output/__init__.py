"""Answers, articles and measures as people and programs read them: a pipe, a terminal, JSON, a document."""
