"""The text that commands print: what a build did, how a file is read, what is open."""
