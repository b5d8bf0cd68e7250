"""Lists of a programme, of cards, or by date."""
