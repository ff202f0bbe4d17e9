"""The form of administrative documents by Annex I of Decree 30/2020/NĐ-CP, checked on any Word file."""
