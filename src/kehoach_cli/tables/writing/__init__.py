"""How do rows become a workbook that people fill in or print?"""
