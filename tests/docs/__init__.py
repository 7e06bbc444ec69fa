"""The docs as the code has them: generated pages, drawings, and the output of the commands that pages show."""
