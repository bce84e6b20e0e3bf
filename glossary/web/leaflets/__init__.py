"""Leaflets: words that are chosen, on a page to print and as a PDF."""
