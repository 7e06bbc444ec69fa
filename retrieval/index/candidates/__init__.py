"""
Candidates: the passages that are worth an exact score, found quickly in a search engine.

`protocol` says what such an engine must do, `tantivy` keeps one in a folder beside the database, and
`opensearch` keeps one in a cluster.
"""
