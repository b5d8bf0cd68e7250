"""Diagnosing: what of one file was not read or is odd, where, what was expected there, and what to do."""

from seedbed.diagnose.inspecting import Inspection, inspect
from seedbed.diagnose.problems import Excerpt, Problem

__all__ = ["Excerpt", "Inspection", "Problem", "inspect"]
