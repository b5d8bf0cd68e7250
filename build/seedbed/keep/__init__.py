"""What builds keep for the next, and how work is shared out: signs of files, a store, a lock, processes."""
