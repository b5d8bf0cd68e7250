"""Conversations: transcripts, interviews, talks, subtitles.

Two readers begin here: `subtitles`, and `transcript`, which reads three layouts:

- turns that begin with a speaker: `turn_labels` finds labels with a colon or a time, `loose_labels` those
  without, `names_alone` names over what is said; `speakers` tells which of them speak, and `conversation`
  which lines begin a turn. `speech` then gathers `turns`, and `speech_end` tells where they end
- one voice without a name: `monologue`
- questions over their answers, without names: `questions`

What stands above is read by `transcript_header`, with `titles` and `cast`, or by `front`, where it is YAML;
`cited` reads the papers that a page lists there, or below.
`clock` knows times, `paragraphs` makes broken ones whole, and `notices` tells what a page says of a
transcript.
"""
