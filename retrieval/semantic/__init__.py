"""
Closeness in meaning, as evidence beside the words that a question and a passage share.

It needs the extra `cuttings[semantic]`, which is imported on first use. `load_embedding_model` returns a
model; a `SemanticIndex` embeds the passages of a collection, and measures how close the candidates
that the engine found are to a question. It finds no passages itself.
"""

from retrieval.semantic.closeness import SemanticIndex, passage_texts
from retrieval.semantic.model_files import SemanticError
from retrieval.semantic.models import EmbeddingModel, load_embedding_model
from retrieval.semantic.storage import claim_folder
from retrieval.semantic.vectors import EmbeddingProgress, Vectors

__all__ = [
    "EmbeddingModel",
    "EmbeddingProgress",
    "SemanticError",
    "SemanticIndex",
    "Vectors",
    "claim_folder",
    "load_embedding_model",
    "passage_texts",
]
