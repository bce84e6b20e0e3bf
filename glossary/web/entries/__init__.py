"""The page of an entry, with its names, its sources and its renderings."""
