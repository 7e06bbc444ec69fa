"""
Closeness in meaning, as evidence beside the words that a question and a passage share.

Needs the extra `cuttings[semantic]`, which is imported on first use. `load` gives a `Model`;
`Meaning` embeds a collection's passages when it is indexed, and weighs the candidates that the
engine found for a question. Nothing is found by meaning alone.
"""

from retrieval.semantic.closeness import Meaning, passage_texts
from retrieval.semantic.model_files import SemanticError
from retrieval.semantic.models import Model, load
from retrieval.semantic.storage import claim
from retrieval.semantic.vectors import Progress, Vectors

__all__ = [
    "Meaning",
    "Model",
    "Progress",
    "SemanticError",
    "Vectors",
    "claim",
    "load",
    "passage_texts",
]
