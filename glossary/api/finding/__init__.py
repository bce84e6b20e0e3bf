"""An app finds entries by a name, by words, by a beginning."""
