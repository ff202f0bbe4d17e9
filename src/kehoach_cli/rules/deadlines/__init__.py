"""KH5xx: are deadlines, extensions and the reported states of tasks consistent?"""
