"""The shapes of bodies and answers, for the OpenAPI document.

Nothing is built with them. The modules are named as those of the views are.
"""
