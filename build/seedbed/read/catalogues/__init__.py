"""Pages of catalogues, of each of which the layout is known in which it lists papers.

`page` is the reader. A `layout` is a value, of steps to the lines that `lines` describes; all of them stand
in `searches`, `archives`, `publishers`, `own_pages` and `paper_pages`. `glued_names` parts names that a
copied page has run together.
"""
