"""Seedbed grows a browsable, offline reading room out of plain-text captures of research pages."""

__version__ = "0.1.0"
