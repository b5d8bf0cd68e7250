"""Files that programs write, and pages that show what such a file holds.

Each module is a reader, but for these: `bibliography` makes records of the entries that most of them fill;
`bibtex_values` and `arxiv_fields` know what stands in BibTeX's fields and on arXiv's lines, `table_header`
what a table's columns hold, `cited_rows` the works that rows cite in full, and `page_abstract` the abstract
that a paper's own page has above a record in BibTeX. The readers are `arxiv_atom`, `arxiv_listing`,
`bibtex`, `citation_tags`, `csl_json`, `dblp`, `front_matter`, `orcid`, `pubmed_text`, `ris`, `table`,
`tagged` and `zotero_report`.
"""
