"""The static files, named by their content."""

from __future__ import annotations

# WhiteNoise comes without types.
from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names files by their content, also where JavaScript imports one."""

    support_js_module_import_aggregation = True
