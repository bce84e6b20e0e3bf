"""Attacks on the real server, while a reader goes on asking for pages.

``python -m tests.siege`` starts ``manage.py serve``, does each attack in turn, and
prints what the reader saw. Names as arguments choose attacks; ``--short`` makes
each of them brief. All of it stays on this machine and ends by itself.
"""
