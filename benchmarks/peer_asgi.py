"""The application for a server that knows ASGI alone."""

from a2wsgi import WSGIMiddleware

from explainer.wsgi import application as wsgi

application = WSGIMiddleware(wsgi, workers=4)
