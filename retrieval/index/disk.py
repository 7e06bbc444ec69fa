"""
A collection on disk: any size, kept in step with its folder, a commit at a time.

`database` has what is committed, `candidates` the tantivy index that finds passages worth an exact
score, `forward` the terms that these are scored by, `index` all of it as ranking asks it, `sync` brings it
in step with a folder.
"""
