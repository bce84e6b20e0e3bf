"""Other ways to serve the same rows, as a careful reader of a tutorial writes them."""
