"""How is a code, a figure, a day or a record's field written in Vietnamese?

- `terms.py`: the word for each code
- `wording.py`: figures, days, periods and deadlines
- `record_words.py`: fields and entries of records, within sentences
- `report_words.py`: the classes of a report, and kinds of documents
"""
