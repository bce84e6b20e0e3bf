"""The routes, one line each."""

from django.urls import path, re_path

from glossary.api import dataset, entries, nowhere, schema
from glossary.api.beside import helplines, sources, topics
from glossary.api.finding import lookup, search, suggest
from glossary.api.texts import annotate, check, matching
from glossary.matching import FORMAT

app_name = "api"
urlpatterns = [
    path("", dataset.RootView.as_view(), name="root"),
    path("entries/", entries.EntriesView.as_view(), name="entries"),
    path("entries/<part:entry_id>/", entries.EntryView.as_view(), name="entry"),
    path(
        "entries/<part:entry_id>/history/",
        entries.HistoryView.as_view(),
        name="history",
    ),
    path("lookup/", lookup.LookupView.as_view(), name="lookup"),
    path("search/", search.SearchView.as_view(), name="search"),
    path("suggest/", suggest.SuggestView.as_view(), name="suggest"),
    path("annotate/", annotate.AnnotateView.as_view(), name="annotate"),
    path("check/", check.CheckView.as_view(), name="check"),
    path("term-pack/", annotate.TermPackView.as_view(), name="term-pack"),
    path(
        f"term-pack/{FORMAT}/matching.js",
        matching.ModuleView.as_view(),
        name="matching-module",
    ),
    path(
        f"term-pack/{FORMAT}/cases.json",
        matching.CasesView.as_view(),
        name="matching-cases",
    ),
    re_path(
        r"^term-pack/(?P<number>[0-9]{1,9})/(?:matching\.js|cases\.json)$",
        matching.OtherFormatView.as_view(),
        name="other-format",
    ),
    path("letters/", dataset.LettersView.as_view(), name="letters"),
    path("sources/", sources.SourcesView.as_view(), name="sources"),
    path("sources/<slug:source_id>/", sources.SourceView.as_view(), name="source"),
    path("topics/", topics.TopicsView.as_view(), name="topics"),
    path("topics/<slug:topic_id>/", topics.TopicView.as_view(), name="topic"),
    path("helplines/", helplines.HelplinesView.as_view(), name="helplines"),
    path(
        "helplines/<slug:helpline_id>/",
        helplines.HelplineView.as_view(),
        name="helpline",
    ),
    path("schema/", schema.SchemaView.as_view(), name="schema"),
    re_path(r"^[\s\S]*$", nowhere.NowhereView.as_view(), name="nowhere"),
]
