"""KH508–KH510: do the changes, additions and removals of a record agree with each other?"""
