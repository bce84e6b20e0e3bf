"""How fast the glossary answers, beside other ways to do the same work."""
