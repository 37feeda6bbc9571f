"""What bin/lint and bin/graph know of the house: its rooms, its arrows and its rules."""
