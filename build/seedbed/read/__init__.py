"""Reading: one seed's text in; records, each value with its lines, and the lines not read, out.

The way of a seed, from `registry.read`:

1. Each reader (`reader`) says how sure it is that the seed is of its kind, and the surest one reads it. A
   seed that was `printed` on sheets, or is `double_spaced`, is put right before. One that was `clipped` as
   Markdown is also read as the text that it shows, which goes first where it tells more; and one with lines
   `saved_above` the page, by the tool that saved it, as that page alone.
2. Readers of what people copy from pages are given the seed made whole: `wrapped` joins the lines of a
   paragraph (with `line_width` and `beginning_lines`, `hanging`, `broken_titles` and `link_numbers`),
   `ornaments` takes pictures from before lines, and `spread`, `parted` and `tabled` each put a way of copying
   right. What is read is stated of the lines that are there.
3. A reader leaves out what a page has around its content (`furniture`, `shown_records`), finds where works
   or turns begin, and makes records of `claims`.
4. What a look at the whole makes doubtful is left unread (`doubtful`; `no_titles` knows which lines are no
   titles), works get the addresses that a saved page links them to (`page_links`), and `coverage` lists each
   line that no record claims.
5. Where most of a seed stays unread, it may be papers from several places: `pasted` has each read alone.

Where the reading of a seed begins:

- a file that a program wrote, or what a site shows of one: `formats`, a module each
- a page of a catalogue, such as PubMed or OpenReview: `catalogues`, a layout each
- an author's profile: `profile`, with `profile_starts`, `profile_head` and `profile_work`; of Google
  Scholar: `scholar_profile`, with `scholar_table`
- labelled abstracts, a list of publications, papers below marked titles: `works`
- a programme's list, a list by date: `lists`
- a conversation, subtitles: `talks`

`references` reads no seeds: it takes apart one reference, for whoever finds one. These folders say at their
own beginning which module knows which layout. `guarded` keeps the readers of other packages at arm's
length.

What a single line is, all of them ask the same modules: `shape` (running text, a question), `creators` and
`references.names` (people), `buttons`, `dated_headings`, `references.venue` (where a work appeared),
`references.fact_lines`, `works.work_titles`, `markdown`, `page_owner`; and `vocabulary` holds the words.
"""
