"""What several pages show: rows of entries, names, helplines, addresses for paper."""
