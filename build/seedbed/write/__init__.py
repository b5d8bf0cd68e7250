"""From the library and its links to files: page values, Markdown, front matter, data.

The module `files` tells the story. The package itself imports nothing: who reads a hand-written page alone
should not wait for the rest.
"""
