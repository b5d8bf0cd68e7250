"""Works on several lines: titles, creators, abstracts, in any order."""
