"""The backend: Django's own, which reads the file that is there now.

Where a backup takes the place of the file while the site serves, an open connection
would go on with the one that was: what is withdrawn then would still be shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """What Django opens connections with."""

    _file: Path
    _opened: tuple[int, int] | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the file, and remember which one it is."""
        self._file = Path(conn_params["database"])
        connection = super().get_new_connection(conn_params)
        self._opened = self._there()
        return connection

    def is_usable(self) -> bool:
        """Tell whether the file is still the one that was opened.

        Where there is none just now, the one that was is better than nothing.
        """
        there = self._there()
        return there is None or there == self._opened

    def _there(self) -> tuple[int, int] | None:
        """Return what tells the file from others; none where there is none."""
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
