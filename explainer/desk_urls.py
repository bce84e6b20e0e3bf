"""Where the desk is mounted: behind its own door, and nowhere else."""

from django.urls import include, path

urlpatterns = [path("", include("glossary.desk.urls"))]
handler400 = "glossary.desk.errors.bad_request"
handler403 = "glossary.desk.errors.forbidden"
handler404 = "glossary.desk.errors.not_found"
handler500 = "glossary.desk.errors.server_error"
