"""What is known about one record, and what did a new entry change about it?"""
