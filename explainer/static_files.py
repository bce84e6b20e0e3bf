"""The static files, named by their content."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Names files by their content, also where one JavaScript module imports another."""

    support_js_module_import_aggregation = True
