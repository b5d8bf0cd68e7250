"""Adding: files are examined as a build would, copied into `seeds/`, and noted in the curation file."""

from seedbed.add.adding import Talk, add
from seedbed.add.plan import Examined

__all__ = ["Examined", "Talk", "add"]
