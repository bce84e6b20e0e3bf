"""What each address takes: one shape for a request, in the address or as a body.

The same shape reads a query string, where lists have commas, and a JSON body. Both are
read strictly: an unknown name, one that comes twice and a value of another kind are
refused by name, and nothing is silently repaired. The OpenAPI document is made from
the shapes.
"""
