"""Lists of a programme, of cards, or by date.

Two readers begin here.

`research_list` reads a programme's list in the first of these layouts that it has:

- `cards`: a title over labels that come round again, in whatever words. `card_labels` knows the labels,
  `card_begins` where those of each card begin, `card_heads` what stands above them, `card_fields` what they
  and the text below say (`card_dates`, of where and when), `card_sections` the headings between, `last_card`
  where the page's own text begins, and `cards_of_people` those that begin with a name
- `described_projects`: a title over "Description:", and mentors
- `offered_projects`: a title over mentors without a label, and who may apply
- `list_entries`: a title and an abstract over labels that are known ("Authors:")

The first three are cards, which `card_list` makes records. The last is parted by `stretches` where labels
begin and end (`stretch_ends`, `first_work`): `list_gap` reads what stands above labels, and `list_details`
what they say (`list_labels`, `label_groups`, `name_lines`). `list_works` makes records of both. Short lines
that say where a work appeared are known by `where_shown`.

What only some lists have is put right before (`counted_works`, `names_before_titles`, `dated_heads`,
`title_sentences`, `topics_over_text`), or told besides (`whose_talks`, `named_titles`, `marked_fellows`,
`fellows_alone`). `topic_lines` takes lines of topics apart, and `listed_works` changes works inside
records; `periods` dates the works of a cohort.

`dated_list` reads works below days, each a `dated_entry`; with a kind beside each day, `kinded_works`; with
a short citation below each title, `cited_titles`.
"""
