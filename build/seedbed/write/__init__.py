"""From the library and its links to files: page values, Markdown, front matter, data."""

from seedbed.write.files import files_of

__all__ = ["files_of"]
