"""Where the pages and the API are mounted."""

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("glossary.api.urls")),
    path("", include("glossary.web.urls")),
]
handler400 = "glossary.web.errors.bad_request"
handler403 = "glossary.web.errors.forbidden"
handler404 = "glossary.web.errors.not_found"
handler500 = "glossary.web.errors.server_error"
