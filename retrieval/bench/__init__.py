"""`cuttings bench`: what a collection of any size costs to keep and to ask, here and with others."""
