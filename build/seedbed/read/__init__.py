"""Reading: one seed's text in; records, each value with its lines, and the lines not read, out."""
