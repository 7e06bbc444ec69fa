"""
What a question needs of a collection: its passages, their terms, and engines that score them.

`protocol` says what an index offers to ranking. `in_memory` makes one from articles; `disk` keeps
one in a folder, at any size, and finds passages through the search engines of `candidates`.
"""
