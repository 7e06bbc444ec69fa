"""Who said what in an article: marks, names, cues and speakers, in many languages."""
