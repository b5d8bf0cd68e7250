"""The values that travel between the stages: frozen, slotted, made of tuples and ids, never of each other."""
