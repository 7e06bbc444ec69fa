"""A page about a lighthouse, in paragraphs that are a passage each."""

BUILT = (
    "The lighthouse of Orrow was built in 1862 by the engineer Maud Tarrant, who had never seen the sea before. "
    "She chose black granite from the quarry at Pell, since the white stone of the island crumbles in salt wind. "
    "The tower is forty metres high and has one hundred and ninety steps. "
    "Its lamp was fed with whale oil until the railway brought paraffin to the harbour."
)
KEPT = (
    "The keeper of the lighthouse lived in the tower with a family and two goats. "
    "From 1870 to 1884 the keeper was Josiah Bream, who wrote down every ship that passed. "
    "From 1884 to 1901 it was Hester Lowe, the first woman on the coast to hold the post. "
    "Her logbooks fill eleven boxes in the museum at Pell, and they are read by people who study storms."
)
WRECK = (
    "In the storm of 1893 the schooner Amaranth broke on the rocks below the lighthouse. "
    "Nine sailors climbed the cliff on a rope that the keeper had let down, and they stayed in the tower for a week. "
    "The wreck gave the island its only bell, which hangs in the school. "
    "Every November the children ring it nine times, and the baker makes bread in the form of an anchor."
)
"""The first sentence of each is about the lighthouse, and about half the others are not."""

PAGE = "\n\n".join((BUILT, KEPT, WRECK))
