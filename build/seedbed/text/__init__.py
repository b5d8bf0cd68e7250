"""Helpers for text: lines, names, titles, dates, words, sentences, slugs. They know of no stage."""
