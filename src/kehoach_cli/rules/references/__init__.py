"""KH3xx: are ids and names unique, and does every reference have its record?"""
