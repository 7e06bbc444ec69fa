"""Answers: records, excerpts, conflicting claims, and quotations of speakers."""
