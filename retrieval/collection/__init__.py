"""Collections: folders of articles that may change, indexed in memory or on disk."""
