"""What each address answers: one shape for an answer, made of the public forms.

Views return the shapes, or JSON that is put together of what a publication holds ready
(``join``); tests read every answer with its shape and write it again, byte for byte.
The OpenAPI document is made from the shapes. ``docs/decisions`` has the names.
"""
