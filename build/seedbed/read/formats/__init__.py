"""Files that programs write: references in BibTeX and its like, feeds, exports, tables."""
