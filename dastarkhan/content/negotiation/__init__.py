"""What lesson 08 tells: positions, people, and the numbers of a first price."""
