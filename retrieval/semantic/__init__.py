"""
Closeness in meaning, as evidence beside the words that a question and a passage share.

It needs the extra `cuttings[semantic]`, which is imported on first use. `load_embedding_model` returns a
model; a `SemanticIndex` embeds the passages of a collection, and measures how close the candidates
that the engine found are to a question. It finds no passages itself.
"""
