"""KH4xx: are baselines, targets, measurements and the dates of entries plausible?"""
