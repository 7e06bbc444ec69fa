"""
Reads whether a passage answers a question, and with which words.

A trained model reads the best candidates of the ranking; it finds no passages and writes nothing. It needs
the extra `cuttings[reader]`, which is imported on first use. `selection.open_reader` returns the reader that a
setting names; `inputs` turns a question and a passage into what the model takes, in training as in use.
"""
