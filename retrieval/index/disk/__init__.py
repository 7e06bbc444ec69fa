"""
A collection on disk: any size, brought in step with its folder, one commit at a time.

`database` holds what is committed; beside it, `candidates` finds passages worth an exact score and
`forward` has the terms to compute that score from. `writer` changes all three, `index` reads them.
`vectors` keeps what models of meaning made of the passages, for whichever edition.
"""
