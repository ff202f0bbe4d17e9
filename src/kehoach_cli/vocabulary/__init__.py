"""How is a code, a figure, a day or a record's field written in Vietnamese?

- `terms.py`: the word for each code
- `wording.py`: figures, days, periods and deadlines
- `record_words.py`, `entry_words.py`: fields of records, and their entries, within sentences
- `report_words.py`: the classes of a report, and kinds of documents
"""
