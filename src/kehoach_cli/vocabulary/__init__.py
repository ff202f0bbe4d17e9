"""The Vietnamese side of the program's words: what each code is called in front of people."""
