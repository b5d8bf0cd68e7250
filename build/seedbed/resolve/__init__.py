"""The second stage: what all the seeds state, put together into one library.

The module `resolve` tells the story. Works come first, since a person is known by the works that they share;
then the people, then the conversations and lists, which speak of both. The package itself imports nothing:
who reads the curation file alone should not wait for the rest.
"""
