"""The desk: pages for the people who write the glossary, behind a door of their own.

Everything here is under ``/desk/``, asks for an account, is kept nowhere, and is led
to by no public page (decision 21).
"""
