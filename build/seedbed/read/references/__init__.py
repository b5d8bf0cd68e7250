"""References, which state a work on one line.

`reference` reads one: it takes off marks and notes, and tries one form after the other:

- a title that is marked as a link or in bold: `behind_titles`
- the styles of APA, MLA, Chicago, IEEE and others: `styles`, of which `author_date`, `vancouver` and
  `parts` (between commas) have their own modules
- one that leaves out the page's owner: `owner`; a book among such: `books`

`line_references` finds the references of a list, and with them those that only others tell: behind a label
(`labelled`), of one person in full (`of_one`), and, where there are no others, of a title and names alone
(`titles_and_names`). Parts of a reference are known by `names`, `venue` and `fact_lines`; `found` holds one
that was taken apart.
"""
