"""A reader's own text: its hard words explained, or its wording checked."""
