"""KH6xx: are texts typed correctly: Unicode form, characters, spaces, accents?"""
