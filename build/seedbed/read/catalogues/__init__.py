"""Pages of catalogues, of each of which the layout is known in which it lists papers."""
