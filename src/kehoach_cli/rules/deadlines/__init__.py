"""KH501–KH507: are deadlines and the reported states of tasks consistent?"""
