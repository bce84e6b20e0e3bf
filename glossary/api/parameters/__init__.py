"""What each address takes: query strings and bodies, read once and strictly.

An unknown parameter, one that comes twice, and a value that is not allowed are
all refused by name; nothing is silently repaired. The modules are named as those
of the views are.
"""
