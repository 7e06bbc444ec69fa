"""
Closeness in meaning, as evidence beside the words that a question and a passage share.

It needs the extra `cuttings[semantic]`, which is imported on first use. `load_embedding_model` returns a
model; a `SemanticIndex` embeds the passages of a collection in memory, and measures how close the candidates
that the engine found are to a question. A `StoredCloseness` does the same for an index on disk, whose passages
are embedded as time allows. Neither finds passages itself.
"""
