"""The application as granian runs it (RSGI): what is held is given by the event loop.

Reading a body and waiting for a turn cost no thread. Django works in threads, of
which there are few, and answers that it gave before need none of them.
"""

from __future__ import annotations

from glossary.serving.service import Service

__all__ = ["Service"]
