"""What pages behind both doors do the same: their headers, and their languages.

Whatever only one of them needs is in ``glossary.web`` or in ``glossary.desk``.
"""
