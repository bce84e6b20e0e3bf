"""The Django project: configuration, and the server that runs it.

It imports ``glossary``, never back.
"""
