"""The rivals' routes."""

from django.urls import include, path
from rest_framework.routers import DefaultRouter

from benchmarks.rivals import naive, ninja

router = DefaultRouter()
router.register("entries", naive.EntryViewSet)
urlpatterns = [
    path("naive/", include(router.urls)),
    path("ninja/", ninja.api.urls),
]
