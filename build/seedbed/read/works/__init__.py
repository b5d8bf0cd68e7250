"""Works on several lines: titles, creators, abstracts, in any order.

Three readers begin here.

`publications` has `publication_entries` gather the references of a list and its blocks, which are works on
several lines (`block`). Each finder of blocks knows one layout, and the one that finds most is believed:

- `blocks`: a title, then names; where each begins is told by `block_heads`, by where the names of most stand
  (`usual_places`). Abstracts may come first: `abstracts_above`; or names: `below_names`
- `headed_abstracts`: a title over an abstract, with names in any place, as `abstract_heads` finds them
- `owned_blocks`: a title over where it appeared, on the page of its creator, whom it need not name
- `paired_blocks`: a title and names, and nothing else
- `cited_blocks`: a title, and below it how to cite the work
- `timed_titles`: the talks of a programme, each behind its hour
- `weekly_blocks`: the works of a reading group, below the weeks in which they are read

What stands below a block's title and names is read by `block_details`, what stands over all of them by
`publication_headings`, and sections that are no works are told by `other_sections`.

`abstracts` reads those with a label: `abstract_titles` knows what stands above each, `bare_abstracts` those
among them without a label, and `abstract_sources` the line below that cites the work.

`marked_works` reads what stands below titles that a mark sets apart: `marked_titles` finds these,
`marked_bodies` reads the rest.

What one line is: `work_titles` (whether it may be a title), `title_lines` (a title and what is beside it),
`bylines`, `beside_owner` and `affiliations` (names, and where they work), `appeared` (where and when),
`venue_tags`, `abstract_labels`, `asides`; `reference_works` makes a reference a work.
"""
