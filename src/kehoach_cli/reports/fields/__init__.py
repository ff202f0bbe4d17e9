"""Which names may a template use, and what does each mean?"""
