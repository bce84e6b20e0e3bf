"""What readers tell us: whether a page was clear, and which word is missing."""
