"""The Django project: configuration only. It imports ``glossary``, never back."""
