"""Recent changes: of entries, and of what is beside them."""
