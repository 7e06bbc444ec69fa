"""
A collection on disk: any size, kept in step with its folder, a commit at a time.

`database` has what is committed, `candidates` the tantivy index that finds passages worth an exact
score, `index` both as ranking asks them, `sync` brings them in step with a folder.
"""
