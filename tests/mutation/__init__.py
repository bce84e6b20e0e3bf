"""Changes the code in one place at a time, and sees whether a test notices.

``python -m tests.mutation [ROOM ...] [--only TEXT]`` does it for some rooms of the house,
or for all of ``ROOMS``. What no test notices must stand in ``survivors.toml`` with the
reason why it makes no difference.

What stands in functions is changed in a process that has imported everything and has
a database: it makes a copy of itself for each change, which runs only the tests
that come by. What runs while modules are imported (constants, shapes, decorators)
needs a process that has not imported them yet.
"""
