"""Ranking: candidates in order, the sentences to show, and how likely they answer."""
