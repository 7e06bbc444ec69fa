"""What a collection of any size costs to index, keep and ask, with Cuttings and with other libraries."""
